import { formatAmount } from "../../i18n/format";
import type { Language } from "../../i18n";
import type { AmountRow, Diagnostic, PlanInput } from "../../planning/types";
import { difference, isZero, sum } from "../../report/amounts";
import type { PlacedReading } from "../reading/readWorkbook";
import { writeTables, type TableWork } from "../rules/writeRules";
import { historyProblem, newError } from "./problems";
import { cellFacts, isSameCell, reportedWork, type RowChange } from "./reportedRows";
import type { BookedEdit } from "./types";

/** Writes booked repayments in their table, as `saveOutcomes` writes outcomes. */
export function saveBooked(context: Excel.RequestContext, { edits, language }: { edits: readonly BookedEdit[]; language: Language }): Promise<Diagnostic | null> {
  return writeTables(context, language, (placed) => bookedWork(placed, edits, language));
}

function bookedWork(placed: PlacedReading, edits: readonly BookedEdit[], language: Language): TableWork | Diagnostic {
  const { input } = placed.reading;
  const changes: RowChange[] = [];
  let booked = input.booked ?? [];
  for (const edit of edits) {
    const rows = (input.booked ?? []).filter((row) => isSameCell(row, edit));
    const problem = staleBooking(edit, rows, input, language);
    if (problem) return problem;
    if (rows.length > 1) return historyProblem("severalRows", { ...cellFacts(edit, input), cells: rows.map(({ cell }) => cell).join(", ") }, language);
    const { project, committee, year, amount } = edit;
    const now = { project, committee, year, amount };
    booked = [...booked.filter((one) => one !== rows[0]), now];
    changes.push({ ...now, row: rows[0], details: () => ({}) });
  }
  const after: PlanInput = { ...input, booked };
  return newError(input, after, language) ?? reportedWork(placed, "booked", changes, after, language);
}

/** Says what stands there now, when that is not what stood there when the user began. */
function staleBooking({ was, ...cell }: BookedEdit, rows: AmountRow[], input: PlanInput, language: Language): Diagnostic | undefined {
  const [first] = rows;
  if (!first) return was === null ? undefined : historyProblem("bookedGone", cellFacts(cell, input), language);
  const now = sum(rows.map(({ amount }) => amount));
  if (was !== null && isZero(difference(was, now))) return undefined;
  return historyProblem("bookedChanged", { ...cellFacts(cell, input), cell: first.cell ?? "", amount: formatAmount(now, language) }, language);
}

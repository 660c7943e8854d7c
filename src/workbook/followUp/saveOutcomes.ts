import { formatAmount } from "../../i18n/format";
import type { Language } from "../../i18n";
import type { Diagnostic, OutcomeRow, PlanInput } from "../../planning/types";
import { difference, isZero, sum } from "../../report/amounts";
import { historyTranslator } from "../../report/historyTexts";
import type { PlacedReading } from "../reading/readWorkbook";
import { writeTables, type TableWork } from "../rules/writeRules";
import { choiceText } from "../template/texts";
import { historyProblem, newError } from "./problems";
import { cellFacts, isSameCell, reportedWork, type RowChange } from "./reportedRows";
import type { OutcomeEdit } from "./types";

/**
 * Writes outcomes in their table, which is made when it is missing: all of them or none. The table is read again first:
 * when an outcome is no longer what it was to the user, nothing is written. Three syncs.
 * @returns null when it is done, else why not
 */
export function saveOutcomes(context: Excel.RequestContext, { edits, language }: { edits: readonly OutcomeEdit[]; language: Language }): Promise<Diagnostic | null> {
  return writeTables(context, language, (placed) => outcomesWork(placed, edits, language));
}

function outcomesWork(placed: PlacedReading, edits: readonly OutcomeEdit[], language: Language): TableWork | Diagnostic {
  const { input } = placed.reading;
  const changes: RowChange[] = [];
  let outcomes = input.outcomes ?? [];
  for (const edit of edits) {
    const rows = (input.outcomes ?? []).filter((row) => isSameCell(row, edit));
    const problem = staleOutcome(edit, rows, input, language) ?? unclearRow(edit, rows, input, language);
    if (problem) return problem;
    const row = counted(rows)[0];
    const { project, committee, year, amount, status, source, date } = edit;
    outcomes = [...outcomes.filter((one) => one !== row), { project, committee, year, amount, status, ...(source === "" ? {} : { source }), ...(date === "" ? {} : { date }) }];
    changes.push({ project, committee, year, amount, row, details: (own) => ({ status: choiceText(status, own), source, date }) });
  }
  const after: PlanInput = { ...input, outcomes };
  return newError(input, after, language) ?? reportedWork(placed, "outcomes", changes, after, language);
}

/** Where some rows are established, the preliminary ones count for nothing. */
function counted(rows: readonly OutcomeRow[]): OutcomeRow[] {
  const established = rows.filter(({ status }) => status === "established");
  return established.length > 0 ? established : [...rows];
}

/** Says what stands there now, when that is not what stood there when the user began. */
function staleOutcome({ was, ...cell }: OutcomeEdit, rows: OutcomeRow[], input: PlanInput, language: Language): Diagnostic | undefined {
  const standing = counted(rows);
  const [first] = standing;
  if (!first) return was === null ? undefined : historyProblem("outcomeGone", cellFacts(cell, input), language);
  const now = { amount: sum(standing.map(({ amount }) => amount)), status: first.status };
  if (was !== null && was.status === now.status && isZero(difference(was.amount, now.amount))) return undefined;
  const said = { cell: first.cell ?? "", amount: formatAmount(now.amount, language), status: historyTranslator(language)(`history:status.${now.status}`) };
  return historyProblem("outcomeChanged", { ...cellFacts(cell, input), ...said }, language);
}

/** Rows that add up can't be changed as one; nor can an established one be made preliminary beside another. */
function unclearRow(edit: OutcomeEdit, rows: OutcomeRow[], input: PlanInput, language: Language): Diagnostic | undefined {
  if (rows.length <= 1 || (counted(rows).length === 1 && edit.status === "established")) return undefined;
  return historyProblem("severalRows", { ...cellFacts(edit, input), cells: rows.map(({ cell }) => cell).join(", ") }, language);
}

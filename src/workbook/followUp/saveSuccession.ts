import type { Language } from "../../i18n";
import type { Diagnostic } from "../../planning/types";
import type { PlacedReading } from "../reading/readWorkbook";
import { RecordEdit } from "../rules/recordEdit";
import { recordOf, writeTables, type TableWork } from "../rules/writeRules";
import { planTables } from "../template/addTables";
import { displayNames } from "../template/fillTemplate";
import { decimalCell } from "../template/ruleCells";
import { historyProblem, newError } from "./problems";
import type { SuccessionEntry } from "./types";

/**
 * Adds a succession to its table, which is made when it is missing: a row for each committee that takes over. What the
 * plan would refuse (shares that do not sum to 1, a circle, a body outside the municipality) is not written. Three syncs.
 * @returns null when it is done, else why not
 */
export function saveSuccession(context: Excel.RequestContext, { rows, language }: { rows: readonly SuccessionEntry[]; language: Language }): Promise<Diagnostic | null> {
  return writeTables(context, language, (placed) => successionWork(placed, rows, language));
}

function successionWork(placed: PlacedReading, rows: readonly SuccessionEntry[], language: Language): TableWork | Diagnostic {
  const { input } = placed.reading;
  if (rows.length === 0) return historyProblem("committeesMissing", {}, language);
  const after = { ...input, successions: [...(input.successions ?? []), ...rows] };
  const refused = newError(input, after, language);
  if (refused) return refused;
  const record = recordOf(placed, "successions");
  if (!record) return { edits: [], plans: planTables(placed, ["successions"], after, language) };
  const edit = new RecordEdit(record);
  const name = displayNames(input.committees);
  for (const { from, to, year, share } of rows) edit.add({ fromCommittee: name(from), toCommittee: name(to), successionYear: year, successionShare: share === undefined ? "" : decimalCell(share) });
  return { edits: [edit], plans: [] };
}

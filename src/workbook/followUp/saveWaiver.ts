import type { Language } from "../../i18n";
import type { Diagnostic } from "../../planning/types";
import type { PlacedReading } from "../reading/readWorkbook";
import { RecordEdit } from "../rules/recordEdit";
import { recordOf, writeTables, type TableWork } from "../rules/writeRules";
import { planTables } from "../template/addTables";
import { displayNames } from "../template/fillTemplate";
import { decimalCell } from "../template/ruleCells";
import { historyProblem, newError } from "./problems";
import type { WaiverEntry } from "./types";

/**
 * Adds a waiver to its table, which is made when it is missing. Reason and decision must be stated, and what the plan
 * would refuse is not written. Three syncs.
 * @returns null when it is done, else why not
 */
export function saveWaiver(context: Excel.RequestContext, { waiver, language }: { waiver: WaiverEntry; language: Language }): Promise<Diagnostic | null> {
  return writeTables(context, language, (placed) => waiverWork(placed, waiver, language));
}

function waiverWork(placed: PlacedReading, waiver: WaiverEntry, language: Language): TableWork | Diagnostic {
  const { input } = placed.reading;
  const { project, committee, fromYear, toYear, share, reason, decision } = waiver;
  if (reason.trim() === "") return historyProblem("reasonMissing", {}, language);
  if (decision.trim() === "") return historyProblem("decisionMissing", {}, language);
  const after = { ...input, waivers: [...(input.waivers ?? []), waiver] };
  const refused = newError(input, after, language);
  if (refused) return refused;
  const record = recordOf(placed, "waivers");
  if (!record) return { edits: [], plans: planTables(placed, ["waivers"], after, language) };
  const edit = new RecordEdit(record);
  edit.add({
    anyProject: project === undefined ? "" : displayNames(input.projects)(project),
    anyCommittee: committee === undefined ? "" : displayNames(input.committees)(committee),
    fromYear: fromYear ?? "",
    toYear: toYear ?? "",
    waivedShare: decimalCell(share),
    reason: reason.trim(),
    decision: decision.trim(),
  });
  return { edits: [edit], plans: [] };
}

import type { Language } from "../../i18n";
import { decidedPlanIn } from "../../report/decidedRecord";
import { historyProblem } from "../followUp/problems";
import { hashOfRead } from "../writing/contents";
import { queueContents, queueUsed } from "../writing/oldContents";
import { readWritten, type DecidedSheet } from "../writing/readWritten";
import { Turns } from "../writing/turns";
import { safePayload } from "../writing/writePlan";
import type { DecidedVersion, ReadVersions } from "./types";

/**
 * Reads the decided plans of the workbook, the oldest first; those of the same day in the order they were made. Two
 * syncs, more only for sheets over Excel's size limit, and none when there are no such sheets. Excel's own errors are
 * thrown.
 * @param sheets as `readWritten` found them; left out, they are looked for (one sync)
 */
export async function readVersions(context: Excel.RequestContext, language: Language, sheets?: readonly DecidedSheet[]): Promise<ReadVersions> {
  const decided = [...(sheets ?? (await readWritten(context)).decided)];
  if (decided.length === 0) return { versions: [], diagnostics: [] };
  const turns = new Turns(undefined);
  const used = queueUsed(context, decided);
  await turns.send(context);
  const contents = await queueContents(context, turns, used, safePayload);
  await turns.send(context);
  const read = contents();
  const answer: ReadVersions = { versions: [], diagnostics: [] };
  for (const { id, name, marker } of decided) {
    const cells = read.get(id) ?? { row: 0, column: 0, formulas: [] };
    const plan = await decidedPlanIn(cells.formulas);
    if (plan) answer.versions.push({ sheet: name, ...plan, edited: (await hashOfRead(cells, [])) !== marker.contents });
    else answer.diagnostics.push(historyProblem("versionDamaged", { sheet: name }, language));
  }
  answer.versions.sort((a, b) => compare(orderOf(a), orderOf(b)));
  return answer;
}

const orderOf = ({ decision, madeAt }: DecidedVersion) => `${decision.date} ${madeAt}`;
const compare = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);

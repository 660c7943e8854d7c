import { translator } from "../i18n";
import { areaAddress } from "./a1";
import { amountWidth } from "./columnWidths";
import { balanceChecks, committeeChecks, projectChecks, yearChecks, type ControlSubject } from "./checks";
import { recordColumn, withRecord } from "./recordCells";
import { SheetDraft } from "./sheetDraft";
import type { SheetLayout } from "./sheetLayout";
import { checkFormat } from "./sheetStyles";

/** Label, five figures and the check. */
const width = recordColumn;
/** Of the hidden column, should anybody show it. */
const recordWidth = 8;
export const checkColumn = width - 1;

/**
 * Kontroll: every identity as a formula that shows OK or the difference, one check of them all at the top,
 * and below them the rules, assumptions and remarks in words.
 */
export function controlSheet(subject: ControlSubject): SheetLayout {
  const { report } = subject;
  const translate = translator(report.language);
  const title = translate("report:sheets.control");
  const draft = new SheetDraft(report, "control", title, width);
  const amounts = Math.max(17, amountWidth(report.control.projects, report.decimals));
  draft.columnWidths = [56, ...Array<number>(width - 1).fill(amounts)];
  draft.addHead(title, []);
  const overallRow = draft.add(translate("report:control.overall"), null);
  draft.style("section", draft.area(overallRow, 1, 0, 1));
  draft.style("overall", draft.area(overallRow, 1, 1, 1));
  draft.style("note", draft.area(draft.add(translate("report:control.overallHint")), 1, 0, 1));
  draft.add();

  const first = draft.nextRow;
  const count =
    projectChecks(draft, subject) + balanceChecks(draft, subject) + yearChecks(draft, subject) + committeeChecks(draft, subject);
  const checks = draft.area(first, draft.nextRow - first, checkColumn, 1);
  const good = `COUNTIF(${areaAddress(checks, "both")},"${translate("report:control.ok")}")`;
  const overall = `=IF(${good}=${count},"${translate("report:control.ok")}",${count}-${good}&"${translate("report:control.deviations")}")`;
  (draft.cells[overallRow] ?? [])[1] = { formula: overall };
  draft.format(checkFormat, checks);
  draft.style("check", checks);

  for (const { title: heading, notes, entries } of report.texts) {
    draft.style("section", draft.area(draft.add(heading), 1, 0, 1));
    for (const note of notes) draft.style("note", draft.area(draft.add(note), 1, 0, 1));
    draft.addSentences(entries);
    draft.add();
  }
  draft.frozen = { rows: overallRow + 1, columns: 1 };
  const layout = draft.layout();
  return { ...layout, cells: withRecord(layout.cells, report.record), columnWidths: [...layout.columnWidths, recordWidth], hiddenColumns: [recordColumn], overallCheck: draft.area(overallRow, 1, 1, 1) };
}

import { translator, type Language } from "../i18n";
import type { PlanInput, RepaymentPlan } from "../planning/types";
import { cellAddress } from "./a1";
import { hasFraction, sum } from "./amounts";
import { decidedRecord, type DecidedPlan } from "./decidedRecord";
import { historyTranslator } from "./historyTexts";
import { labelsOf } from "./labels";
import { withRecord } from "./recordCells";
import { amountCell, SheetDraft, sumOver } from "./sheetDraft";
import type { CellContent, SheetLayout } from "./sheetLayout";
import { checkFormat, yearFormat } from "./sheetStyles";

/** What is decided. */
export interface DecidedSource extends Omit<DecidedPlan, "schedule" | "input"> {
  input: PlanInput;
  plan: RepaymentPlan;
  language: Language;
}

/** Columns: project, committee, status, year and amount; beside them, hidden, the record. */
const columns = { project: 0, committee: 1, status: 2, year: 3, amount: 4, record: 5 } as const;
const widths = [44, 32, 12, 10, 20];
/** Of the hidden column, should anybody show it. */
const recordWidth = 8;

/** Excel does not take these in the name of a sheet. */
const inSheetName = (text: string) => text.replace(/[\\/?*[\]:]/g, "-");

/**
 * A decided plan as a sheet that prints as a paper: who gives back how much in which year, the changes of frame and the
 * fund's balance, as values. Only the total and its check are formulas. The sheet remembers all that the plan was made
 * from, so that later plans can be compared with it. It is protected against changes by mistake.
 */
export async function decidedSheet({ input, plan, decision, madeAt, fingerprint, language }: DecidedSource): Promise<SheetLayout> {
  const say = historyTranslator(language);
  const report = translator(language);
  const title = say("history:sheet.title", { date: decision.date });
  const { schedule, committeeYears, fund } = plan;
  const öre = [...schedule.map(({ amount }) => amount), ...committeeYears.map(({ frameChange }) => frameChange), ...fund.map(({ closing }) => closing)].some(hasFraction);
  const subject = { language, fingerprint, subtitle: input.title?.trim() ?? "", made: report("report:made", { madeAt }), madeAt, decimals: öre ? 2 : 0 } as const;
  const draft = new SheetDraft(subject, "decided", inSheetName(title), columns.record);
  draft.columnWidths = widths;
  draft.addHead(title, [
    say("history:sheet.decision", { reference: decision.reference, date: decision.date }),
    ...(decision.note === undefined || decision.note.trim() === "" ? [] : [say("history:sheet.note", { note: decision.note.trim() })]),
    say("history:sheet.fingerprint", { fingerprint }),
    say("history:sheet.explained"),
  ]);

  const [project, committee] = [labelsOf(input.projects), labelsOf(input.committees)];
  const words = { project: report("report:words.project"), committee: report("report:words.committee"), year: report("report:words.year") };
  const table = new DecidedTables(draft);
  const repayments = table.add(
    "",
    [words.project, words.committee, say("history:sheet.status"), words.year, say("history:sheet.amount")],
    schedule.map((row) => [project.get(row.project) ?? row.project, committee.get(row.committee) ?? row.committee, report(`report:words.${row.status}`), row.year, amountCell(row.amount)]),
  );
  const total = draft.add(report("report:words.total"), null, null, null, sumOver(draft.area(repayments.first, schedule.length, columns.amount, 1)));
  draft.style("total", draft.area(total));
  const decided = draft.add(say("history:sheet.decidedAmount"), null, null, null, amountCell(sum(schedule.map(({ amount }) => amount))));
  draft.amounts(draft.area(total, 2, columns.amount, 1));
  const difference = `ROUND(${cellAddress(total, columns.amount)}-${cellAddress(decided, columns.amount)},2)`;
  const check = draft.add(report("report:control.check"), null, null, null, { formula: `=IF(${difference}<>0,${difference},"${report("report:control.ok")}")` });
  draft.format(checkFormat, draft.area(check, 1, columns.amount, 1));
  draft.style("check", draft.area(check, 1, columns.amount, 1));
  draft.add();
  table.add(
    say("history:sheet.frames"),
    [words.committee, "", "", words.year, say("history:sheet.frameChange")],
    committeeYears.map((row) => [committee.get(row.committee) ?? row.committee, "", "", row.year, amountCell(row.frameChange)]),
  );
  draft.add();
  if (fund.length > 0) table.add(say("history:sheet.fund"), ["", "", "", words.year, say("history:sheet.closing")], fund.map(({ year, closing }) => ["", "", "", year, amountCell(closing)]));

  draft.frozen = { rows: repayments.first, columns: 1 };
  draft.titleRows = `$${repayments.first}:$${repayments.first}`;
  const layout = draft.layout();
  const record = await decidedRecord({ decision, madeAt, fingerprint, schedule, input });
  return {
    ...layout,
    cells: withRecord(layout.cells, record),
    columnWidths: [...widths, recordWidth],
    hiddenColumns: [columns.record],
    page: { ...layout.page, orientation: "Portrait" },
    overallCheck: draft.area(check, 1, columns.amount, 1),
    protected: true,
  };
}

/** The tables below each other on a decided plan's sheet, in the same columns. */
class DecidedTables {
  constructor(private readonly draft: SheetDraft) {}

  add(heading: string, headers: string[], rows: CellContent[][]): { first: number } {
    const { draft } = this;
    if (heading !== "") draft.style("section", draft.area(draft.add(heading), 1, 0, 1));
    draft.addHeader(headers.map((header, column) => ({ header, kind: column < columns.year ? "text" : "amount" })));
    const first = draft.nextRow;
    for (const row of rows) draft.add(...row.map((cell) => (cell === "" ? null : cell)));
    draft.style("rows", draft.area(first, rows.length));
    draft.names(draft.area(first, rows.length, 0, columns.status));
    draft.format(yearFormat, draft.area(first, rows.length, columns.year, 1));
    draft.amounts(draft.area(first, rows.length, columns.amount, 1));
    return { first };
  }
}

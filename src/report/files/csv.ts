import Papa from "papaparse";
import type { Language } from "../../i18n";
import type { PlanInput, RepaymentPlan } from "../../planning/types";
import { annexTranslator } from "../paper/annexTexts";
import { plainText } from "../paper/plainText";
import { committeeName, projectName, reportSubject } from "../parties";
import { exactAmount } from "./exactAmount";

/**
 * A cell that a spreadsheet program would compute: it begins with = + - or @ (the wide ones of East Asia too), after
 * spaces or not. An amount with a minus sign is none: it stays a number.
 */
const formula = /^\s*(?:[=+@＝＋－＠]|-(?!\d+,\d{2,}$))/u;

/**
 * The plan as CSV for a finance system: one row for each project, committee and year, with exact kronor.
 * UTF-8 with a byte order mark, semicolons, a decimal comma and CRLF, as Excel in Swedish and finance systems read it.
 * What is booked and what is planned is told apart in a column; nothing else stands in the file, so that it can be
 * read by the column. A name that looks like a formula gets an apostrophe before it and stays a text.
 */
export function planCsv(plan: RepaymentPlan, input: PlanInput, language: Language): Uint8Array {
  const translate = annexTranslator(language);
  const subject = reportSubject(plan, input, language);
  const header = [
    translate("annex:csv.projectId"),
    translate("annex:csv.project"),
    translate("annex:csv.committeeId"),
    translate("annex:csv.committee"),
    translate("annex:csv.year"),
    translate("annex:csv.amount"),
    translate("annex:csv.status"),
  ];
  const rows = plan.schedule.map(({ project, committee, year, amount, status }) => [
    plainText(project),
    plainText(projectName(subject, project)),
    plainText(committee),
    plainText(committeeName(subject, committee)),
    String(year),
    exactAmount(amount, ","),
    translate(`annex:csv.${status}`),
  ]);
  const text = Papa.unparse([header, ...rows], { delimiter: ";", newline: "\r\n", escapeFormulae: formula });
  return new TextEncoder().encode(`\uFEFF${text}\r\n`);
}

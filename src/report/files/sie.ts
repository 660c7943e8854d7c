import { decimalsOf } from "../../money/decimalText";
import type { PlanInput, RepaymentPlan } from "../../planning/types";
import { annexTranslator, type AnnexTranslate } from "../paper/annexTexts";
import { plainText } from "../paper/plainText";
import { committeeName, projectName, reportSubject, type ReportSubject } from "../parties";
import { codePage437Bytes, inCodePage437 } from "./codePage437";
import { exactAmount } from "./exactAmount";
import { sieChoiceProblems, type SieChoices, type SieProblem } from "./sieChoices";
import { sieRows, type SieRow } from "./sieRows";

/** SIE's own numbers for cost centre and project. */
const dimensions = { committee: 1, project: 6 } as const;

/** The file, or why there is none. */
export type SieFile = { ok: true; bytes: Uint8Array } | { ok: false; problems: SieProblem[] };

/**
 * The plan as a SIE file of type 4 (SIE filformat 4B, sie.se), so that the changes of the committees' budgets can be
 * imported into the finance system: a `#PBUDGET` row for each committee, project and year. The standard has budget rows in
 * files of type 4E only, whose names end with .se (its points 5.1 and 6).
 *
 * Debit is positive and credit negative: repayments positive, grants negative (`sieRows`). Years are counted from the
 * budget year: 1 is the year after it, as −1 is the year before.
 * @param made the add-in's version and the day, "2026-11-21"
 */
export function planSie(plan: RepaymentPlan, input: PlanInput, choices: SieChoices, made: { version: string; date: string }): SieFile {
  const translate = annexTranslator(choices.language);
  const account = choices.account.trim();
  const grantAccount = choices.grantAccount.trim();
  const subject = reportSubject(plan, input, choices.language);
  const rows = sieRows(plan, input, { account, grantAccount, byProject: choices.byProject });
  const problems = [...sieChoiceProblems(choices), ...rowProblems(rows, subject, translate)];
  if (problems.length > 0) return { ok: false, problems };
  const budgetYear = Number(choices.budgetYear);
  const month = choices.month.trim().padStart(2, "0");
  const lines = [
    ["#FLAGGA", "0"],
    ["#PROGRAM", quoted("Återföring"), quoted(made.version)],
    ["#FORMAT", "PC8"],
    ["#GEN", made.date.replaceAll("-", "")],
    ["#SIETYP", "4"],
    ["#PROSA", quoted(translate("annex:sie.signs"))],
    ["#FNAMN", quoted(choices.organisation)],
    ...years(rows, budgetYear).map((year) => ["#RAR", String(year - budgetYear), `${year}0101`, `${year}1231`]),
    ["#VALUTA", "SEK"],
    ["#KONTO", account, quoted(translate(`annex:sie.account.${choices.form}`))],
    ...(grantAccount === "" || grantAccount === account ? [] : [["#KONTO", grantAccount, quoted(translate("annex:sie.grantAccount"))]]),
    ["#DIM", String(dimensions.committee), quoted(translate("annex:csv.committee"))],
    ...(choices.byProject ? [["#DIM", String(dimensions.project), quoted(translate("annex:csv.project"))]] : []),
    ...used(rows, "committee").map((id) => ["#OBJEKT", String(dimensions.committee), quoted(id), quoted(committeeName(subject, id))]),
    ...used(rows, "project").map((id) => ["#OBJEKT", String(dimensions.project), quoted(id), quoted(projectName(subject, id))]),
    ...rows.map((row) => [
      "#PBUDGET",
      String(row.year - budgetYear),
      `${row.year}${month}`,
      row.account,
      `{${dimensions.committee} ${quoted(row.committee)}${row.project === undefined ? "" : ` ${dimensions.project} ${quoted(row.project)}`}}`,
      exactAmount(row.amount, "."),
    ]),
  ];
  return { ok: true, bytes: codePage437Bytes(lines.map((fields) => `${fields.join(" ")}\r\n`).join("")) };
}

/** A text as the file shows it. A backslash becomes a slash: the standard has no way to write one before a quotation mark. */
function sieText(text: string): string {
  return inCodePage437(plainText(text).trim()).replaceAll("\\", "/");
}

function quoted(text: string): string {
  return `"${sieText(text).replaceAll('"', '\\"')}"`;
}

/** Every year from the first to the last, with year 0 and the one before it, which the standard asks for. */
function years(rows: readonly SieRow[], budgetYear: number): number[] {
  const all = [...rows.map(({ year }) => year), budgetYear - 1, budgetYear];
  const first = all.reduce((least, year) => Math.min(least, year));
  const last = all.reduce((most, year) => Math.max(most, year));
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function used(rows: readonly SieRow[], party: "committee" | "project"): string[] {
  return [...new Set(rows.flatMap((row) => row[party] ?? []))];
}

/** What the file cannot say: amounts finer than öre, and ids that its character set makes equal. */
function rowProblems(rows: readonly SieRow[], subject: ReportSubject, translate: AnnexTranslate): SieProblem[] {
  const fine = rows
    .filter(({ amount }) => decimalsOf(amount) > 2)
    .map(({ committee, year, amount }) => ({ message: translate("annex:sie.tooFine", { committee: committeeName(subject, committee), year, amount: exactAmount(amount, ",") }) }));
  const equal = (["committee", "project"] as const).flatMap((party) => {
    const first = new Map<string, string>();
    return used(rows, party).flatMap((id) => {
      const other = first.get(sieText(id));
      if (other === undefined) first.set(sieText(id), id);
      return other === undefined ? [] : [{ message: translate("annex:sie.sameId", { one: other, other: id, written: sieText(id) }) }];
    });
  });
  return [...fine, ...equal];
}

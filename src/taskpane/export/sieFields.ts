import { translator, type Language } from "../../i18n";
import { sieChoiceProblems, type SieField, type SieProblem } from "../../report/files/sieChoices";
import { annexTranslator } from "../../report/paper/annexTexts";
import { sieChoices, type Paper, type PaperKey } from "../../workbook/paper/paper";

/** Where each of a SIE file's choices is filled in. */
const fieldOf = { organisation: "municipality", account: "sieAccount", grantAccount: "sieGrantAccount", budgetYear: "sieBudgetYear", month: "sieMonth" } as const satisfies Record<SieField, PaperKey>;

/** Sentences on what a SIE file lacks or has wrong, by the field that they are about. */
export function sieFieldProblems(paper: Paper, language: Language): Partial<Record<PaperKey, string>> {
  return Object.fromEntries(sieChoiceProblems({ ...sieChoices(paper), language }).flatMap(({ field, message }) => (field === undefined ? [] : [[fieldOf[field], message]])));
}

/** Why a file was not made: the fields to see to, by name, and then what no field is about. */
export function refusalText(problems: readonly SieProblem[], language: Language): string {
  const names = problems.flatMap(({ field }) => (field === undefined ? [] : [`”${annexTranslator(language)(`annex:kept.settings.${fieldOf[field]}.name`)}”`]));
  const fields = new Intl.ListFormat(language, { type: "conjunction" }).format(names);
  const others = problems.flatMap(({ field, message }) => (field === undefined ? [message] : []));
  return [...(names.length === 0 ? [] : [translator(language)("pane:failure.sieFields", { fields })]), ...others].join(" ");
}

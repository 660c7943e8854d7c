import type { Language } from "../../i18n";
import type { SieChoices } from "../../report/files/sieChoices";
import { annexTranslator } from "../../report/paper/annexTexts";
import type { PaperUnit } from "../../report/paper/roundedPlan";
import { annexSections, repaymentForms, type AnnexChoices, type AnnexDetails } from "../../report/paper/types";
import { nameKey } from "../reading/names";

/** What papers and files of a plan shall be like: asked for once, kept in the workbook. */
export interface Paper extends AnnexChoices {
  /** What only a SIE file asks for. */
  sie: Omit<SieChoices, "language" | "form" | "organisation">;
}

/** What a SIE file is made by. */
export function sieChoices({ sie, language, form, details }: Paper): SieChoices {
  return { ...sie, language, form, organisation: details.municipality };
}

const languages: readonly Language[] = ["sv", "en"];
const units: readonly PaperUnit[] = ["kr", "tkr", "mkr"];

/** What holds until somebody chooses: everything in the pane's language, in thousands. */
export function usualPaper(language: Language): Paper {
  return {
    language,
    unit: "tkr",
    form: "frameReduction",
    sections: annexSections,
    details: { municipality: "", caseNumber: "", date: "", officer: "", recipient: "", decider: "" },
    sie: { account: "", grantAccount: "", byProject: true, budgetYear: "", month: "1" },
  };
}

/** A row of the table: how a paper's detail stands in its cell, and what a cell's text says; undefined when it says nothing. */
interface PaperRow {
  cell(paper: Paper, language: Language): string;
  read(text: string, paper: Paper): Paper | undefined;
  /** The only texts that the cell takes. */
  choices?(language: Language): string[];
}

const named = <T extends string>(choices: readonly T[], text: string, name: (choice: T, language: Language) => string) =>
  choices.find((choice) => languages.some((language) => nameKey(name(choice, language)) === nameKey(text)));

function choiceRow<K extends "language" | "unit" | "form">(key: K, choices: readonly Paper[K][], name: (choice: Paper[K], language: Language) => string): PaperRow {
  return {
    cell: (paper, language) => name(paper[key], language),
    read(text, paper) {
      const choice = named(choices, text, name);
      return choice && { ...paper, [key]: choice };
    },
    choices: (language) => choices.map((choice) => name(choice, language)),
  };
}

const detailRow = (key: keyof AnnexDetails): PaperRow => ({
  cell: ({ details }) => details[key],
  read: (text, paper) => ({ ...paper, details: { ...paper.details, [key]: text } }),
});

const sieRow = (key: Exclude<keyof Paper["sie"], "byProject">): PaperRow => ({
  cell: ({ sie }) => sie[key],
  read: (text, paper) => ({ ...paper, sie: { ...paper.sie, [key]: text } }),
});

const yesNo = (yes: boolean, language: Language) => annexTranslator(language)(`annex:kept.${yes ? "yes" : "no"}`);

const sectionsRow: PaperRow = {
  cell: ({ sections }, language) => sections.map((id) => annexTranslator(language)(`annex:sections.${id}`)).join(", "),
  read(text, paper) {
    const sections = text.split(/[,;\n]/).filter((part) => part.trim() !== "").map((part) => named(annexSections, part.trim(), (id, language) => annexTranslator(language)(`annex:sections.${id}`)));
    return sections.includes(undefined) ? undefined : { ...paper, sections: [...new Set(sections.flatMap((id) => id ?? []))] };
  },
};

/** The table's rows, in their order. */
export const paperRows = {
  municipality: detailRow("municipality"),
  caseNumber: detailRow("caseNumber"),
  date: detailRow("date"),
  officer: detailRow("officer"),
  recipient: detailRow("recipient"),
  decider: detailRow("decider"),
  language: choiceRow("language", languages, (choice, language) => annexTranslator(language)(`annex:kept.languages.${choice}`)),
  unit: choiceRow("unit", units, (unit) => unit),
  form: choiceRow("form", repaymentForms, (form, language) => annexTranslator(language)(`annex:kept.forms.${form}`)),
  sections: sectionsRow,
  sieAccount: sieRow("account"),
  sieGrantAccount: sieRow("grantAccount"),
  sieByProject: {
    cell: ({ sie }, language) => yesNo(sie.byProject, language),
    read(text, paper) {
      const yes = named(["yes", "no"], text, (answer, language) => yesNo(answer === "yes", language));
      return yes && { ...paper, sie: { ...paper.sie, byProject: yes === "yes" } };
    },
    choices: (language) => [yesNo(true, language), yesNo(false, language)],
  },
  sieBudgetYear: sieRow("budgetYear"),
  sieMonth: sieRow("month"),
} as const satisfies Record<string, PaperRow>;
export type PaperKey = keyof typeof paperRows;
export const paperKeys = Object.keys(paperRows) as PaperKey[];

/** A row with its optional parts in view. */
export function paperRow(key: PaperKey): PaperRow {
  return paperRows[key];
}

/** The detail that a row's first cell names, in any language. */
export function paperKeyNamed(text: string): PaperKey | undefined {
  return named(paperKeys, text, (key, language) => annexTranslator(language)(`annex:kept.settings.${key}.name`));
}

/** Those details that two papers differ in. */
export function changedKeys(from: Paper, to: Paper): PaperKey[] {
  return paperKeys.filter((key) => paperRow(key).cell(from, "sv") !== paperRow(key).cell(to, "sv"));
}

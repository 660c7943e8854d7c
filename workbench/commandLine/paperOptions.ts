import { sieChoiceProblems, type SieChoices } from "../../src/report/files/sieChoices";
import { paperUnits } from "../../src/report/paper/roundedPlan";
import { annexSections, repaymentForms, type AnnexChoices } from "../../src/report/paper/types";

/** Which papers and files are made beside the workbook, and how; what is left out is not made. */
export interface PaperRequest {
  language: "sv" | "en";
  annex?: AnnexChoices;
  csv: boolean;
  sie?: SieChoices;
}

const text = { type: "string" } as const;
const flag = { type: "boolean" } as const;

/** The options of papers, as `parseArgs` wants them. */
export const paperOptions = {
  annex: flag, csv: flag, sie: flag,
  language: text, unit: text, form: text,
  municipality: text, case: text, date: text, officer: text, recipient: text, decider: text,
  account: text, "grant-account": text, "per-committee": flag, "budget-year": text, month: text,
};

/** What the help says of them. */
export const paperUsage = `  --annex     skriv bilagan till tjänsteskrivelsen som Word-fil
  --csv       skriv planen som CSV för ekonomisystemet
  --sie       skriv ändringarna av nämndernas budget som SIE-fil (typ 4E)
  --language  bilagans och filernas språk: sv (annars) eller en
  --unit      bilagans enhet: kr, tkr (annars) eller mkr
  --form      hur nämnderna återför: ram (ramminskning, annars) eller faktura (internfakturering)
  --municipality, --case, --date, --officer, --recipient, --decider
              kommunens namn, ärendenummer, datum (annars i dag), handläggare, mottagare och vem som beslutar

  Med --sie behövs också:
  --municipality   kommunens eller regionens namn
  --account        nämndernas konto för återföring, 3–6 siffror
  --budget-year    året som ekonomisystemet räknar som år 0
  --month          månaden som beloppen läggs på, 1–12
  --grant-account  (valfritt) konto för beviljade medel; utan det är de inte med
  --per-committee  (valfritt) en rad per nämnd och år, utan projekt`;

type Values = { [Name in keyof typeof paperOptions]?: (typeof paperOptions)[Name]["type"] extends "boolean" ? boolean : string };

/** What each option is for; those of no paper are for all. */
const onlyFor: [paper: "annex" | "sie", options: (keyof Values)[]][] = [
  ["annex", ["unit", "case", "date", "officer", "recipient", "decider"]],
  ["sie", ["account", "grant-account", "per-committee", "budget-year", "month"]],
];
const forms = new Map([["ram", repaymentForms[0]], ["faktura", repaymentForms[1]]]);

/** The papers that are asked for, or a sentence on what is wrong. */
export function paperRequest(values: Values, today: string): PaperRequest | { problem: string } {
  const stray = onlyFor.flatMap(([paper, options]) => (values[paper] ? [] : options.filter((option) => values[option] !== undefined).map((option) => `--${option} gäller --${paper}, som inte är med.`)));
  if (stray[0] !== undefined) return { problem: stray[0] };
  const language = values.language ?? "sv";
  if (language !== "sv" && language !== "en") return { problem: `--language är sv eller en, inte ”${language}”.` };
  const unit = paperUnits.find((one) => one === (values.unit ?? "tkr"));
  if (unit === undefined) return { problem: `--unit är kr, tkr eller mkr, inte ”${values.unit}”.` };
  const form = forms.get(values.form ?? "ram");
  if (form === undefined) return { problem: `--form är ram eller faktura, inte ”${values.form}”.` };
  const { municipality = "" } = values;
  const details = { municipality, caseNumber: values.case ?? "", date: values.date ?? today, officer: values.officer ?? "", recipient: values.recipient ?? "", decider: values.decider ?? "" };
  const papers: PaperRequest = { language, csv: values.csv ?? false, ...(values.annex && { annex: { language, unit, form, sections: annexSections, details } }) };
  if (!values.sie) return papers;
  const missing = (["municipality", "account", "budget-year", "month"] as const).filter((option) => values[option] === undefined);
  if (missing.length > 0) return { problem: `--sie behöver också ${missing.map((option) => `--${option}`).join(", ")}.` };
  const sie: SieChoices = {
    language, form, organisation: municipality, account: values.account ?? "", grantAccount: values["grant-account"] ?? "", byProject: !values["per-committee"], budgetYear: values["budget-year"] ?? "", month: values.month ?? "",
  };
  const [wrong] = sieChoiceProblems({ ...sie, language: "sv" });
  return wrong === undefined ? { ...papers, sie } : { problem: wrong.message };
}

import { sieChoiceProblems, type SieField } from "../../src/report/files/sieChoices";
import { paperUnits } from "../../src/report/paper/roundedPlan";
import { repaymentForms } from "../../src/report/paper/types";
import type { PlanFileKind } from "../../src/taskpane/exportState";
import { sieChoices, type Paper } from "../../src/workbook/paper";

/** Which papers and files are made beside the workbook, and how. */
export interface PaperRequest {
  files: PlanFileKind[];
  /** What they shall be like: as the workbook says, but for what the options say. */
  paper(kept: Paper): Paper;
}

const text = { type: "string" } as const;
const flag = { type: "boolean" } as const;

/** The options of papers, as `parseArgs` wants them. */
export const paperOptions = {
  annex: flag, committees: flag, csv: flag, sie: flag,
  language: text, unit: text, form: text,
  municipality: text, case: text, date: text, officer: text, recipient: text, decider: text,
  account: text, "grant-account": text, "per-committee": flag, "per-project": flag, "budget-year": text, month: text,
};

/** What the help says of them. */
export const paperUsage = `  --annex       skriv bilagan till tjänsteskrivelsen som Word-fil
  --committees  skriv en bilaga per nämnd, med bara dess siffror, som Word-filer i en zip-fil
  --csv         skriv planen som CSV för ekonomisystemet
  --sie         skriv ändringarna av nämndernas budget som SIE-fil (typ 4E)

De blir som arbetsbokens blad Bilageuppgifter säger. Det som anges här går före bladet; arbetsboken ändras inte av det:
  --language  bilagornas och filernas språk: sv (annars) eller en
  --unit      bilagornas enhet: kr, tkr (annars) eller mkr
  --form      hur nämnderna återför: ram (ramminskning, annars) eller faktura (internfakturering)
  --municipality, --case, --date, --officer, --recipient, --decider
              kommunens namn, ärendenummer, datum (annars i dag), handläggare, mottagare och vem som beslutar

  Med --sie behövs, här eller på bladet:
  --municipality   kommunens eller regionens namn
  --account        nämndernas konto för återföring, 3–6 siffror
  --budget-year    året som ekonomisystemet räknar som år 0
  och kan anges:
  --month          månaden som beloppen läggs på, 1–12 (annars 1)
  --grant-account  konto för beviljade medel; utan det är de inte med
  --per-committee  en rad per nämnd och år, utan projekt
  --per-project    en rad per nämnd, projekt och år (annars)`;

type Values = { [Name in keyof typeof paperOptions]?: (typeof paperOptions)[Name]["type"] extends "boolean" ? boolean : string };

/** What each option is for; those of no paper are for all. */
const onlyFor: [papers: ("annex" | "committees" | "sie")[], options: (keyof Values)[]][] = [
  [["annex", "committees"], ["unit", "case", "date", "officer", "recipient", "decider"]],
  [["sie"], ["account", "grant-account", "per-committee", "per-project", "budget-year", "month"]],
];
const languages = ["sv", "en"] as const;
const forms = new Map([["ram", repaymentForms[0]], ["faktura", repaymentForms[1]]]);
const kinds = [["annex", "word"], ["committees", "committees"], ["csv", "csv"], ["sie", "sie"]] as const;

/** The papers that are asked for, or a sentence on what is wrong. */
export function paperRequest(values: Values, today: string): PaperRequest | { problem: string } {
  for (const [papers, options] of onlyFor) {
    const stray = options.find((option) => values[option] !== undefined);
    if (stray !== undefined && !papers.some((paper) => values[paper])) return { problem: `--${stray} gäller ${papers.map((paper) => `--${paper}`).join(" eller ")}, som inte är med.` };
  }
  const language = languages.find((one) => one === values.language);
  if (values.language !== undefined && language === undefined) return { problem: `--language är sv eller en, inte ”${values.language}”.` };
  const unit = paperUnits.find((one) => one === values.unit);
  if (values.unit !== undefined && unit === undefined) return { problem: `--unit är kr, tkr eller mkr, inte ”${values.unit}”.` };
  const form = forms.get(values.form ?? "");
  if (values.form !== undefined && form === undefined) return { problem: `--form är ram eller faktura, inte ”${values.form}”.` };
  if (values["per-committee"] && values["per-project"]) return { problem: "Välj --per-committee eller --per-project, inte båda." };
  return {
    files: kinds.flatMap(([option, kind]) => (values[option] ? [kind] : [])),
    paper: ({ details, sie, ...kept }) => ({
      ...kept,
      language: language ?? kept.language,
      unit: unit ?? kept.unit,
      form: form ?? kept.form,
      details: {
        municipality: values.municipality ?? details.municipality,
        caseNumber: values.case ?? details.caseNumber,
        date: values.date ?? (details.date || today),
        officer: values.officer ?? details.officer,
        recipient: values.recipient ?? details.recipient,
        decider: values.decider ?? details.decider,
      },
      sie: {
        account: values.account ?? sie.account,
        grantAccount: values["grant-account"] ?? sie.grantAccount,
        byProject: values["per-project"] ?? (values["per-committee"] ? false : sie.byProject),
        budgetYear: values["budget-year"] ?? sie.budgetYear,
        month: values.month ?? sie.month,
      },
    }),
  };
}

const sieOptions: Record<SieField, keyof Values> = { organisation: "municipality", account: "account", grantAccount: "grant-account", budgetYear: "budget-year", month: "month" };

/** A sentence on what a SIE file lacks, or has wrong; undefined when nothing, or when none is asked for. */
export function sieProblem({ files }: PaperRequest, paper: Paper): string | undefined {
  if (!files.includes("sie")) return undefined;
  const choices = sieChoices({ ...paper, language: "sv" });
  const problems = sieChoiceProblems(choices);
  const missing = problems.flatMap(({ field }) => (field !== undefined && choices[field] === "" ? [`--${sieOptions[field]}`] : []));
  if (missing.length > 0) return `--sie behöver också ${missing.join(", ")}, här eller på arbetsbokens blad Bilageuppgifter.`;
  return problems[0]?.message;
}

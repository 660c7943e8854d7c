import type { AmountRow, PlanInput, RepaymentPlan } from "../../src/planning";
import { plainAmount, type PageTable } from "./markdown";

/** Figures by what they are about: "Skolfam / Socialnämnden / 2029" → "625000". Zeros are left out. */
export type Figures = Record<string, string>;

const resultFields = { Kostnad: "cost", "Ska återföras": "entitlement", Återförs: "scheduled", Efterskänks: "waived", "Stoppas av tak": "stoppedByCap", "Bärs av fonden": "borneByFund" } as const;
const fundFields = { "Ingående saldo": "opening", Tillskott: "contributions", Uttag: "withdrawals", Återföringar: "repayments", "Utgående saldo": "closing" } as const;
const appraisalFields = { Fonden: "fundNpv", Kommunen: "municipalNpv", Samhället: "societalNpv" } as const;

/** What the engine says that a table of a kind should hold. */
export function engineFigures(kind: string, input: PlanInput, plan: RepaymentPlan): Figures {
  const rows: Record<string, readonly AmountRow[]> = {
    kostnader: input.costs,
    besparingar: input.savings,
    "fastställda utfall": (input.outcomes ?? []).filter(({ status }) => status === "established"),
    bokfört: input.booked ?? [],
    återföring: plan.schedule,
  };
  const amounts = rows[kind];
  if (amounts !== undefined) return withSums(amounts.map((row) => ({ ...row, project: projectName(input, row.project), committee: committeeName(input, row.committee) })));
  if (kind === "resultat") return fieldFigures(plan.projects.map((result) => [projectName(input, result.project), result]), resultFields);
  if (kind === "fondkonto") return fieldFigures(plan.fund.map((year) => [String(year.year), year]), fundFields);
  if (kind === "nettonuvärde" && plan.appraisal !== undefined) return fieldFigures([["", plan.appraisal]], appraisalFields);
  throw new Error(`There is nothing to compare a table of "${kind}" with.`);
}

/** What the page says, in the same form. */
export function pageFigures({ kind, headers, rows }: PageTable, input: PlanInput): Figures {
  const [onlyProject] = input.projects;
  const figures: Figures = {};
  for (const row of rows) {
    const labels = row.slice(0, headers.findIndex((header, index) => index > 0 && header !== "Nämnd"));
    const about =
      kind === "nettonuvärde" ? [""]
      : kind === "resultat" || kind === "fondkonto" ? [row[0]!]
      : labels[0] === "Summa" ? ["Summa"]
      : headers[1] === "Nämnd" ? labels
      : [onlyProject!.name, labels[0]!];
    headers.forEach((header, column) => {
      if (column < (kind === "nettonuvärde" ? 0 : kind === "resultat" || kind === "fondkonto" ? 1 : labels.length)) return;
      const amount = plainAmount(row[column] ?? "");
      if (amount !== "0") figures[[...about, header].join(" / ")] = amount;
    });
  }
  return figures;
}

/** Whether a table has a row of sums; then it is compared too. */
export const hasSums = ({ rows }: PageTable) => rows.some(([label]) => label === "Summa");

const projectName = (input: PlanInput, id: string) => input.projects.find((project) => project.id === id)?.name ?? id;
const committeeName = (input: PlanInput, id: string) => input.committees.find((committee) => committee.id === id)?.name ?? id;

function withSums(rows: { project: string; committee: string; year: number; amount: string }[]): Figures {
  const sums = new Map<string, bigint>();
  for (const { project, committee, year, amount } of rows) {
    for (const about of [`${project} / ${committee} / ${year}`, `${project} / ${committee} / Summa`, `Summa / ${year}`, "Summa / Summa"]) {
      sums.set(about, (sums.get(about) ?? 0n) + BigInt(amount));
    }
  }
  return Object.fromEntries([...sums].filter(([, sum]) => sum !== 0n).map(([about, sum]) => [about, String(sum)]));
}

function fieldFigures<Row>(rows: [about: string, row: Row][], fields: Record<string, keyof Row>): Figures {
  const figures: Figures = {};
  for (const [about, row] of rows) {
    for (const [header, field] of Object.entries(fields)) {
      const amount = String(row[field]);
      if (amount !== "0") figures[[about, header].join(" / ")] = amount;
    }
  }
  return figures;
}

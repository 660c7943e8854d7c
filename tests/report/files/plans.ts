import { readFileSync } from "node:fs";
import { join } from "node:path";
import { planRepayments, type PlanInput, type RepaymentPlan } from "../../../src/planning";

/** A plan and its input. */
export interface Planned {
  input: PlanInput;
  plan: RepaymentPlan;
}

/** An input, planned; an input with errors fails. */
export function planned(input: PlanInput): Planned {
  const plan = planRepayments(input);
  const errors = plan.diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  return { input, plan };
}

/** One of the planning examples. */
export function example(name: string): Planned {
  return planned(JSON.parse(readFileSync(join(__dirname, `../../planning/examples/${name}.json`), "utf8")) as PlanInput);
}

/** Twelve committees that repay for thirty years, in öre. */
export function large(): Planned {
  const committees = Array.from({ length: 12 }, (_, index) => ({ id: `N${index + 1}`, name: `Nämnd ${index + 1}` }));
  const projects = Array.from({ length: 5 }, (_, index) => ({
    id: `P${index + 1}`,
    name: `Projekt ${index + 1}`,
    rule: { guarantee: "1", profile: "level" as const, window: { from: 2027, years: 30 } },
  }));
  const costs = projects.flatMap(({ id }, at) => committees.map((committee, index) => ({ project: id, committee: committee.id, year: 2026, amount: `${1_000_003 + 7_919 * index + at}.37` })));
  const savings = projects.flatMap(({ id }) => committees.map((committee, index) => ({ project: id, committee: committee.id, year: 2030, amount: `${10_000 + index}` })));
  return planned({ committees, projects, costs, savings, roundingUnit: "0.01" });
}

/** A budgetmodell: what is granted is never repaid. */
export function nothingToRepay(): Planned {
  return planned({
    committees: [{ id: "SN", name: "Socialnämnden" }],
    projects: [{ id: "P1", name: "Ramanslag", rule: { cap: "0" } }],
    costs: [{ project: "P1", committee: "SN", year: 2026, amount: "500000" }],
    savings: [],
  });
}

/** Plans of every kind that a file must hold: its name, and the making of it. */
export const everyPlan: [name: string, plan: () => Planned][] = [
  ["norrkoping-2010", () => example("norrkoping-2010")],
  ["uppfoljning", () => example("uppfoljning")],
  ["30 years of 12 committees", large],
  ["nothing to repay", nothingToRepay],
];

/** An exact amount in öre. */
export function öreOf(amount: string): bigint {
  const [whole, fraction = ""] = amount.split(".");
  return BigInt(`${whole}${fraction.padEnd(2, "0")}`);
}

/** The sum of amounts in öre. */
export function total(amounts: bigint[]): bigint {
  return amounts.reduce((sum, amount) => sum + amount, 0n);
}

/** Names that have broken files: each must come through as the text it is. */
export const hostileNames = [
  '=HYPERLINK("http://example.com";"Klicka")',
  "+46 11 15 00 00",
  "-1+1",
  "@SUMMA(A1)",
  "\t=1+1",
  "<b>Fet</b> & co",
  'Citat "inne" och “krulliga”',
  "Bakstreck \\ och sist \\",
  "Rad\r\nbrytning\u2028här",
  "Semikolon; komma, klammer {1 \"x\"} #PBUDGET",
  "Emoji 👩‍👧‍👦 och 🚀",
  "Lång ".repeat(60),
  "‮עברית‬ العربية",
  "Tecken \u0000\u0007\u007f dolda",
  "Škoda – €, ø",
];

/** A project and a committee for each hostile name, every pair with a repayment. */
export function hostile(): Planned {
  const committees = hostileNames.map((name, index) => ({ id: `N${index + 1}`, name }));
  const projects = hostileNames.map((name, index) => ({ id: `P${index + 1}`, name }));
  const rows = projects.map(({ id }, index) => ({ project: id, committee: committees[index]!.id, amount: "1000.25" }));
  return planned({
    title: "=1+1",
    committees,
    projects,
    costs: rows.map((row) => ({ ...row, year: 2026 })),
    savings: rows.map((row) => ({ ...row, year: 2028 })),
    roundingUnit: "0.01",
  });
}

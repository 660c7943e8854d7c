import fc from "fast-check";
import type { CellValue } from "../../../src/workbook/amountText";
import { movePoint } from "../../../src/workbook/amountUnits";
import { understandAmounts } from "../../../src/workbook/reading/understandAmounts";

const runs = { numRuns: 400 };

interface Portfolio {
  projects: string[];
  committees: string[];
  years: number[];
  /** By project, committee and year: whole öre, or null for no amount. */
  ore: (number | null)[][][];
}

const projectNames = ["Skolfam", "Alla barn i skolan", "Servicetrainee", "Solid återkomst", "Projekt 2026", "Total samverkan", "#unga", "1001", "Hela familjen (steg 2)"];
const committeeNames = ["Socialnämnden", "Utbildningsnämnden", "Vård- och omsorgsnämnden", "Kommunstyrelsen", "Region Östergötland"];

const portfolio: fc.Arbitrary<Portfolio> = fc
  .record({ projects: fc.shuffledSubarray(projectNames, { minLength: 1, maxLength: 4 }), committees: fc.shuffledSubarray(committeeNames, { minLength: 1, maxLength: 3 }), first: fc.integer({ min: 1990, max: 2140 }), span: fc.integer({ min: 1, max: 6 }) })
  .chain(({ projects, committees, first, span }) =>
    fc
      .array(fc.array(fc.array(fc.option(fc.integer({ min: -500_000_000, max: 5_000_000_000 }).filter((ore) => Math.abs(ore) > 99)), { minLength: span, maxLength: span }), { minLength: committees.length, maxLength: committees.length }), { minLength: projects.length, maxLength: projects.length })
      .map((ore) => ({ projects, committees, years: Array.from({ length: span }, (_, index) => first + index), ore })),
  );

const units = { kr: 0, tkr: 3, mkr: 6 } as const;
type Unit = keyof typeof units;

interface Look {
  unit: Unit;
  unitAt: "title" | "note" | "headings";
  titles: string[];
  years: "number" | "text" | "År" | "Budget" | "date";
  numbers: ("number" | "spaces" | "nbsp" | "krText" | "points" | "minus")[];
  totals: boolean;
  totalColumn: boolean;
  mergedProjects: boolean;
  blankRow: boolean;
  remark: boolean;
  at: [number, number];
}

const look: fc.Arbitrary<Look> = fc.record({
  unit: fc.constantFrom<Unit>("kr", "tkr", "mkr"),
  unitAt: fc.constantFrom("title", "note", "headings"),
  titles: fc.subarray(["Sociala investeringar 2026–2030", "Fonden på 40 mkr", "Underlag till KS 2025-11-03", ""]),
  years: fc.constantFrom("number", "text", "År", "Budget", "date"),
  numbers: fc.array(fc.constantFrom("number", "spaces", "nbsp", "krText", "points", "minus"), { minLength: 1, maxLength: 4 }),
  totals: fc.boolean(),
  totalColumn: fc.boolean(),
  mergedProjects: fc.boolean(),
  blankRow: fc.boolean(),
  remark: fc.boolean(),
  at: fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 30 })),
});

/** An amount of öre as a cell, in the unit and in one of the ways to write it. */
function written(ore: number, { unit, numbers }: Look, turn: number): CellValue {
  const decimal = movePoint(movePoint(String(ore), -2), -units[unit]);
  const way = numbers[turn % numbers.length] ?? "number";
  if (way === "number") return Number(decimal);
  const [whole = "0", fraction] = decimal.replace("-", "").split(".");
  const separator = way === "nbsp" ? "\u00a0" : way === "points" ? "." : " ";
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, separator);
  // "1.234" alone could be read in two ways; people who group with points write decimals too.
  const text = fraction === undefined ? (way === "points" ? `${grouped},00` : grouped) : `${grouped},${fraction}`;
  const sign = decimal.startsWith("-");
  const suffix = way === "krText" ? ` ${unit}` : "";
  if (!sign) return text + suffix;
  return way === "minus" ? `−${text}` : way === "krText" ? `(${text}${suffix})` : `-${text}${suffix}`;
}

const sumOf = (parts: (number | null)[]) => parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);

function yearHeading(year: number, { years, unit, unitAt }: Look): CellValue {
  const suffix = unitAt === "headings" ? ` (${unit})` : "";
  if (suffix) return `${year}${suffix}`;
  if (years === "number") return year;
  if (years === "date") return Math.round((Date.UTC(year, 0, 1) - Date.UTC(1899, 11, 30)) / 86_400_000);
  return years === "text" ? String(year) : `${years} ${year}`;
}

function wide(plan: Portfolio, seen: Look): CellValue[][] {
  let turn = 0;
  const cells: CellValue[][] = [];
  const { totalColumn, mergedProjects, blankRow, totals } = seen;
  const number = (ore: number) => written(ore, seen, turn++);
  cells.push(["Projekt", "Ansvarig nämnd", ...plan.years.map((year) => yearHeading(year, seen)), ...(totalColumn ? ["Summa"] : [])]);
  plan.projects.forEach((project, p) => {
    let first = true;
    plan.committees.forEach((committee, c) => {
      const parts = plan.ore[p]?.[c] ?? [];
      cells.push([first || !mergedProjects ? project : "", committee, ...parts.map((ore) => (ore === null ? "" : number(ore))), ...(totalColumn ? [number(sumOf(parts))] : [])]);
      first = false;
    });
    if (blankRow) cells.push([]);
  });
  const all = plan.years.map((_, y) => sumOf(plan.ore.flat().map((parts) => parts[y] ?? null)));
  if (totals) cells.push(["Totalt", "", ...all.map(number), ...(totalColumn ? [number(sumOf(all))] : [])]);
  return cells;
}

function long(plan: Portfolio, seen: Look): CellValue[][] {
  let turn = 0;
  const unit = seen.unitAt === "headings" ? ` (${seen.unit})` : "";
  const cells: CellValue[][] = [["Insats", "Nämnd", "År", `Belopp${unit}`]];
  plan.projects.forEach((project, p) =>
    plan.committees.forEach((committee, c) =>
      plan.years.forEach((year, y) => {
        const ore = plan.ore[p]?.[c]?.[y];
        if (ore !== null && ore !== undefined) cells.push([project, committee, year, written(ore, seen, turn++)]);
      }),
    ),
  );
  if (seen.totals) cells.push(["Summa", "", "", written(sumOf(plan.ore.flat(2)), seen, turn++)]);
  return cells;
}

function sections(plan: Portfolio, seen: Look): CellValue[][] {
  let turn = 0;
  const number = (ore: number) => written(ore, seen, turn++);
  const cells: CellValue[][] = [["Nämnd", ...plan.years.map((year) => yearHeading(year, seen))]];
  plan.projects.forEach((project, p) => {
    if (plan.ore[p]?.every((parts) => parts.every((ore) => ore === null))) return;
    cells.push([project]);
    plan.committees.forEach((committee, c) => {
      const parts = plan.ore[p]?.[c] ?? [];
      if (parts.some((ore) => ore !== null)) cells.push([committee, ...parts.map((ore) => (ore === null ? "" : number(ore)))]);
    });
    if (seen.totals) cells.push([`Summa ${project}`, ...plan.years.map((_, y) => number(sumOf((plan.ore[p] ?? []).map((parts) => parts[y] ?? null))))]);
    if (seen.blankRow) cells.push([]);
  });
  return cells;
}

function decorated(table: CellValue[][], { titles, unit, unitAt, remark }: Look): CellValue[][] {
  const width = table[0]?.length ?? 0;
  const above = [...titles.map((title) => [title]), ...(unitAt === "title" ? [[`Belopp i ${unit}`]] : [])];
  const below = [...(remark ? [[], ["Källa: nämndernas egna kalkyler"]] : []), ...(unitAt === "note" ? [[], [`Alla belopp anges i ${unit}.`]] : [])];
  return [...above, ...table, ...below].map((row) => [...row, ...new Array<CellValue>(width - row.length).fill("")]);
}

/** What must be read, as text: project, committee, year, kronor. */
function expected(plan: Portfolio): string[] {
  return plan.projects
    .flatMap((project, p) => plan.committees.flatMap((committee, c) => plan.years.flatMap((year, y) => {
      const ore = plan.ore[p]?.[c]?.[y];
      return ore === null || ore === undefined ? [] : [`${project}|${committee}|${year}|${movePoint(String(ore), -2)}`];
    })))
    .sort();
}

describe.each([["a column per year", wide], ["a row per amount", long], ["projects as headings", sections]] as const)("any portfolio with %s", (_, layout) => {
  it("gives the same amounts back, however it is decorated, and no complaint", () => {
    fc.assert(
      fc.property(portfolio, look, (plan, seen) => {
        fc.pre(expected(plan).length > 0);
        const [row, column] = seen.at;
        const found = understandAmounts({ sheet: "Underlag 1", row, column, values: decorated(layout(plan, seen), seen) }, { kind: "costs" });
        expect(found.rows.map(({ project, committee, year, amount }) => `${project}|${committee}|${year}|${movePoint(amount, 0).replace(/\.0+$/, "")}`).sort()).toEqual(expected(plan));
        expect(found.diagnostics).toEqual([]);
      }),
      runs,
    );
  });
});

import { isDecimalText } from "../money/decimalText";
import { isYear } from "../money/years";
import { atOnce, type Work } from "../planning/work";
import type { AmountRow, Committee, DecimalText, PlanInput, Project } from "../planning/types";
import { sum } from "./amounts";

/** The tables of amounts that a record keeps, by project, committee and year; frames have no project. */
export const amountTables = ["costs", "savings", "frames", "outcomes", "booked"] as const;
export type AmountTable = (typeof amountTables)[number];

/** Project, committee and first year, then the amounts year by year: places in the record's names, "" for a year without. */
type AmountRun = [project: number, committee: number, firstYear: number, amounts: string];

/** What a plan was made from, as the written sheets remember it: enough to say what has changed since. */
export interface InputRecord {
  version: 1;
  /** The ids that the runs of amounts point at. */
  names: string[];
  projects?: Project[];
  committees?: Committee[];
  /** Left out when there are too many amounts to keep: then the sums tell. */
  amounts?: Record<AmountTable, AmountRun[]>;
  sums: Record<AmountTable, { count: number; sum: DecimalText }>;
  settings: Pick<PlanInput, "title" | "roundingUnit" | "planFrom" | "capOrder" | "capExtensionYears" | "guideline" | "appraisal" | "defaultRule" | "fund" | "caps" | "waivers" | "successions">;
}

/** So long a record may be on the control sheet, which is written with every plan. */
const longestRecord = 160_000;

const withoutCells = (key: string, value: unknown): unknown => (key === "cell" ? undefined : value);

/** The rows of a table that can be told; only established outcomes count. */
function rowsOf(input: PlanInput, table: AmountTable): AmountRow[] {
  const rows: AmountRow[] = table === "frames" ? (input.frames ?? []).map((row) => ({ ...row, project: "" })) : table === "outcomes" ? established(input) : (input[table] ?? []);
  return rows.filter(({ year, amount }) => isYear(year) && isDecimalText(amount));
}

const established = ({ outcomes = [] }: PlanInput) => outcomes.filter(({ status }) => status === "established");

function emptyTables<T>(of: (table: AmountTable) => T): Record<AmountTable, T> {
  return Object.fromEntries(amountTables.map((table) => [table, of(table)])) as Record<AmountTable, T>;
}

class Names {
  readonly list: string[] = [];
  private readonly places = new Map<string, number>();

  place(id: string): number {
    const known = this.places.get(id);
    if (known !== undefined) return known;
    this.places.set(id, this.list.length);
    return this.list.push(id) - 1;
  }
}

function* runsOf(rows: AmountRow[], names: Names): Work<AmountRun[]> {
  const groups = new Map<string, { project: number; committee: number; years: Map<number, DecimalText> }>();
  for (const { project, committee, year, amount } of rows) {
    const places = { project: names.place(project), committee: names.place(committee) };
    const key = `${places.project} ${places.committee}`;
    const group = groups.get(key) ?? { ...places, years: new Map<number, DecimalText>() };
    groups.set(key, group);
    const earlier = group.years.get(year);
    group.years.set(year, earlier === undefined ? amount : sum([earlier, amount]));
    yield;
  }
  return [...groups.values()].map(({ project, committee, years }) => {
    const [first, last] = [Math.min(...years.keys()), Math.max(...years.keys())];
    return [project, committee, first, Array.from({ length: last - first + 1 }, (_, index) => years.get(first + index) ?? "").join(",")];
  });
}

/**
 * The input as a short text, to be written with the plan. What makes it too long is left out, the amounts first and
 * then the projects: then only sums and counts are known.
 * @param longest how many characters it may have
 */
export function inputRecord(input: PlanInput, longest = longestRecord): string {
  return atOnce(inputRecordWork(input, longest));
}

/** The same row by row: a large fund's record would hold the page. */
export function* inputRecordWork(input: PlanInput, longest = longestRecord): Work<string> {
  const names = new Names();
  const { title, roundingUnit, planFrom, capOrder, capExtensionYears, guideline, appraisal, defaultRule, fund, caps, waivers, successions } = input;
  const rows = emptyTables((table) => rowsOf(input, table));
  const amounts = emptyTables((): AmountRun[] => []);
  for (const table of amountTables) amounts[table] = yield* runsOf(rows[table], names);
  const record: InputRecord = {
    version: 1,
    names: names.list,
    projects: input.projects,
    committees: input.committees,
    amounts,
    sums: emptyTables((table) => ({ count: rows[table].length, sum: sum(rows[table].map(({ amount }) => amount)) })),
    settings: { title, roundingUnit, planFrom, capOrder, capExtensionYears, guideline, appraisal, defaultRule, fund, caps, waivers, successions },
  };
  const withoutAmounts: InputRecord = { ...record, amounts: undefined, names: [] };
  // A large fund's amounts are too long by themselves: no need to write them out to know.
  const amountsLength = Object.values(amounts).flat().reduce((length, [, , , list]) => length + list.length, 0);
  const candidates: InputRecord[] = [...(amountsLength > longest ? [] : [record]), withoutAmounts, { ...withoutAmounts, projects: undefined, committees: undefined }];
  for (const candidate of candidates) {
    const text = JSON.stringify(candidate, withoutCells);
    if (text.length <= longest) return text;
  }
  return "";
}

/** Reads a record; undefined when it is none, or damaged. */
export function parseRecord(text: string | undefined): InputRecord | undefined {
  try {
    const record = JSON.parse(text ?? "") as Partial<InputRecord> | null;
    const complete = record?.version === 1 && Array.isArray(record.names) && typeof record.settings === "object" && amountTables.every((table) => typeof record.sums?.[table]?.sum === "string");
    return complete ? (record as InputRecord) : undefined;
  } catch {
    return undefined;
  }
}

/** The amounts of a table in a record, by project, committee and year. */
export function amountsOf({ amounts, names }: InputRecord, table: AmountTable): Map<string, AmountRow> | undefined {
  const runs = amounts?.[table];
  if (!runs) return undefined;
  const found = new Map<string, AmountRow>();
  for (const [project, committee, firstYear, list] of runs) {
    list.split(",").forEach((amount, index) => {
      if (amount === "") return;
      const row = { project: names[project] ?? "", committee: names[committee] ?? "", year: firstYear + index, amount };
      found.set(JSON.stringify([row.project, row.committee, row.year]), row);
    });
  }
  return found;
}

/**
 * The way back: an input that gives the same plan as the one that was recorded. Rows of the same project, committee and
 * year are one; preliminary outcomes, which change no amount, are not kept. Undefined when the record has no amounts.
 */
export function inputOf(record: InputRecord): PlanInput | undefined {
  const { projects, committees, settings } = record;
  const [costs, savings, frames, outcomes, booked] = amountTables.map((table) => amountsOf(record, table));
  if (!projects || !committees || !costs || !savings || !frames || !outcomes || !booked) return undefined;
  return {
    ...settings,
    projects,
    committees,
    costs: [...costs.values()],
    savings: [...savings.values()],
    frames: [...frames.values()].map(({ committee, year, amount }) => ({ committee, year, amount })),
    outcomes: [...outcomes.values()].map((row) => ({ ...row, status: "established" })),
    booked: [...booked.values()],
  };
}

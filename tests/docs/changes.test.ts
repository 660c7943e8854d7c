import { changeReasons, planChanges } from "../../src/followUp";
import { planRepayments, type PlanInput } from "../../src/planning";
import { reasonInWords } from "../../src/report/followUp";
import uppfoljning from "../planning/examples/uppfoljning.json";
import { checkComputation } from "./arithmetic";
import { pageText } from "./generated";
import { plainAmount, tableRows, workedExamples } from "./markdown";

/** Why the plan has changed, as the method page explains it: the engine's own figures and words. */
const page = pageText("metod.md");
// The section is read as the other examples are; only its marker is another, as its plan is of two inputs.
const [history] = workedExamples(page.replace("<!-- historia: ", "<!-- exempel: historia-")).filter(({ name }) => name === "historia-uppfoljning");

const now = uppfoljning as PlanInput;
const before: PlanInput = { ...now, outcomes: [], booked: [], planFrom: undefined };
const schedule = planRepayments(before).schedule;
const changes = planChanges({ input: before, schedule }, { input: now, schedule: planRepayments(now).schedule });
const committee = (id: string) => now.committees.find((one) => one.id === id)!.name;

/** Figures of a table by their labels and year; no zeros. */
function figuresOf(kind: string, labels: number): Record<string, number> {
  const { headers, rows } = history!.tables.find((table) => table.kind === kind)!;
  return Object.fromEntries(rows.flatMap((row) => row.slice(labels).map((cell, index) => [[...row.slice(0, labels), headers[labels + index]].join(" / "), Number(plainAmount(cell))] as const)).filter(([, amount]) => amount !== 0));
}

function summed(entries: (readonly [about: readonly string[], amount: string])[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const [about, amount] of entries) sums[about.join(" / ")] = (sums[about.join(" / ")] ?? 0) + Number(amount);
  return Object.fromEntries(Object.entries(sums).filter(([, amount]) => amount !== 0));
}

test("every reason is explained, by its own name", () => {
  const table = /^<!-- orsaker -->\n\n((?:\|.*\n)+)/m.exec(page)?.[1] ?? "";
  expect(tableRows(table).map(([, name]) => name).sort()).toEqual(changeReasons.map((reason) => reasonInWords({ reason }, "sv")).sort());
  for (const [, , when] of tableRows(table)) expect(when).not.toBe("");
});

test("the decided plan is the engine's", () => {
  expect(figuresOf("fastställd plan", 1)).toEqual(summed(schedule.flatMap(({ committee: id, year, amount }) => ["Summa", String(year)].map((column) => [[committee(id), column], amount] as const))));
});

test("the reasons are the engine's, to the krona", () => {
  const parts = changes.flatMap((change) => [String(change.year), "Summa"].flatMap((column) => [[[reasonInWords(change, "sv"), committee(change.committee), column], change.amount] as const, [["Summa", "", column], change.amount] as const]));
  expect(figuresOf("orsaker", 2)).toEqual(summed(parts));
});

test.each(history?.computations ?? [])("%s", (line) => {
  checkComputation(line);
});

test("the example computes each step", () => expect(history?.computations.length).toBeGreaterThan(8));

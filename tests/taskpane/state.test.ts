import { diagnosticsOf, initialState, isWritable, reduce, type PaneAction, type PaneState } from "../../src/taskpane/state";
import type { Diagnostic, PlanInput } from "../../src/planning/types";
import type { Reading } from "../../src/taskpane/workbook";
import type { ReadTable } from "../../src/workbook/reading";
import { planRepayments } from "../../src/planning";
import norrkoping from "../planning/examples/norrkoping-2010.json";

const input = norrkoping as unknown as PlanInput;
const plan = planRepayments(input);
const failure: Diagnostic = { code: "excel.cellEditing", severity: "error", message: "En cell redigeras." };
const table = (where: string, rows: number): ReadTable => ({ kind: "costs", where, rows, years: [2010, 2013], total: "100", unit: "kr", leftOut: [], interpreted: [] });
const reading = (diagnostics: Diagnostic[] = []): Reading => ({ input, tables: [table("Kostnader!A1:D5", 4), table("'Egna blad'!A1:D9", 8)], diagnostics, interpreted: [], source: "sheets", written: null });
const after = (...actions: PaneAction[]): PaneState => actions.reduce(reduce, initialState("sv"));
const read = { type: "read" as const, reading: reading(), plan, at: 1 };
const written: PaneAction = { type: "written", written: { sheets: ["Återföringsplan", "Kontroll"], notes: [], outdated: false } };

it("begins with nothing read and nothing under way", () => {
  expect(initialState("en")).toEqual({ language: "en", activity: null, current: null, written: null, announcement: null, failure: null });
});

it("shows what is under way, and announces what came of it", () => {
  expect(after({ type: "readingStarted" }).activity).toEqual({ kind: "reading" });
  expect(after({ type: "readingStarted" }, read)).toMatchObject({ activity: null, announcement: { kind: "read", rows: 12 }, current: { changed: false, at: 1 } });
  expect(after({ type: "creatingStarted" }, { type: "created", sheets: ["Kostnader"] })).toMatchObject({ activity: null, announcement: { kind: "created", sheets: ["Kostnader"] } });
});

it("follows the writing, and takes no progress when nothing is written", () => {
  expect(after(read, { type: "writingStarted" }, { type: "writingProgressed", share: 0.4, doing: "Bygger Kontroll" }).activity).toEqual({ kind: "writing", share: 0.4, doing: "Bygger Kontroll" });
  expect(after(read, { type: "writingProgressed", share: 0.4, doing: "Bygger Kontroll" }).activity).toBeNull();
  expect(after(read, { type: "writingStarted" }, written)).toMatchObject({ activity: null, announcement: { kind: "written", sheets: 2 }, written: { outdated: false } });
});

it("keeps what was read when something fails, until the next attempt", () => {
  const failed = after(read, { type: "writingStarted" }, { type: "failed", failure });
  expect(failed).toMatchObject({ activity: null, announcement: null, failure });
  expect(failed.current).not.toBeNull();
  expect(reduce(failed, { type: "failureClosed" }).failure).toBeNull();
  expect(reduce(failed, { type: "readingStarted" }).failure).toBeNull();
});

describe("a change in the workbook", () => {
  it("marks the input, and the plan written from it, as old", () => {
    expect(after(read, written, { type: "inputChanged", sheet: "Egna blad" })).toMatchObject({ current: { changed: true }, written: { outdated: true } });
  });

  it("does not count when it is on another sheet, such as the plan's own", () => {
    const state = after(read, written);
    expect(reduce(state, { type: "inputChanged", sheet: "Kontroll" })).toBe(state);
  });

  it("is forgotten when the input is read again: then the reading knows whether the plan on the sheets is old", () => {
    const again = (outdated: boolean): PaneAction => ({ ...read, reading: { ...reading(), written: { sheets: ["Kontroll"], notes: [], outdated } } });
    const edited = after(read, written, { type: "inputChanged", sheet: "Kostnader" });
    expect(reduce(edited, again(true))).toMatchObject({ current: { changed: false }, written: { outdated: true } });
    expect(reduce(edited, again(false)).written?.outdated).toBe(false);
  });

  it("while the plan is written makes it old from the start", () => {
    expect(after(read, { type: "writingStarted" }, { type: "inputChanged", sheet: "Kostnader" }, written).written?.outdated).toBe(true);
  });
});

it("lets only a plan without errors be written", () => {
  const current = (state: PaneState) => state.current!;
  expect(isWritable(current(after(read)))).toBe(true);
  expect(isWritable(current(after({ ...read, reading: reading([failure]) })))).toBe(false);
  expect(isWritable(current(after({ ...read, plan: { ...plan, projects: [] } })))).toBe(false);
});

it("gathers the reading's and the plan's diagnostics by severity", () => {
  const warning: Diagnostic = { code: "x", severity: "warning", message: "Se över." };
  const state = after({ type: "read", reading: reading([failure]), plan: { ...plan, diagnostics: [warning] }, at: 1 });
  expect(diagnosticsOf(state.current!)).toEqual({ errors: [failure], warnings: [warning] });
});

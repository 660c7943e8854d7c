import { planRepayments } from "../../src/planning";
import type { Diagnostic, PlanInput } from "../../src/planning/types";
import { diagnosticsOf, hasInput, initialState, isWritable, mayChangeInput, reduce, type PaneAction, type PaneState } from "../../src/taskpane/state";
import type { Reading, WrittenPlan } from "../../src/taskpane/workbook";
import type { RangeUnderstanding } from "../../src/workbook/ranges";
import type { ReadTable } from "../../src/workbook/reading";
import norrkoping from "../planning/examples/norrkoping-2010.json";

const input = norrkoping as unknown as PlanInput;
const plan = planRepayments(input);
const failure: Diagnostic = { code: "excel.cellEditing", severity: "error", message: "En cell redigeras." };
const table = (kind: "costs" | "savings", where: string, rows: number): ReadTable => ({ kind, origin: "table", where, rows, years: [2010, 2013], total: "100", unit: "kr", leftOut: [], interpreted: [] });
const tables = [table("costs", "Kostnader!A1:D5", 4), table("savings", "'Egna blad'!A1:D9", 8)];
const reading = (over: Partial<Reading> = {}): Reading => ({ input, tables, diagnostics: [], interpreted: [], observations: [], source: "sheets", written: null, annex: null, ...over });
const after = (...actions: PaneAction[]): PaneState => actions.reduce(reduce, initialState("sv"));
const read = { type: "read" as const, reading: reading(), plan, at: 1 };
const plansheets: WrittenPlan = { sheets: ["Återföringsplan", "Kontroll"], notes: [], outdated: false, changes: [] };
const written: PaneAction = { type: "written", written: plansheets };
const begins = (kind: "creating" | "reading" | "savingRules"): PaneAction => ({ type: "began", activity: { kind } });
const writingBegins: PaneAction = { type: "began", activity: { kind: "writing", share: 0, doing: "" } };

it("begins on Underlag with nothing read and nothing under way", () => {
  expect(initialState("en")).toMatchObject({ language: "en", tab: "input", activity: null, current: null, pick: null, comparison: null, written: null, announcement: null, failure: null });
});

it("shows what is under way, and announces what came of it", () => {
  expect(after(begins("reading")).activity).toEqual({ kind: "reading" });
  expect(after(begins("reading"), read)).toMatchObject({ activity: null, announcement: { kind: "read", rows: 12 }, current: { changed: false, at: 1 } });
  expect(after(begins("creating"), { type: "announced", announcement: { kind: "created", sheets: ["Kostnader"] } })).toMatchObject({ activity: null, announcement: { kind: "created", sheets: ["Kostnader"] } });
});

it("says nothing of a reading that nobody asked for, and leaves what was said before", () => {
  const saved: PaneAction = { type: "announced", announcement: { kind: "rulesSaved" } };
  const quiet = after(read, saved, { type: "failed", failure }, { type: "began", activity: { kind: "reading", quiet: true } });
  expect(quiet.failure).toEqual(failure);
  expect(after(read, saved, { ...read, quiet: true }).announcement).toEqual({ kind: "rulesSaved" });
});

it("keeps the tab that was chosen", () => {
  expect(after({ type: "tabChosen", tab: "plan" }, read, written).tab).toBe("plan");
});

it("follows the writing, and takes no progress when nothing is written", () => {
  const progress: PaneAction = { type: "writingProgressed", share: 0.4, doing: "Bygger Kontroll" };
  expect(after(read, writingBegins, progress).activity).toEqual({ kind: "writing", share: 0.4, doing: "Bygger Kontroll" });
  expect(after(read, writingBegins, { type: "writingCancelled" }, progress).activity).toEqual({ kind: "writing", share: 0.4, doing: "Bygger Kontroll", cancelling: true });
  expect(after(read, progress, { type: "writingCancelled" }).activity).toBeNull();
  expect(after(read, writingBegins, written)).toMatchObject({ activity: null, announcement: { kind: "written", sheets: 2 }, written: { outdated: false } });
});

it("keeps what was read when something fails, until the next attempt", () => {
  const failed = after(read, writingBegins, { type: "failed", failure });
  expect(failed).toMatchObject({ activity: null, announcement: null, failure });
  expect(failed.current).not.toBeNull();
  expect(reduce(failed, { type: "failureClosed" }).failure).toBeNull();
  expect(reduce(failed, begins("reading")).failure).toBeNull();
});

describe("a change in the workbook", () => {
  it("marks the input, and the plan written from it, as old", () => {
    expect(after(read, written, { type: "inputChanged" })).toMatchObject({ current: { changed: true }, written: { outdated: true } });
    expect(after({ type: "inputChanged" }).current).toBeNull();
  });

  it("is forgotten when the input is read again: then the reading knows whether the plan on the sheets is old", () => {
    const again = (outdated: boolean): PaneAction => ({ ...read, reading: reading({ written: { ...plansheets, outdated } }) });
    const edited = after(read, written, { type: "inputChanged" });
    expect(reduce(edited, again(true))).toMatchObject({ current: { changed: false }, written: { outdated: true } });
    expect(reduce(edited, again(false)).written?.outdated).toBe(false);
  });

  it("while the plan is written makes it old from the start", () => {
    expect(after(read, writingBegins, { type: "inputChanged" }, written).written?.outdated).toBe(true);
  });

  it("may concern the input when it is on one of its sheets, and never on the plan's own", () => {
    const state = after(read, written);
    expect(["Kostnader", "Egna blad", "Anteckningar", "Kontroll"].map((sheet) => mayChangeInput(state, sheet))).toEqual([true, true, false, false]);
  });

  it("may concern the input on any sheet while costs or savings are looked for", () => {
    const state = after({ ...read, reading: reading({ tables: tables.slice(0, 1), written: plansheets }) });
    expect(["Anteckningar", "Kontroll"].map((sheet) => mayChangeInput(state, sheet))).toEqual([true, false]);
    expect(mayChangeInput(initialState("sv"), "Blad1")).toBe(true);
  });
});

describe("rules that are not saved", () => {
  const drafts = { projects: {}, settings: { roundingUnit: "0.01" } };

  it("are in the input that is planned, not in what was read", () => {
    const state = after({ type: "draftsChanged", drafts }, read);
    expect([state.current?.input.roundingUnit, state.current?.reading.input.roundingUnit]).toEqual(["0.01", input.roundingUnit]);
  });

  it("stay when the workbook is read again, with the plan that was made of them", () => {
    const planned = after(read, { type: "draftsChanged", drafts }, { type: "planned", input: { ...input, roundingUnit: "0.01" }, plan: { ...plan, schedule: [] } });
    expect(planned.current).toMatchObject({ input: { roundingUnit: "0.01" }, plan: { schedule: [] }, at: 1 });
    expect(reduce(planned, read).drafts).toBe(drafts);
  });

  it("show that a plan is being made, until it is there or something fails", () => {
    const planning = after(read, { type: "planningStarted" });
    expect(planning.planning).toBe(true);
    for (const action of [read, { type: "planned", input, plan }, { type: "compared", comparison: { model: "selfRisk", plan } }, { type: "failed", failure }] as PaneAction[]) expect([action.type, reduce(planning, action).planning]).toEqual([action.type, false]);
  });

  it("make no plan before anything is read", () => {
    expect(after({ type: "planned", input, plan }).current).toBeNull();
  });
});

describe("choosing a range", () => {
  const understood: RangeUnderstanding = { address: "Blad1!A1:C4", columns: [], headerRow: 1, rows: 3, years: [2026], total: "1", unit: "kr", leftOut: [], interpreted: [], diagnostics: [], preview: [] };

  it("opens on Underlag, and begins anew when something else is looked for", () => {
    const chosen = after({ type: "tabChosen", tab: "plan" }, { type: "pickOpened", kind: "costs" }, { type: "pickUnderstood", kind: "costs", understood, correction: { unit: "tkr" } });
    expect(chosen).toMatchObject({ tab: "input", activity: null, pick: { kind: "costs", understood, correction: { unit: "tkr" } } });
    expect(reduce(chosen, { type: "pickOpened", kind: "savings" }).pick).toEqual({ kind: "savings", understood: null, correction: {} });
    expect(reduce(chosen, { type: "pickClosed" }).pick).toBeNull();
  });

  it("is not opened again by an answer that comes after it was closed", () => {
    expect(after(begins("reading"), { type: "pickUnderstood", kind: "costs", understood, correction: {} })).toMatchObject({ pick: null, activity: null });
  });
});

it("keeps a comparison until it is closed", () => {
  const compared = after(read, { type: "compared", comparison: { model: "selfRisk", plan } });
  expect(compared.comparison?.model).toBe("selfRisk");
  expect(reduce(compared, { type: "comparisonClosed" }).comparison).toBeNull();
});

it("has an input when any table was read", () => {
  expect(hasInput(after(read))).toBe(true);
  expect(hasInput(after({ ...read, reading: reading({ tables: [], source: "none" }) }))).toBe(false);
});

it("lets only a plan without errors be written", () => {
  const current = (state: PaneState) => state.current!;
  expect(isWritable(current(after(read)))).toBe(true);
  expect(isWritable(current(after({ ...read, reading: reading({ diagnostics: [failure] }) })))).toBe(false);
  expect(isWritable(current(after({ ...read, plan: { ...plan, projects: [] } })))).toBe(false);
});

it("gathers the reading's and the plan's diagnostics by severity", () => {
  const warning: Diagnostic = { code: "x", severity: "warning", message: "Se över." };
  const state = after({ type: "read", reading: reading({ diagnostics: [failure] }), plan: { ...plan, diagnostics: [warning] }, at: 1 });
  expect(diagnosticsOf(state.current!)).toEqual({ errors: [failure], warnings: [warning] });
});

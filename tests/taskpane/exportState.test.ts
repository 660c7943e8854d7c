import { planRepayments } from "../../src/planning";
import type { PlanInput } from "../../src/planning/types";
import { isUnsaved, type HandedFile } from "../../src/taskpane/exportState";
import { initialState, reduce, type PaneAction, type PaneState } from "../../src/taskpane/state";
import { usualPaper, type KeptPaper, type Paper } from "../../src/workbook/paper";
import norrkoping from "../planning/examples/norrkoping-2010.json";

const usual = usualPaper("sv");
const inMkr: Paper = { ...usual, unit: "mkr" };
const inKr: Paper = { ...usual, unit: "kr" };
const kept = (paper: Paper, sheet: string | null = "Bilageuppgifter"): KeptPaper => ({ paper, sheet, problems: [] });
const reads = (paper: Paper): PaneAction => ({ type: "paperRead", kept: kept(paper) });
const changes = (paper: Paper): PaneAction => ({ type: "paperChanged", paper });
const file = (kind: HandedFile["kind"]): PaneAction => ({ type: "fileHanded", file: { kind, name: "Fil", arrival: "asked" } });
const after = (...actions: PaneAction[]): PaneState => actions.reduce(reduce, initialState("sv"));

describe("what papers shall be like", () => {
  it("is not known before it is read, and then as the workbook has it", () => {
    expect(after(changes(inMkr)).papers).toBeNull();
    expect(isUnsaved(null)).toBe(false);
    const { papers } = after(reads(inMkr));
    expect(papers).toEqual({ ...kept(inMkr), kept: inMkr });
    expect(isUnsaved(papers)).toBe(false);
  });

  it("follows the workbook, but for what has not been saved", () => {
    expect(after(reads(usual), reads(inKr)).papers?.paper).toBe(inKr);
    const { papers } = after(reads(usual), changes(inMkr), reads(inKr));
    expect(papers).toMatchObject({ paper: inMkr, kept: inKr });
    expect(isUnsaved(papers)).toBe(true);
  });

  it("is saved, but for what was changed meanwhile", () => {
    const saved: PaneAction = { type: "paperSaved", saved: inMkr, kept: kept({ ...inMkr }) };
    expect(isUnsaved(after(reads(usual), changes(inMkr), saved).papers)).toBe(false);
    const { papers } = after(reads(usual), changes(inMkr), changes(inKr), saved);
    expect(papers).toMatchObject({ paper: inKr, kept: inMkr });
    expect(isUnsaved(papers)).toBe(true);
  });
});

it("takes the share of a work that goes on, and of no other", () => {
  const begins: PaneAction = { type: "began", activity: { kind: "exporting", what: "word" } };
  const half: PaneAction = { type: "exportProgressed", share: 0.5 };
  expect(after(begins, half).activity).toEqual({ kind: "exporting", what: "word", share: 0.5 });
  expect(after(half).activity).toBeNull();
});

it("asks about the latest file until the user has answered", () => {
  expect(after(file("csv")).handed).toMatchObject({ kind: "csv", arrival: "asked" });
  expect(after(file("csv"), { type: "fileMissing" }).handed).toMatchObject({ arrival: "missing" });
  expect(after(file("csv"), { type: "fileClosed" }).handed).toBeNull();
  expect(after({ type: "fileMissing" }).handed).toBeNull();
});

it("counts the refusals of a SIE file until one is made", () => {
  const refused: PaneAction = { type: "sieRefused" };
  expect(after(refused, refused).sieRefusals).toBe(2);
  expect(after(refused, file("csv")).sieRefusals).toBe(1);
  expect(after(refused, file("sie")).sieRefusals).toBe(0);
});

it("has an annex that is out of date when the input has changed since, also while it was written", () => {
  const input = norrkoping as unknown as PlanInput;
  const read: PaneAction = { type: "read", reading: { input, tables: [], diagnostics: [], interpreted: [], observations: [], source: "template", written: null, annex: null }, plan: planRepayments(input), at: 0 };
  const written: PaneAction = { type: "annexWritten", sheet: "Bilaga" };
  const changed: PaneAction = { type: "inputChanged" };
  expect(after(read, written)).toMatchObject({ activity: null, annex: { sheet: "Bilaga", outdated: false }, announcement: { kind: "annexWritten", sheet: "Bilaga" } });
  expect(after(read, written, changed).annex).toEqual({ sheet: "Bilaga", outdated: true });
  expect(after(read, changed, written).annex).toEqual({ sheet: "Bilaga", outdated: true });
});

import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { planRepayments } from "../../../src/planning";
import type { Diagnostic, PlanInput } from "../../../src/planning/types";
import { App } from "../../../src/taskpane/App";
import { withDrafts } from "../../../src/taskpane/drafts";
import type { Effects } from "../../../src/taskpane/effects";
import { initialState, type PaneAction } from "../../../src/taskpane/state";
import { createStore, type PaneStore } from "../../../src/taskpane/store";
import type { Reading } from "../../../src/taskpane/workbook";
import norrkoping from "../../planning/examples/norrkoping-2010.json";

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

/** Norrköping's investments of 2010. */
export const input = norrkoping as unknown as PlanInput;
/** Their plan. */
export const plan = planRepayments(input);
/** An error in a cell. */
export const error: Diagnostic = { code: "reading.notAnAmount", severity: "error", message: "”tolv” är inget belopp.", cell: "Kostnader!D5", year: 2011 };
/** What was read, with a table of costs. */
export const reading = (diagnostics: Diagnostic[] = []): Reading => ({
  input,
  tables: [
    {
      kind: "costs",
      origin: "table",
      where: "Kostnader!A3:H8",
      rows: 5,
      years: [2010, 2011, 2012, 2013],
      total: "33560000",
      unit: "tkr",
      leftOut: [{ kind: "totalRow", what: "Summarad", cells: "Kostnader!A9:H9" }],
      interpreted: [],
    },
  ],
  diagnostics,
  interpreted: [],
  source: "template",
  observations: [],
  written: null,
  annex: null,
});
/** The workbook has been read and planned. */
export const read = (diagnostics?: Diagnostic[]): PaneAction => ({ type: "read", reading: reading(diagnostics), plan, at: 0 });

let root: Root;
/** Where the pane is. */
export let place: HTMLElement;
/** The pane's store. */
export let store: PaneStore;
/** What the user has asked for, in order. */
export let asked: string[];

/** What the user asks for is noted; nothing here plays Excel. */
const note = (what: string) => async (detail?: string) => {
  asked.push(detail === undefined ? what : `${what} ${detail}`);
};
/** Whether what is saved is taken; Excel may refuse it. */
let isTaken: boolean;
/** Excel refuses, or takes, what is saved from now on. */
export const takes = (taken: boolean) => {
  isTaken = taken;
};
const answer = (what: string) => async (detail: unknown) => {
  asked.push(`${what} ${JSON.stringify(detail)}`);
  return isTaken;
};
const effects: Effects = {
  createTemplate: note("createTemplate"),
  addTable: note("addTable"),
  openExample: note("openExample"),
  read: note("read"),
  write: note("write"),
  cancelWriting: () => void asked.push("cancelWriting"),
  draft: async (drafts) => {
    asked.push("draft");
    store.dispatch({ type: "draftsChanged", drafts });
    const changed = withDrafts(input, drafts);
    store.dispatch({ type: "planned", input: changed, plan: planRepayments(changed) });
  },
  saveRules: note("saveRules"),
  saveCap: answer("saveCap"),
  removeCap: note("removeCap"),
  compare: async (model) => {
    asked.push(`compare ${model}`);
    if (model === null) store.dispatch({ type: "comparisonClosed" });
  },
  understandSelection: note("understandSelection"),
  correctRange: async (correction) => void asked.push(`correctRange ${JSON.stringify(correction)}`),
  useRange: note("useRange"),
  forgetRange: note("forgetRange"),
  openFollowUp: note("openFollowUp"),
  compareWithVersion: note("compareWithVersion"),
  explainVersion: note("explainVersion"),
  saveOutcomes: answer("saveOutcomes"),
  saveBooked: answer("saveBooked"),
  readSelection: async (kind, year) => void asked.push(`readSelection ${kind} ${year}`),
  replanFrom: async (year) => void asked.push(`replanFrom ${year}`),
  tryChange: async (kind, change) => void asked.push(`tryChange ${kind} ${JSON.stringify(change)}`),
  saveWaiver: answer("saveWaiver"),
  saveSuccession: answer("saveSuccession"),
  decide: answer("decide"),
  writeFollowUp: note("writeFollowUp"),
  openExport: note("openExport"),
  changePaper: async (paper) => {
    asked.push("changePaper");
    store.dispatch({ type: "paperChanged", paper });
  },
  savePaper: note("savePaper"),
  makeFile: note("makeFile"),
  writeAnnex: note("writeAnnex"),
  copyAnnex: note("copyAnnex"),
  copyCsv: note("copyCsv"),
  cancelExport: () => void asked.push("cancelExport"),
  insertFunction: async ({ id }) => void asked.push(`insertFunction ${id}`),
  goTo: note("goTo"),
  openSheet: note("openSheet"),
  open: note("open"),
};

/** Shows a new pane in Swedish, with nothing read, before each test of a file. */
export function usePane(): void {
  beforeEach(() => {
    asked = [];
    isTaken = true;
    place = document.body.appendChild(document.createElement("div"));
    store = createStore(initialState("sv"));
    root = createRoot(place);
    act(() => root.render(<App store={store} effects={effects} />));
  });

  afterEach(() => {
    act(() => root.unmount());
    place.remove();
  });
}

/** Something happens to the state. */
export const happens = (...actions: PaneAction[]) => act(() => actions.forEach(store.dispatch));
/** What happens brings up a part of the pane that is loaded then. */
export const happensAndLoads = (...actions: PaneAction[]) =>
  act(async () => {
    actions.forEach(store.dispatch);
    await settled();
  });
/** The headings, in order, each with its level. */
export const headings = () => [...place.querySelectorAll("h1, h2, h3")].map((heading) => `${heading.tagName.toLowerCase()} ${heading.textContent ?? ""}`);
/** A button or a link by its name. */
export const control = (name: string): HTMLElement => {
  const found = [...place.querySelectorAll<HTMLElement>("button, a")].find((element) => (element.getAttribute("aria-label") ?? element.textContent) === name);
  if (!found) throw new Error(`No control called ${name}.`);
  return found;
};
/** Presses a button or a link. */
export const press = (name: string) => act(() => control(name).click());
/** A field by its label. */
export const field = (label: string): HTMLInputElement | HTMLSelectElement => {
  const found = [...place.querySelectorAll("label")].find(({ textContent }) => textContent === label);
  const element = found && document.getElementById(found.htmlFor);
  if (!element) throw new Error(`No field called ${label}.`);
  return element as HTMLInputElement;
};
/** Types in a field, or chooses in a list, as React hears it from a browser. */
export const enter = (label: string, value: string) =>
  act(() => {
    const element = field(label);
    const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element) as object, "value");
    own?.set?.call(element, value);
    element.dispatchEvent(new Event(element instanceof HTMLSelectElement ? "change" : "input", { bubbles: true }));
  });
/** Goes to a tab, and waits for what is loaded with it. */
export const open = async (tab: string) => {
  await act(async () => {
    [...place.querySelectorAll<HTMLElement>('[role="tab"]')].find(({ textContent }) => textContent?.startsWith(tab))?.click();
    await settled();
  });
};
/** What was begun has been loaded. */
export const settled = async () => {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setTimeout(resolve, 1));
};
/** What is said to screen readers. */
export const status = () => place.querySelector('[role="status"]')?.textContent;
/** What the pane says, without the spaces that do not break, which only typography needs. */
export const text = () => (place.textContent ?? "").replace(/[\u00a0\u202f]/g, " ");

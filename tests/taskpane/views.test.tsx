/** @jest-environment jsdom */
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { planRepayments } from "../../src/planning";
import type { Diagnostic, PlanInput } from "../../src/planning/types";
import { App } from "../../src/taskpane/App";
import type { Effects } from "../../src/taskpane/effects";
import { initialState, type PaneAction } from "../../src/taskpane/state";
import { createStore, type PaneStore } from "../../src/taskpane/store";
import type { Reading } from "../../src/taskpane/workbook";
import norrkoping from "../planning/examples/norrkoping-2010.json";


Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const input = norrkoping as unknown as PlanInput;
const plan = planRepayments(input);
const error: Diagnostic = { code: "reading.notAnAmount", severity: "error", message: "”tolv” är inget belopp.", cell: "Kostnader!D5", year: 2011 };
const reading = (diagnostics: Diagnostic[] = []): Reading => ({
  input,
  tables: [
    {
      kind: "costs",
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
  written: null,
});
const read = (diagnostics?: Diagnostic[]): PaneAction => ({ type: "read", reading: reading(diagnostics), plan, at: 0 });

let root: Root;
let place: HTMLElement;
let store: PaneStore;
let asked: string[];

/** What the user asks for is noted; nothing here plays Excel. */
const note = (what: string) => async (detail?: string) => {
  asked.push(detail === undefined ? what : `${what} ${detail}`);
};
const effects: Effects = {
  createTemplate: note("createTemplate"),
  read: note("read"),
  write: note("write"),
  readAndWrite: note("readAndWrite"),
  goTo: note("goTo"),
  openSheet: note("openSheet"),
  watch: note("watch"),
};

beforeEach(() => {
  asked = [];
  place = document.body.appendChild(document.createElement("div"));
  store = createStore(initialState("sv"));
  root = createRoot(place);
  act(() => root.render(<App store={store} effects={effects} />));
});

afterEach(() => {
  act(() => root.unmount());
  place.remove();
});

const happens = (...actions: PaneAction[]) => act(() => actions.forEach(store.dispatch));
const headings = () => [...place.querySelectorAll("h1, h2, h3")].map((heading) => `${heading.tagName.toLowerCase()} ${heading.textContent ?? ""}`);
const control = (name: string): HTMLElement => {
  const found = [...place.querySelectorAll<HTMLElement>("button, a")].find((element) => (element.getAttribute("aria-label") ?? element.textContent) === name);
  if (!found) throw new Error(`No control called ${name}.`);
  return found;
};
const press = (name: string) => act(() => control(name).click());
const status = () => place.querySelector('[role="status"]')?.textContent;
/** Without the spaces that do not break, which only typography needs. */
const text = () => (place.textContent ?? "").replace(/[\u00a0\u202f]/g, " ");

it("begins with the two ways to get going", () => {
  expect(headings()).toEqual(["h1 Återföring", "h2 Kom i gång"]);
  press("Skapa underlag");
  press("Läs in");
  expect(asked).toEqual(["createTemplate", "read"]);
});

it("cannot be asked twice while Excel works, and keeps the focus where it was", () => {
  control("Läs in").focus();
  happens({ type: "readingStarted" });
  press("Läs in");
  expect(asked).toEqual([]);
  expect(document.activeElement).toBe(control("Läs in"));
  expect(status()).toBe("Läser underlaget …");
  expect(place.querySelector('[role="progressbar"]')?.getAttribute("aria-label")).toBe("Läser underlaget …");
});

it("shows what was read: rows, years, unit, total, where, and what was left out", () => {
  happens(read());
  expect(headings()).toEqual(["h1 Återföring", "h2 Underlag", "h3 Kostnader", "h2 Att se över", "h2 Plan"]);
  expect(status()).toBe("Underlaget är inläst: 5 rader.");
  expect(text()).toContain("5 rader · 2010–2013 · Belopp i tkr");
  expect(text()).toContain("33 560 000 kr");
  expect(text()).toContain("Summarad räknas inte: Kostnader!A9:H9.");
  press("Visa Kostnader!A3:H8");
  expect(asked).toEqual(["goTo Kostnader!A3:H8"]);
});

it("says what to do when the workbook holds nothing to plan from", () => {
  const nothing: PlanInput = { committees: [], projects: [], costs: [], savings: [] };
  const missing: Diagnostic = { code: "reading.nothingFound", severity: "error", message: "Ingen tabell med kostnader hittades." };
  happens({ type: "read", reading: { ...reading([missing]), input: nothing, tables: [] }, plan: planRepayments(nothing), at: 0 });
  expect(text()).toContain("Ingen tabell med kostnader hittades.");
  expect(headings()).not.toContain("h2 Plan");
  press("Skapa underlag");
  expect(asked).toEqual(["createTemplate"]);
});

it("leads from an error to its cell, and does not let the plan be written", () => {
  happens(read([error]));
  expect(headings()).toContain("h3 1 fel");
  press("Gå till Kostnader!D5");
  press("Skriv plan till arbetsboken");
  expect(asked).toEqual(["goTo Kostnader!D5"]);
  expect(text()).toContain("Rätta felen ovan");
});

it("shows eight of many problems, and the rest when asked", () => {
  happens(read(Array.from({ length: 30 }, (_, index) => ({ ...error, cell: `Kostnader!D${index + 5}` }))));
  const links = () => [...place.querySelectorAll("button")].filter((link) => link.textContent?.startsWith("Gå till")).length;
  expect([headings().includes("h3 30 fel"), links()]).toEqual([true, 8]);
  press("Visa 22 till");
  expect(links()).toBe(30);
});

it("shows the plan's key figures and a row for each committee that repays", () => {
  happens(read());
  expect(text()).toContain("Beviljat33 560 000 kr");
  expect(text()).toContain("Återförs32 600 000 kr97,14 % av det beviljade, 2012–2017");
  expect(text()).toContain("Bärs av fonden960 000 kr");
  const rows = [...place.querySelectorAll("tbody tr")].map((row) => row.querySelector("th")?.textContent?.replaceAll("\u00ad", ""));
  const repaying = input.committees.filter(({ id }) => plan.schedule.some(({ committee }) => committee === id));
  expect(rows).toEqual([...repaying.map(({ name }) => name), "Totalt"]);
  const total = [...place.querySelectorAll("tbody tr:last-child td")].at(-1)?.textContent?.replace(/\s/g, "");
  expect(total).toBe("32600000");
});

it("lets the table be scrolled with the keyboard", () => {
  happens(read());
  const region = place.querySelector('[role="region"]');
  expect(region?.getAttribute("tabindex")).toBe("0");
  expect(document.getElementById(region?.getAttribute("aria-labelledby") ?? "")?.textContent).toBe("Återföring per nämnd och år, kr");
});

it("writes, and then leads to the sheets", () => {
  happens(read());
  press("Skriv plan till arbetsboken");
  happens({ type: "writingStarted" }, { type: "written", written: { sheets: ["Återföringsplan", "Kontroll"], notes: ["Bladet Kontroll finns kvar som Kontroll 2026-03-01."], outdated: false } });
  expect(status()).toBe("Planen är skriven på 2 blad.");
  press("Kontroll");
  expect(asked).toEqual(["write", "openSheet Kontroll"]);
  expect(text()).toContain("Bladet Kontroll finns kvar som Kontroll 2026-03-01.");
});

it("marks a written plan whose input has changed, in words", () => {
  happens(read(), { type: "written", written: { sheets: ["Kontroll"], notes: [], outdated: false } }, { type: "inputChanged", sheet: "Kostnader" });
  expect(text()).toContain("Underlaget har ändrats sedan det lästes in.");
  expect(text()).toContain("Inaktuell:");
});

it("gives Excel's refusal as a sentence that can be closed", () => {
  happens({ type: "failed", failure: { code: "excel.cellEditing", severity: "error", message: "En cell redigeras i Excel." } });
  expect(place.querySelector('[role="alert"]')?.textContent).toContain("En cell redigeras i Excel.");
  press("Stäng meddelandet");
  expect(place.querySelector('[role="alert"]')).toBeNull();
});

it("speaks English when asked, numbers too, and says so to screen readers", () => {
  happens(read());
  press("In English");
  expect(document.documentElement.lang).toBe("en");
  expect(headings().filter((heading) => !heading.startsWith("h3"))).toEqual(["h1 Återföring", "h2 Input", "h2 To look over", "h2 Plan"]);
  expect(text()).toContain("33,560,000 kr");
  press("På svenska");
  expect(document.documentElement.lang).toBe("sv");
});

it("keeps the focus in the pane when the control that had it goes away", () => {
  control("Läs in").focus();
  happens({ type: "readingStarted" }, read(Array.from({ length: 9 }, (_, index) => ({ ...error, cell: `Kostnader!D${index}` }))));
  expect(document.activeElement?.textContent).toBe("Underlag");
  control("Visa 1 till").focus();
  press("Visa 1 till");
  expect(document.activeElement?.getAttribute("aria-label")).toBe("9 fel");
  happens({ type: "failed", failure: error });
  control("Stäng meddelandet").focus();
  press("Stäng meddelandet");
  expect(document.activeElement?.tagName).toBe("MAIN");
});

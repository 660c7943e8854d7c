/** @jest-environment jsdom */
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { cellFunctions } from "../../src/functions/functions";
import { App } from "../../src/taskpane/App";
import type { Effects } from "../../src/taskpane/effects";
import { initialState } from "../../src/taskpane/state";
import { createStore, type PaneStore } from "../../src/taskpane/store";

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

let root: Root;
let place: HTMLElement;
let store: PaneStore;
let inserted: string[];

const render = async (language: "sv" | "en" = "sv") => {
  inserted = [];
  place = document.body.appendChild(document.createElement("div"));
  store = createStore({ ...initialState(language), tab: "export" });
  root = createRoot(place);
  // The view asks for nothing else.
  const effects: Partial<Effects> = { insertFunction: async ({ id }) => void inserted.push(id) };
  act(() => root.render(<App store={store} effects={effects as Effects} />));
  await press(language === "sv" ? "Funktioner" : "Functions");
};

afterEach(() => {
  act(() => root.unmount());
  place.remove();
});

const control = (name: string): HTMLElement => {
  const found = [...place.querySelectorAll<HTMLElement>("button")].find((element) => (element.getAttribute("aria-label") ?? element.textContent) === name);
  if (!found) throw new Error(`No button called ${name}.`);
  return found;
};
/** Presses as a user does, who gives the button the focus; what is loaded then is awaited. */
const press = (name: string) =>
  act(async () => {
    control(name).focus();
    control(name).click();
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setTimeout(resolve, 1));
  });
const search = (text: string) =>
  act(() => {
    const field = place.querySelector<HTMLInputElement>('input[type="search"]')!;
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, text);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
const names = () => [...place.querySelectorAll("h3")].map(({ textContent }) => textContent);
const found = () => [...place.querySelectorAll('[role="status"]')].at(-1)?.textContent;
const plain = (text: string | null | undefined) => (text ?? "").replace(/\s/g, " ");

it("stands in place of the tab, takes the focus, and gives it back", async () => {
  await render();
  expect(document.activeElement?.textContent).toBe("Funktioner");
  expect(document.activeElement?.tagName).toBe("H2");
  expect(place.querySelector('[role="tabpanel"]')).toBeNull();
  expect(place.querySelector('[role="tab"][aria-selected="true"]')).toBeNull();
  expect(control("Funktioner").getAttribute("aria-pressed")).toBe("true");
  await press("Tillbaka till Export");
  expect(document.activeElement).toBe(control("Funktioner"));
  expect(control("Funktioner").getAttribute("aria-pressed")).toBe("false");
  expect(place.querySelector('[role="tabpanel"]')?.textContent).toContain("Här finns inget att visa än");
});

it("is left by its own button, and by any tab, also the one that was there before", async () => {
  await render();
  await press("Funktioner");
  expect(names()).toEqual([]);
  await press("Funktioner");
  expect(names()).toHaveLength(15);
  await act(async () => [...place.querySelectorAll<HTMLElement>('[role="tab"]')].at(-1)?.click());
  expect(store.state()).toMatchObject({ tab: "export", functions: false });
});

it("shows every function with signature, description, arguments, and an example with its answer", async () => {
  await render();
  expect(names()).toEqual(cellFunctions.map(({ name }) => `SIF.${name}`));
  const [first] = place.querySelectorAll("main li");
  expect([...(first?.querySelectorAll("code") ?? [])].map(({ textContent }) => textContent)).toEqual([
    "=SIF.NETTONUVÄRDE(ränta; flöden; [första_period = 0])",
    "=SIF.NETTONUVÄRDE(0,03; {16\\42\\34\\54\\84\\135})",
  ]);
  expect([...(first?.querySelectorAll("dt") ?? [])].map(({ textContent }) => textContent)).toEqual(["ränta", "flöden", "första_period"]);
  expect(plain(first?.textContent)).toContain("Svar: 329,3277");
  expect(first?.querySelector("summary")?.textContent).toBe("3 argument");
});

it("writes the answer that fills several cells a row a line", async () => {
  await render();
  await search("årstak");
  expect(place.querySelector("strong")?.textContent?.split("\n").map(plain)).toEqual(["200 000 · 200 000 · 200 000 · 66 667", "100 000 · 100 000 · 100 000 · 33 333"]);
});

it("finds while the user types, and tells how many, or that there is none", async () => {
  await render();
  expect(found()).toBe("15 funktioner");
  await search("aterbetalning");
  expect([names(), found()]).toEqual([["SIF.ÅTERBETALNINGSTID"], "1 funktion"]);
  await search("xyz");
  expect([names(), found()]).toEqual([[], "Ingen funktion motsvarar ”xyz”. Prova ett annat ord, eller töm sökfältet."]);
});

it("asks for the function to be written, not while Excel works, and says what came of it", async () => {
  await render();
  await press("Infoga SIF.INTERNRÄNTA");
  expect(inserted).toEqual(["IRR"]);
  act(() => store.dispatch({ type: "began", activity: { kind: "insertingFunction" } }));
  await press("Infoga SIF.INTERNRÄNTA");
  expect(inserted).toEqual(["IRR"]);
  act(() => store.dispatch({ type: "announced", announcement: { kind: "functionInserted", name: "SIF.INTERNRÄNTA", cell: "Blad1!B2" } }));
  expect(place.querySelector('[role="status"]')?.textContent).toBe("SIF.INTERNRÄNTA är infogad i Blad1!B2. Byt argumentens namn mot celler eller värden; tills dess visar cellen ett fel, till exempel #NAMN?.");
  expect(document.activeElement).toBe(control("Infoga SIF.INTERNRÄNTA"));
  const entry = () => control("Infoga SIF.INTERNRÄNTA").closest("li")?.textContent;
  expect(entry()).toContain("SIF.INTERNRÄNTA är infogad i Blad1!B2.");
  act(() => store.dispatch({ type: "failed", failure: { code: "excel.cellNotEmpty", severity: "error", message: "Cellen Blad1!B2 är inte tom." } }));
  expect(entry()).toContain("Cellen Blad1!B2 är inte tom.");
  expect([...place.querySelectorAll("main li")].filter(({ textContent }) => textContent?.includes("Blad1!B2"))).toHaveLength(1);
});

it("is in English in an English Excel, with formulas as they are written there", async () => {
  await render("en");
  expect(document.activeElement?.textContent).toBe("Functions");
  await search("outcome contract");
  expect(names()).toEqual(["SIF.UTFALLSERSÄTTNING"]);
  expect([...place.querySelectorAll("code")].at(-1)?.textContent).toBe("=SIF.UTFALLSERSÄTTNING(10, 15, 0.4, 1, 2, TRUE)");
  await press("Back to Export");
  expect(document.activeElement).toBe(control("Functions"));
});

/** @jest-environment jsdom */
import { act } from "react";
import { planRepayments } from "../../../src/planning";
import type { PaneAction } from "../../../src/taskpane/state";
import type { Diagnostic, PlanInput } from "../../../src/planning/types";
import { templateTables } from "../../../src/workbook/template";
import { asked, control, error, happens, headings, open, place, press, read, reading, settled, status, text, usePane } from "./shownPane";

usePane();

const nothing: PlanInput = { committees: [], projects: [], costs: [], savings: [] };
/** The workbook has been read, and has no input. */
const blank = (...found: Diagnostic[]): PaneAction => ({ type: "read", reading: { ...reading(found), input: nothing, tables: [] }, plan: planRepayments(nothing), at: 0 });

it("takes the focus to no heading when the pane opens, and to the view that comes in the place of another", () => {
  happens(read());
  expect(document.activeElement).toBe(document.body);
  happens(blank());
  place.querySelector<HTMLElement>("main li button")?.focus();
  happens(read());
  expect(document.activeElement?.textContent).toBe("Underlag");
});

it("begins with three ways to get going, each with its sentence", async () => {
  expect(headings()).toEqual(["h1 Återföring", "h2 Kom i gång"]);
  const choices = [...place.querySelectorAll("main li button")].map((button) => ({
    name: button.querySelector("span span:not([aria-hidden])")?.textContent,
    sentence: document.getElementById(button.getAttribute("aria-describedby") ?? "")?.textContent,
  }));
  expect(choices.map(({ name }) => name)).toEqual(["Börja med en mall", "Öppna exemplet", "Använd mina egna områden"]);
  expect(choices.every(({ sentence }) => /\.$/.test(sentence ?? ""))).toBe(true);
  const [template, example, own] = place.querySelectorAll<HTMLElement>("main li button");
  act(() => template?.click());
  act(() => example?.click());
  await act(async () => {
    own?.click();
    await settled();
  });
  expect(asked).toEqual(["createTemplate", "openExample"]);
  expect(headings()).toContain("h2 Välj område");
});

it("shows what was read: rows, years, unit, total, where, and what was left out", () => {
  happens(read());
  expect(headings()).toEqual(["h1 Återföring", "h2 Underlag", "h3 Kostnader", "h2 Att se över"]);
  expect(status()).toBe("Underlaget är inläst: 5 rader.");
  expect(text()).toContain("5 rader · 2010–2013 · Belopp i tkr");
  expect(text()).toContain("33 560 000 kr");
  expect(text()).toContain("Summarad räknas inte: Kostnader!A9:H9.");
  press("Visa Kostnader!A3:H8");
  expect(asked).toEqual(["goTo Kostnader!A3:H8"]);
});

describe("Lägg till tabell", () => {
  const offered = () =>
    [...place.querySelectorAll('[aria-label="Tabeller som arbetsboken saknar"] button')].map((button) => [
      button.querySelector("span span:not([aria-hidden])")?.textContent,
      document.getElementById(button.getAttribute("aria-describedby") ?? "")?.textContent,
    ]);

  it("offers the tables that the workbook lacks, each with what it is for, and adds the chosen one", () => {
    happens(read());
    expect(control("Lägg till tabell ").getAttribute("aria-expanded")).toBe("false");
    press("Lägg till tabell ");
    expect(offered().map(([name]) => name)).toEqual(["Projekt", "Besparingar", "Nämnder", "Ramar", "Tak", "Fördelning", "Fond", "Utfall", "Bokfört", "Undantag", "Nämndbyten", "Jämförelse", "Inställningar"]);
    expect(offered()).toContainEqual(["Fond", "Fondens ingående saldo och tillskott."]);
    act(() => [...place.querySelectorAll("button")].find(({ textContent }) => textContent?.startsWith("Nämndbyten"))?.click());
    expect(asked).toEqual(["addTable successions"]);
    expect(offered()).toEqual([]);
    expect(document.activeElement).toBe(control("Lägg till tabell "));
    happens({ type: "announced", announcement: { kind: "tableAdded", sheet: "Nämndbyten" } });
    expect(status()).toBe("Tabellen finns nu på bladet Nämndbyten. Den första cellen att fylla i är markerad.");
  });

  it("says so when there is none to add", () => {
    const [costs] = reading().tables;
    happens({ ...(read() as Extract<PaneAction, { type: "read" }>), reading: { ...reading(), tables: templateTables.map(({ key }) => ({ ...costs!, kind: key })) } });
    expect(control("Lägg till tabell ").getAttribute("aria-disabled")).toBe("true");
    press("Lägg till tabell ");
    expect(offered()).toEqual([]);
    expect(text()).toContain("Arbetsboken har alla tabeller som kan läggas till.");
  });
});

it("offers the ways to begin when the workbook holds nothing to plan from, with what else was found", () => {
  const missing: Diagnostic = { code: "reading.nothingFound", severity: "error", message: "Ingen tabell med kostnader hittades." };
  const unclear: Diagnostic = { code: "reading.tableUnclear", severity: "warning", message: "Tabellen vid Blad1!A1 är oklar.", cell: "Blad1!A1" };
  happens(blank(missing, unclear));
  expect(headings()).toEqual(["h1 Återföring", "h2 Kom i gång"]);
  expect(text()).not.toContain("Ingen tabell");
  press("Gå till Blad1!A1");
  expect(asked).toEqual(["goTo Blad1!A1"]);
});

it("leads from an error to its cell, and does not let the plan be written", async () => {
  happens(read([error]));
  expect(headings().slice(1, 3)).toEqual(["h2 Att se över", "h3 1 fel"]);
  expect(place.querySelector('[role="tab"]')?.textContent).toBe("Underlag1");
  press("Gå till Kostnader!D5");
  await open("Plan");
  press("Skriv plan till arbetsboken");
  expect(asked).toEqual(["goTo Kostnader!D5"]);
  expect(text()).toContain("Underlaget har fel som måste rättas");
});

it("shows eight of many problems, and the rest when asked", () => {
  happens(read(Array.from({ length: 30 }, (_, index) => ({ ...error, cell: `Kostnader!D${index + 5}` }))));
  const links = () => [...place.querySelectorAll("button")].filter((link) => link.textContent?.startsWith("Gå till")).length;
  expect([headings().includes("h3 30 fel"), links()]).toEqual([true, 8]);
  press("Visa alla 22 till");
  expect(links()).toBe(30);
});

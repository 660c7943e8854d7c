/** @jest-environment jsdom */
import { act } from "react";
import { usualPaper, type Paper } from "../../../src/workbook/paper";
import { asked, control, enter, error, field, happens, open, place, press, read, reading, plan, store, text, usePane } from "./shownPane";

usePane();

/** What the workbook keeps, or nothing yet. */
const keeps = (changed: Partial<Paper> = {}, sheet: string | null = "Bilageuppgifter") =>
  happens({ type: "paperRead", kept: { paper: { ...usualPaper("sv"), ...changed }, sheet, problems: [] } });
/** What is said at a field. */
const saidAt = (label: string) => {
  const ids = field(label).getAttribute("aria-describedby");
  return ids === null ? null : document.getElementById(ids)?.textContent;
};
/** Leaves a field that has been typed in. */
const leave = (label: string) => act(() => void field(label).dispatchEvent(new FocusEvent("focusout", { bubbles: true })));
const paper = () => store.state().papers!.paper;

beforeEach(async () => {
  happens(read());
  await open("Export");
});

describe("a SIE file that is refused", () => {
  const lacking = ["Kommun eller region", "SIE: konto för återföring", "SIE: budgetår"];
  const marked = () => [...place.querySelectorAll("label")].flatMap(({ htmlFor, textContent }) => (document.getElementById(htmlFor)?.getAttribute("aria-invalid") === "true" ? [textContent] : []));

  it("has its sentence at each field that lacks something, and the focus at the first", () => {
    keeps();
    expect(marked()).toEqual([]);
    happens({ type: "sieRefused" });
    expect(marked()).toEqual(lacking);
    expect(saidAt("Kommun eller region")).toContain("Ange kommunens eller regionens namn");
    expect(saidAt("SIE: konto för återföring")).toContain("Ange nämndernas konto för återföring");
    expect(saidAt("SIE: budgetår")).toContain("Ange året");
    expect(document.activeElement).toBe(field("Kommun eller region"));
  });

  it("takes a sentence away when its field is filled in, and goes to the next when it is refused again", () => {
    keeps();
    happens({ type: "sieRefused" });
    enter("Kommun eller region", "Exempelköping");
    leave("Kommun eller region");
    expect(marked()).toEqual(lacking.slice(1));
    happens({ type: "sieRefused" });
    expect(document.activeElement).toBe(field("SIE: konto för återföring"));
    keeps({ details: { ...paper().details, municipality: "Exempelköping" }, sie: { ...paper().sie, account: "39", month: "13", budgetYear: "2027" } });
    act(() => store.dispatch({ type: "paperChanged", paper: store.state().papers!.kept }));
    expect(marked()).toEqual(["SIE: konto för återföring", "SIE: månad"]);
    expect(saidAt("SIE: konto för återföring")).toContain("”39” är inget kontonummer");
  });

  it("says nothing more when a file has been made", () => {
    keeps();
    happens({ type: "sieRefused" }, { type: "fileHanded", file: { kind: "sie", name: "Återföringsplan.se", arrival: "asked" } });
    expect(marked()).toEqual([]);
  });

  it("takes no focus when the tab is opened again", async () => {
    keeps();
    happens({ type: "sieRefused" });
    await open("Regler");
    await open("Export");
    expect(marked()).toEqual(lacking);
    expect(document.activeElement).not.toBe(field("Kommun eller region"));
  });
});

it("offers nothing while the plan has errors, and goes to where they are", async () => {
  happens(read([error]));
  expect(text()).toContain("Planen har fel som måste rättas innan den kan lämna arbetsboken.");
  expect(place.querySelector("input")).toBeNull();
  press("Till Underlag");
  expect(store.state().tab).toBe("input");
});

it("reads what the workbook keeps when it is opened, and says where that is", () => {
  expect(asked).toEqual(["openExport"]);
  expect(text()).toContain("Hämtar bilagans uppgifter");
  keeps({}, null);
  expect(text()).toContain("Sparas i arbetsboken när du lämnar ett fält.");
  keeps();
  expect(text()).toContain("Sparas på bladet Bilageuppgifter.");
  press("Visa bladet");
  expect(asked.at(-1)).toBe("openSheet Bilageuppgifter");
});

it("asks for each thing that can be made", () => {
  keeps();
  for (const name of ["Skapa bilaga (Word)", "En bilaga per nämnd (zip)", "Bilaga som blad", "Kopiera bilagan", "CSV-fil", "SIE-fil"]) press(name);
  expect(asked.slice(1)).toEqual(["makeFile word", "makeFile committees", "writeAnnex", "copyAnnex", "makeFile csv", "makeFile sie"]);
});

it("shows how far the work has come, takes no more meanwhile, and can be stopped", () => {
  keeps();
  happens({ type: "began", activity: { kind: "exporting", what: "committees" } }, { type: "exportProgressed", share: 0.4 });
  const shares = () => [...place.querySelectorAll('[role="progressbar"]')].flatMap((bar) => bar.getAttribute("aria-valuenow") ?? []);
  expect(shares()).toEqual(["0.4"]);
  expect(control("CSV-fil").getAttribute("aria-disabled")).toBe("true");
  press("CSV-fil");
  press("Avbryt");
  expect(asked.slice(1)).toEqual(["cancelExport"]);
  happens({ type: "announced", announcement: { kind: "exportCancelled" } });
  expect(shares()).toEqual([]);
});

describe("a file that was handed over", () => {
  const handed = (kind: "word" | "csv" | "sie") => happens({ type: "fileHanded", file: { kind, name: "Fil", arrival: "asked" } });

  it("is asked about, and the question goes away with a yes", () => {
    keeps();
    handed("word");
    expect(text()).toContain("Fil är skickad till dina hämtade filer. Kom den fram?");
    press("Ja, den kom fram");
    expect(store.state().handed).toBeNull();
  });

  it.each([
    ["word", ["Bilaga som blad", "Kopiera bilagan", "Försök igen", "Stäng"]],
    ["csv", ["Kopiera filens innehåll", "Försök igen", "Stäng"]],
    ["sie", ["Försök igen", "Stäng"]],
  ] as const)("has ways round when a %s file did not arrive, the first of them in focus", (kind, ways) => {
    keeps();
    handed(kind);
    press("Nej");
    const alert = place.querySelector('[role="alert"]');
    expect([...(alert?.querySelectorAll("button") ?? [])].map(({ textContent }) => textContent)).toEqual(ways);
    expect(document.activeElement?.textContent).toBe(ways[0]);
    expect(alert?.contains(document.activeElement)).toBe(true);
  });
});

it("takes what is filled in when a field is left, and says what of the sheet is not understood", () => {
  happens({ type: "paperRead", kept: { paper: usualPaper("sv"), sheet: "Bilageuppgifter", problems: [{ key: "unit", text: "öre" }] } });
  expect(text()).toContain("Förstår inte ”öre” för Belopp i på bladet Bilageuppgifter.");
  enter("Ärendenummer", " KS 2026/1 ");
  expect(paper().details.caseNumber).toBe("");
  leave("Ärendenummer");
  expect(paper().details.caseNumber).toBe("KS 2026/1");
  enter("Belopp i", "mkr");
  enter("Återföringsform", "internalInvoice");
  enter("Bilagans språk", "en");
  expect(paper()).toMatchObject({ unit: "mkr", form: "internalInvoice", language: "en" });
  enter("SIE: månad", "13");
  leave("SIE: månad");
  expect(paper().sie.month).toBe("1");
  expect(saidAt("SIE: månad")).toContain("1–12");
});

it("offers to save what the workbook could not take", () => {
  keeps();
  enter("Handläggare", "Anna");
  leave("Handläggare");
  expect(text()).not.toContain("Ändringarna är inte sparade");
  happens({ type: "failed", failure: error });
  expect(text()).toContain("Ändringarna är inte sparade i arbetsboken.");
  press("Spara i arbetsboken");
  expect(asked.at(-1)).toBe("savePaper");
});

it("moves a section and leaves one out, with the focus on what was pressed", () => {
  keeps({ sections: ["summary", "decisions", "fund"] });
  press("Flytta ner Sammanfattning");
  expect(paper().sections).toEqual(["decisions", "summary", "fund"]);
  expect(document.activeElement?.getAttribute("aria-label")).toBe("Flytta ner Sammanfattning");
  press("Flytta upp Förslag till beslut");
  expect(paper().sections).toEqual(["decisions", "summary", "fund"]);
  act(() => field("Fondkonto").click());
  expect(paper().sections).toEqual(["decisions", "summary"]);
});

it("says that the annex's sheet is out of date, and no more when it has been written anew", () => {
  keeps();
  const hint = "Underlaget har ändrats sedan bilagan skrevs. Skriv den igen.";
  happens({ type: "annexWritten", sheet: "Bilaga" });
  expect(text()).not.toContain(hint);
  happens({ type: "read", reading: { ...reading(), annex: { sheet: "Bilaga", outdated: true } }, plan, at: 1 });
  expect(text()).toContain(hint);
  expect(text()).toContain("Inaktuell");
  press("Bladet Bilaga");
  expect(asked.at(-1)).toBe("openSheet Bilaga");
  happens({ type: "annexWritten", sheet: "Bilaga" });
  expect(text()).not.toContain(hint);
  happens({ type: "inputChanged" });
  expect(text()).toContain(hint);
});

/** @jest-environment jsdom */
import { underModel } from "../../../src/taskpane/comparison";
import { planRepayments } from "../../../src/planning";
import { asked, control, enter, happens, input, open, place, plan, press, read, status, store, text, usePane } from "./shownPane";

usePane();

describe("Plan", () => {
  beforeEach(async () => {
    happens(read());
    await open("Plan");
  });
  const rows = () => [...place.querySelectorAll("tbody tr")].map((row) => row.querySelector("th")?.textContent?.replaceAll("\u00ad", ""));

  it("shows the plan's key figures and a row for each committee that repays", () => {
    expect(text()).toContain("Beviljat33 560 000 kr");
    expect(text()).toContain("Återförs32 600 000 kr97,14 % av det beviljade, 2012–2017");
    expect(text()).toContain("Bärs av fonden960 000 kr");
    expect(text()).toContain("Lägsta fondsaldo14 940 000 krår 2013");
    expect(text()).toContain("Nuvärde, kommunen658 368 kr");
    const repaying = input.committees.filter(({ id }) => plan.schedule.some(({ committee }) => committee === id));
    expect(rows()).toEqual([...repaying.map(({ name }) => name), "Totalt"]);
    const total = [...place.querySelectorAll("tbody tr:last-child td")].at(-1)?.textContent?.replace(/\s/g, "");
    expect(total).toBe("32600000");
  });

  it("says in words what the charts show", () => {
    const captions = [...place.querySelectorAll("figcaption")].map(({ textContent }) => textContent?.replace(/\s/g, " "));
    expect(captions[0]).toContain("Återföring 2012–2017, störst 2014: 9 800 000 kr.");
    expect(captions[1]).toContain("Lägst 2013: 14 940 000 kr. I slutet av 2017: 39 040 000 kr.");
  });

  it("lets the tables be scrolled with the keyboard, the fund's account too", () => {
    const regions = () => [...place.querySelectorAll('[role="region"][tabindex="0"]')].map((region) => document.getElementById(region.getAttribute("aria-labelledby") ?? "")?.textContent);
    expect(regions()).toEqual(["Återföring per nämnd och år, kr"]);
    press("Visa som tabell");
    expect(regions()).toEqual(["Återföring per nämnd och år, kr", "Fondkonto, kr"]);
    expect(place.querySelector("section:last-child tbody tr:last-child")?.textContent?.replace(/\s/g, "")).toContain("39040000");
  });

  it("looks at a committee or a project alone", () => {
    const [committee] = input.committees;
    enter("Nämnd", committee!.id);
    expect(rows()).toEqual([committee!.name, "Totalt"]);
    enter("Nämnd", "");
    enter("Projekt", "SOLID");
    expect([...place.querySelectorAll("tbody tr:last-child td")].at(-1)?.textContent?.replace(/\s/g, "")).toBe("1200000");
    expect(text()).toContain("Återförs32 600 000 kr");
  });

  it("puts the plan under another model beside the current one", () => {
    enter("Jämför med en annan modell", "appropriation");
    expect(asked).toEqual(["compare appropriation"]);
    happens({ type: "compared", comparison: { model: "appropriation", plan: planRepayments(underModel(input, "appropriation")) } });
    const table = place.querySelector('table[aria-label="Nyckeltal under två regler"]');
    expect([...(table?.querySelectorAll("thead th") ?? [])].map(({ textContent }) => textContent)).toEqual(["Nuvarande", "Ramanslag utan återföring"]);
    const repaid = [...(table?.querySelectorAll("tbody tr") ?? [])].find((row) => row.querySelector("th")?.textContent === "Återförs");
    expect([...(repaid?.querySelectorAll("td") ?? [])].map(({ textContent }) => textContent?.replace(/\s/g, " "))).toEqual(["32 600 000 kr97,14 % av det beviljade, 2012–2017", "0 kr0 % av det beviljade"]);
    enter("Jämför med en annan modell", "");
    expect(place.querySelector('table[aria-label="Nyckeltal under två regler"]')).toBeNull();
  });

  it("writes, can be stopped meanwhile, and then leads to the sheets", () => {
    press("Skriv plan till arbetsboken");
    happens({ type: "began", activity: { kind: "writing", share: 0.4, doing: "Bygger Kontroll" } });
    expect(status()).toBe("Bygger Kontroll");
    control("Avbryt").focus();
    press("Avbryt");
    happens({ type: "written", written: { sheets: ["Återföringsplan", "Kontroll"], notes: ["Bladet Kontroll finns kvar som Kontroll 2026-03-01."], outdated: false, changes: [] } });
    expect(document.activeElement).toBe(control("Skriv planen igen"));
    expect(status()).toBe("Planen är skriven på 2 blad.");
    press("Kontroll");
    expect(asked).toEqual(["write", "cancelWriting", "openSheet Kontroll"]);
    expect(text()).toContain("Bladet Kontroll finns kvar som Kontroll 2026-03-01.");
  });

  it("marks a written plan whose input has changed, with what has changed", () => {
    const changes = ["Besparingar: 2 belopp ändrade."];
    happens({ type: "written", written: { sheets: ["Kontroll"], notes: [], outdated: true, changes } });
    expect(text()).toContain("Inaktuell");
    expect([...place.querySelectorAll('ul[aria-label="Det som har ändrats"] li')].map(({ textContent }) => textContent)).toEqual(changes);
  });

  it("says when it shows rules that are not saved", () => {
    happens({ type: "draftsChanged", drafts: { projects: { SOLID: "default" }, settings: {} } });
    expect(text()).toContain("Planen visar regler som inte är sparade.");
    press("Till Regler");
    expect(store.state().tab).toBe("rules");
  });
});

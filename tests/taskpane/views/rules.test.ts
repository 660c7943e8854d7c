/** @jest-environment jsdom */
import { act } from "react";
import { modelRules } from "../../../src/planning/models";
import { noDrafts } from "../../../src/taskpane/drafts";
import type { PaneAction } from "../../../src/taskpane/state";
import { asked, control, enter, field, happens, input, open, place, press, read, reading, status, store, takes, text, usePane } from "./shownPane";

usePane();

describe("Regler", () => {
  beforeEach(async () => {
    happens(read());
    await open("Regler");
  });

  it("says what the rule means, with an example that follows its numbers at once", () => {
    expect(text()).toContain("Nämnderna återför hela sin besparing år 1–10 efter projektets start, högst hela kostnaden.");
    expect(text()).toContain("Kostar projektet 1 000 000 kr och sparar 300 000 kr om året återförs 1 000 000 kr på fyra år.");
    enter("Modell", "selfRisk");
    expect(text()).toContain("år 1–5 efter projektets start");
    enter("Takandel", "62,5");
    expect(text()).toContain("återförs 625 000 kr på tre år. Fonden bär 375 000 kr.");
    enter("Garanterad andel", "40");
    expect(text()).toContain("Uteblir besparingen återförs ändå 400 000 kr.");
    expect(store.state().drafts.defaultRule).toMatchObject({ cap: "0.625", guarantee: "0.4", window: { years: 5 } });
    expect((field("Modell") as HTMLSelectElement).selectedOptions[0]?.textContent).toBe("Egen");
  });

  it("takes no number that is none, and says what to write", () => {
    enter("Återföringsandel", "150");
    expect(text()).toContain("Skriv en andel från 0 till 100 %.");
    expect(asked).toEqual([]);
    expect(field("Återföringsandel").value).toBe("150");
  });

  it("gives a project a rule of its own, or the fund's", () => {
    enter("Regel för", input.projects[0]!.id);
    act(() => place.querySelector<HTMLElement>('input[role="switch"]')?.click());
    expect(store.state().drafts.projects).toEqual({ [input.projects[0]!.id]: "default" });
    act(() => place.querySelector<HTMLElement>('input[role="switch"]')?.click());
    enter("Återföringstid, år", "3");
    expect(store.state().drafts.projects[input.projects[0]!.id]).toMatchObject({ window: { years: 3 } });
  });

  it("saves or undoes what has been changed", () => {
    enter("Kalkylränta", "");
    expect(store.state().current?.input.appraisal).toBeUndefined();
    press("Spara i arbetsboken");
    press("Ångra");
    expect(asked).toEqual(["draft", "saveRules", "draft"]);
    expect(status()).toBe("Ändringarna är ångrade.");
    expect(store.state().current?.input).toEqual(input);
  });

  it("takes the extra years after a cap for all projects, and takes them away again", () => {
    enter("Extra år efter tak för alla projekt", "x");
    expect(text()).toContain("Skriv ett antal år från 0 till 100.");
    expect(asked).toEqual([]);
    enter("Extra år efter tak för alla projekt", "3");
    expect(store.state().drafts.settings).toEqual({ capExtensionYears: 3 });
    expect(store.state().current?.input.capExtensionYears).toBe(3);
    enter("Extra år efter tak för alla projekt", "");
    expect(store.state().drafts.settings).toEqual({ capExtensionYears: null });
    expect(store.state().current?.input.capExtensionYears).toBeUndefined();
  });

  it("has a rule's other conditions under Fler villkor: they are said in words, and leave no trace when they are taken away", () => {
    const rule = () => store.state().drafts.defaultRule;
    const more = () => [...place.querySelectorAll("details")].find(({ textContent }) => textContent?.startsWith("Fler villkor"));
    expect(more()?.open).toBe(false);
    enter("Senast år", "2019");
    enter("Extra år efter tak", "2");
    act(() => field("Räkna med besparingar före återföringstiden").click());
    expect(rule()).toMatchObject({ window: { years: 10, latest: 2019 }, capExtensionYears: 2, includeEarlierSavings: true });
    expect(text()).toContain("år 1–10 efter projektets start, senast 2019, högst hela kostnaden. Besparingar före återföringstiden räknas in i dess första år. Det som ett tak håller tillbaka får återföras upp till 2 år efter återföringstiden.");
    enter("Modell", "selfRisk");
    expect(rule()).toMatchObject({ window: { years: 5, latest: 2019 }, capExtensionYears: 2, includeEarlierSavings: true });
    enter("Senast år", "");
    enter("Extra år efter tak", "");
    act(() => field("Räkna med besparingar före återföringstiden").click());
    expect(rule()).toEqual(modelRules.selfRisk());
  });

  it("takes an agreed split, which must come to 100 % before anything is saved", () => {
    const [first, second] = input.committees;
    const split = () => store.state().drafts.defaultRule?.split;
    press("Lägg till nämnd");
    expect(split()).toEqual([{ committee: first!.id, share: "1" }]);
    enter("Andel 1", "62,5");
    expect(text()).toContain("Tillsammans 62,5 %, men det ska bli 100 %. Rätta andelarna.");
    expect(text()).toContain("Fondens fördelning mellan nämnder blir 62,5 %, men ska bli 100 %.");
    press("Spara i arbetsboken");
    expect(asked).not.toContain("saveRules");
    press("Lägg till nämnd");
    expect(split()).toEqual([{ committee: first!.id, share: "0.625" }, { committee: second!.id, share: "0.375" }]);
    expect(text()).toContain("Tillsammans 100 %.");
    expect(text()).toContain(`Den avtalade fördelningen (${first!.name} 62,5 % och ${second!.name} 37,5 %) används inte`);
    enter("Modell", "unconditional");
    expect(text()).toContain(`Återföringen delas som avtalat: ${first!.name} 62,5 % och ${second!.name} 37,5 %.`);
    press("Spara i arbetsboken");
    expect(asked).toContain("saveRules");
    press(`Ta bort ur fördelningen: ${first!.name}`);
    expect(split()).toEqual([{ committee: second!.id, share: "0.375" }]);
    expect(document.activeElement).toBe(control("Lägg till nämnd"));
    press(`Ta bort ur fördelningen: ${second!.name}`);
    expect(store.state().drafts.defaultRule).toEqual(modelRules.unconditional());
  });

  it("says which project's split does not come to 100 %, and opens Fler villkor for a rule that has them", () => {
    const [project] = input.projects;
    const split = [{ committee: input.committees[0]!.id, share: "0.9" }];
    enter("Regel för", project!.id);
    happens({ type: "draftsChanged", drafts: { projects: { [project!.id]: { ...modelRules.unconditional(), split } }, settings: {} } });
    expect(text()).toContain(`Fördelningen mellan nämnder för ${project!.name} blir 90 %, men ska bli 100 %.`);
    happens({ type: "draftsChanged", drafts: noDrafts }, { ...(read() as Extract<PaneAction, { type: "read" }>), reading: { ...reading(), input: { ...input, defaultRule: { ...modelRules.unconditional(), capExtensionYears: 0 } } } });
    enter("Regel för", "");
    expect(place.querySelector("details")?.open).toBe(true);
    expect(text()).toContain("Det som ett tak håller tillbaka återförs inte efter återföringstiden.");
  });

  it("adds a cap in kr or as a share of the frame", () => {
    press("Lägg till tak");
    press("Spara tak");
    expect(text()).toContain("Skriv ett belopp i kronor");
    enter("Högst", "1,2 mkr");
    enter("År", "2014");
    press("Spara tak");
    expect(asked).toEqual([`saveCap ${JSON.stringify({ committee: input.committees[0]!.id, year: 2014, amount: "1200000" })}`]);
  });

  it("keeps a cap as it was typed until Excel has taken it", async () => {
    press("Lägg till tak");
    enter("Högst", "1,2 mkr");
    const save = async () => {
      press("Spara tak");
      await act(async () => Promise.resolve());
    };
    takes(false);
    await save();
    expect(field("Högst").value).toBe("1,2 mkr");
    takes(true);
    await save();
    expect(place.querySelector("form")).toBeNull();
  });

  it("lists the caps, to change or take away", () => {
    const committee = input.committees[0]!;
    happens({ ...(read() as Extract<PaneAction, { type: "read" }>), reading: { ...reading(), input: { ...input, caps: [{ committee: committee.id, shareOfFrame: "0.015", cell: "Tak!A6" }] } } });
    const cap = `${committee.name}, alla år: högst 1,5\u00a0% av ramen`;
    press(`Ändra tak: ${cap}`);
    expect(field("Högst").value).toBe("1,5");
    press("Avbryt");
    press(`Ta bort tak: ${cap}`);
    expect(asked).toEqual(["removeCap Tak!A6"]);
  });
});

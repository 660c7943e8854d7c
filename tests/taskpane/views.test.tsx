/** @jest-environment jsdom */
import { act } from "react";
import { underModel } from "../../src/taskpane/comparison";
import { createRoot, type Root } from "react-dom/client";
import { planRepayments } from "../../src/planning";
import { modelRules } from "../../src/planning/models";
import type { Diagnostic, PlanInput } from "../../src/planning/types";
import { App } from "../../src/taskpane/App";
import { noDrafts, withDrafts } from "../../src/taskpane/drafts";
import type { Effects } from "../../src/taskpane/effects";
import { initialState, type PaneAction } from "../../src/taskpane/state";
import { createStore, type PaneStore } from "../../src/taskpane/store";
import type { RangeUnderstanding } from "../../src/workbook/ranges";
import type { Reading } from "../../src/taskpane/workbook";
import { templateTables } from "../../src/workbook/template";
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
  saveCap: async (cap) => void asked.push(`saveCap ${JSON.stringify(cap)}`),
  removeCap: note("removeCap"),
  compare: note("compare"),
  understandSelection: note("understandSelection"),
  correctRange: async (correction) => void asked.push(`correctRange ${JSON.stringify(correction)}`),
  useRange: note("useRange"),
  forgetRange: note("forgetRange"),
  insertFunction: async ({ id }) => void asked.push(`insertFunction ${id}`),
  goTo: note("goTo"),
  openSheet: note("openSheet"),
  open: note("open"),
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
/** What happens brings up a part of the pane that is loaded then. */
const happensAndLoads = (...actions: PaneAction[]) =>
  act(async () => {
    actions.forEach(store.dispatch);
    await settled();
  });
const headings = () => [...place.querySelectorAll("h1, h2, h3")].map((heading) => `${heading.tagName.toLowerCase()} ${heading.textContent ?? ""}`);
const control = (name: string): HTMLElement => {
  const found = [...place.querySelectorAll<HTMLElement>("button, a")].find((element) => (element.getAttribute("aria-label") ?? element.textContent) === name);
  if (!found) throw new Error(`No control called ${name}.`);
  return found;
};
const press = (name: string) => act(() => control(name).click());
const field = (label: string): HTMLInputElement | HTMLSelectElement => {
  const found = [...place.querySelectorAll("label")].find(({ textContent }) => textContent === label);
  const element = found && document.getElementById(found.htmlFor);
  if (!element) throw new Error(`No field called ${label}.`);
  return element as HTMLInputElement;
};
/** Types in a field, or chooses in a list, as React hears it from a browser. */
const enter = (label: string, value: string) =>
  act(() => {
    const element = field(label);
    const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element) as object, "value");
    own?.set?.call(element, value);
    element.dispatchEvent(new Event(element instanceof HTMLSelectElement ? "change" : "input", { bubbles: true }));
  });
/** Goes to a tab, and waits for what is loaded with it. */
const open = async (tab: string) => {
  await act(async () => {
    [...place.querySelectorAll<HTMLElement>('[role="tab"]')].find(({ textContent }) => textContent?.startsWith(tab))?.click();
    await settled();
  });
};
const settled = async () => {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setTimeout(resolve, 1));
};
const status = () => place.querySelector('[role="status"]')?.textContent;
/** Without the spaces that do not break, which only typography needs. */
const text = () => (place.textContent ?? "").replace(/[\u00a0\u202f]/g, " ");

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

it("has five tabs in the order of the work; each says what it is, and the last two what will come", async () => {
  const tabs = () => [...place.querySelectorAll('[role="tab"]')];
  // Beside its text a tab holds a hidden one, which keeps the room that bold letters take.
  expect(tabs().map((tab) => tab.querySelector("span")?.textContent)).toEqual(["Underlag", "Regler", "Plan", "Uppföljning", "Export"]);
  for (const [tab, says] of [["Regler", "arbetsboken har inget underlag"], ["Plan", "arbetsboken har inget underlag"], ["Uppföljning", "Uppföljning kommer"], ["Export", "Export kommer"]] as const) {
    await open(tab);
    expect(text()).toContain(says);
    const panel = place.querySelector('[role="tabpanel"]');
    const chosen = tabs().find((one) => one.getAttribute("aria-selected") === "true");
    expect([panel?.getAttribute("aria-labelledby"), chosen?.getAttribute("aria-controls")]).toEqual([chosen?.id, panel?.id]);
  }
}, 20_000);

it("cannot be asked twice while Excel works, and keeps the focus where it was", () => {
  happens(read());
  control("Läs in igen").focus();
  happens({ type: "began", activity: { kind: "reading" } });
  press("Läs in igen");
  expect(asked).toEqual([]);
  expect(document.activeElement).toBe(control("Läs in igen"));
  expect(status()).toBe("Läser underlaget …");
  expect(place.querySelector('[role="progressbar"]')?.getAttribute("aria-label")).toBe("Läser underlaget …");
});

it("can be asked while it reads by itself, and says nothing of that", () => {
  happens(read(), { type: "began", activity: { kind: "reading", quiet: true } });
  expect(status()).toBe("Underlaget är inläst: 5 rader.");
  press("Läs in igen");
  expect(asked).toEqual(["read"]);
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
  const offered = () => [...place.querySelectorAll('[aria-label="Tabeller som arbetsboken saknar"] button')].map((button) => ["labelledby", "describedby"].map((by) => document.getElementById(button.getAttribute(`aria-${by}`) ?? "")?.textContent));

  it("offers the tables that the workbook lacks, each with what it is for, and adds the chosen one", () => {
    happens(read());
    expect(control("Lägg till tabell ").getAttribute("aria-expanded")).toBe("false");
    press("Lägg till tabell ");
    expect(offered().map(([name]) => name)).toEqual(["Projekt", "Besparingar", "Nämnder", "Ramar", "Tak", "Fördelning", "Fond", "Utfall", "Bokfört", "Undantag", "Nämndbyten", "Inställningar"]);
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
  const nothing: PlanInput = { committees: [], projects: [], costs: [], savings: [] };
  const missing: Diagnostic = { code: "reading.nothingFound", severity: "error", message: "Ingen tabell med kostnader hittades." };
  const unclear: Diagnostic = { code: "reading.tableUnclear", severity: "warning", message: "Tabellen vid Blad1!A1 är oklar.", cell: "Blad1!A1" };
  happens({ type: "read", reading: { ...reading([missing, unclear]), input: nothing, tables: [] }, plan: planRepayments(nothing), at: 0 });
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

describe("a range of the user's own", () => {
  const understood: RangeUnderstanding = {
    address: "Blad1!A1:C4",
    layout: "wide",
    columns: [
      { index: 0, letter: "A", header: "Insats", role: "project", sample: "Skolfam" },
      { index: 1, letter: "B", header: "Vem", role: "ignored", sample: "SN" },
      { index: 2, letter: "C", header: "2026", role: "year", year: 2026, sample: "100" },
    ],
    headerRow: 1,
    rows: 3,
    years: [2026],
    total: "300000",
    unit: "tkr",
    leftOut: [{ kind: "title", what: "Rubrik", cells: "Blad1!A1" }],
    interpreted: [],
    diagnostics: [],
    preview: [{ project: "Skolfam", committee: "Nämnden", year: 2026, amount: "100000", cell: "Blad1!C2" }],
  };
  const begin = (over: Partial<RangeUnderstanding> = {}) =>
    happensAndLoads({ type: "pickOpened", kind: "costs" }, { type: "pickUnderstood", kind: "costs", understood: { ...understood, ...over }, correction: {} });

  it("is read from the selection as costs or savings", async () => {
    await happensAndLoads({ type: "pickOpened", kind: "costs" });
    act(() => [...place.querySelectorAll<HTMLInputElement>('input[type="radio"]')][1]?.click());
    press("Läs markeringen");
    expect(asked).toEqual(["understandSelection savings"]);
  });

  it("shows how it is understood: columns, years, sum, and what is left out", async () => {
    await begin();
    expect(text()).toContain("Så här läses Blad1!A1:C4");
    expect(text()).toContain("3 rader · 2026–2026 · 300 000 kr");
    const roles = [...place.querySelectorAll<HTMLSelectElement>("li select")].map((select) => [select.getAttribute("aria-label"), select.selectedOptions[0]?.textContent]);
    expect(roles).toEqual([
      ["Vad A · Insats är", "Projekt"],
      ["Vad B · Vem är", "Räknas inte"],
      ["Vad C · 2026 är", "Belopp ett år"],
    ]);
    expect(text()).toContain("Rubrik räknas inte: Blad1!A1.");
    expect([...place.querySelectorAll("tbody tr")].map(({ textContent }) => textContent?.replace(/\s/g, " "))).toEqual(["SkolfamNämnden2026100 000 kr"]);
  });

  it("is corrected: a column's role, the unit, the year", async () => {
    await begin();
    const [, role] = place.querySelectorAll<HTMLSelectElement>("li select");
    act(() => {
      role!.value = "committee";
      role!.dispatchEvent(new Event("change", { bubbles: true }));
    });
    enter("Belopp i", "mkr");
    enter("År för kolumn C", "2027");
    act(() => field("År för kolumn C").dispatchEvent(new FocusEvent("focusout", { bubbles: true })));
    expect(asked).toEqual(['correctRange {"roles":{"B":"committee"}}', 'correctRange {"unit":"mkr"}', 'correctRange {"years":{"C":2027}}']);
  });

  it("is used when it has no errors, and only then", async () => {
    await begin({ diagnostics: [error] });
    press("Använd som kostnader");
    expect(asked).toEqual([]);
    await begin();
    press("Använd som kostnader");
    expect(asked).toEqual(["useRange"]);
    press("Avbryt");
    expect(headings()).toContain("h2 Kom i gång");
  });
});

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

it("gives Excel's refusal as a sentence that can be closed", () => {
  happens({ type: "failed", failure: { code: "excel.cellEditing", severity: "error", message: "En cell redigeras i Excel." } });
  expect(place.querySelector('[role="alert"]')?.textContent).toContain("En cell redigeras i Excel.");
  press("Stäng meddelandet");
  expect(place.querySelector('[role="alert"]')).toBeNull();
});

it("speaks English when asked, numbers too, and says so to screen readers", async () => {
  happens(read());
  press("In English");
  expect(document.documentElement.lang).toBe("en");
  expect(headings()).toEqual(["h1 Återföring", "h2 Input", "h3 Costs", "h2 To look over"]);
  expect(text()).toContain("33,560,000 kr");
  await open("Rules");
  expect(text()).toContain("If the project costs 1,000,000 kr and saves 300,000 kr a year, 1,000,000 kr is repaid over four years.");
  press("På svenska");
  expect(document.documentElement.lang).toBe("sv");
});

it("keeps the focus in the pane when the control that had it goes away", async () => {
  act(() => [...place.querySelectorAll<HTMLElement>("main li button")][2]?.focus());
  await happensAndLoads({ type: "pickOpened", kind: "costs" });
  expect(document.activeElement?.textContent).toBe("Välj område");
  control("Avbryt").focus();
  press("Avbryt");
  expect(document.activeElement?.textContent).toBe("Kom i gång");
  happens(read(Array.from({ length: 9 }, (_, index) => ({ ...error, cell: `Kostnader!D${index}` }))));
  control("Visa 1 till").focus();
  press("Visa 1 till");
  expect(document.activeElement?.getAttribute("aria-label")).toBe("9 fel");
  happens({ type: "failed", failure: error });
  control("Stäng meddelandet").focus();
  press("Stäng meddelandet");
  expect(document.activeElement?.tagName).toBe("MAIN");
});

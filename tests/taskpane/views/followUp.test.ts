/** @jest-environment jsdom */
import { act } from "react";
import { planChanges } from "../../../src/followUp";
import { planRepayments } from "../../../src/planning";
import type { PlanInput } from "../../../src/planning/types";
import type { PaneAction } from "../../../src/taskpane/state";
import type { DecidedVersion } from "../../../src/taskpane/workbook";
import { asked, control, enter, field, happens, open, place, press, reading, settled, status, takes, text, usePane } from "./shownPane";

usePane();

const of = (year: number, amount: string, committee = "SN") => ({ project: "P", committee, year, amount });
const input: PlanInput = {
  committees: [{ id: "SN", name: "Socialnämnden" }, { id: "UN", name: "Utbildningsnämnden" }, { id: "REG", name: "Regionen", internal: false }],
  projects: [{ id: "P", name: "Familjestöd", owner: "SN", rule: { window: { from: 2026, years: 6 } } }],
  costs: [of(2025, "1000000")],
  savings: [2026, 2027, 2028, 2029].flatMap((year) => [of(year, "250000"), of(year, "50000", "UN")]),
};
const plan = planRepayments(input);
const readAs = (now: PlanInput): PaneAction => ({ type: "read", reading: { ...reading(), input: now }, plan: planRepayments(now), at: 0 });
const version: DecidedVersion = { sheet: "Fastställd plan 2026-02-14", decision: { reference: "KF § 12", date: "2026-02-14" }, madeAt: "2026-02-10", fingerprint: "", schedule: plan.schedule, input, edited: false };
const decided: PaneAction = { type: "versionsRead", versions: [version], problems: [] };

const show = async (now: PlanInput, ...actions: PaneAction[]) => {
  happens(readAs(now));
  await open("Uppföljning");
  happens(...actions);
};
/** Opens one of the parts that are closed at first. */
const unfold = async (part: string) => {
  await act(async () => {
    control(part).click();
    await settled();
  });
};

/** Presses what saves, and waits for Excel's answer. */
const saveForm = async (button: string) => {
  press(button);
  await act(settled);
};

test("a year is listed with what is expected and what has come; the decided plans are read when the tab opens", async () => {
  await show({ ...input, outcomes: [{ ...of(2026, "240000"), status: "established", source: "Bokslut", date: "2027-02-01" }] });
  expect(asked).toEqual(["openFollowUp"]);
  expect(text()).toContain("1 av 2 utfall är fastställt. 1 saknas.");
  expect(text()).toContain("Familjestöd: SocialnämndenFastställtVäntat: 250 000 krUtfall: 240 000 kr, Bokslut, 2027-02-01");
  expect(text()).toContain("Familjestöd: UtbildningsnämndenSaknasVäntat: 50 000 kr");
});

test("another year is chosen", async () => {
  await show(input);
  enter("År att följa upp", "2028");
  expect(text()).toContain("Utfall 2028");
});

test("an outcome is entered with its status and source; what is no amount is not saved", async () => {
  await show(input);
  press("Ange utfall för Familjestöd: Utbildningsnämnden");
  enter("Utfall, kr", "mycket");
  await saveForm("Spara");
  expect(text()).toContain("Skriv ett belopp i kronor");
  expect(asked).toEqual(["openFollowUp"]);
  enter("Utfall, kr", "−12 500,50");
  enter("Status", "established");
  enter("Källa", " Bokslut ");
  await saveForm("Spara");
  expect(asked.at(-1)).toBe(`saveOutcomes ${JSON.stringify([{ project: "P", committee: "UN", year: 2026, amount: "-12500.5", status: "established", source: "Bokslut", date: "", was: null }])}`);
});

test("an outcome that is there says what it was, so that nobody else's is written over", async () => {
  await show({ ...input, outcomes: [{ ...of(2026, "240000"), status: "preliminary" }] });
  press("Ange utfall för Familjestöd: Socialnämnden");
  expect(field("Utfall, kr").value.replace(/\s/g, " ")).toBe("240 000");
  enter("Status", "established");
  await saveForm("Spara");
  expect(asked.at(-1)).toContain('"was":{"amount":"240000","status":"preliminary"}');
});

test("what a co-author writes while a form is open is not written over before the user has been told", async () => {
  await show({ ...input, outcomes: [{ ...of(2026, "240000"), status: "preliminary" }] });
  press("Ange utfall för Familjestöd: Socialnämnden");
  happens(readAs({ ...input, outcomes: [{ ...of(2026, "111000"), status: "established" }] }));
  enter("Utfall, kr", "250 000");
  press("Spara");
  expect(asked.at(-1)).toContain('"was":{"amount":"240000","status":"preliminary"}');
});

test("what is planned is booked with one press, and a difference is shown", async () => {
  await show({ ...input, booked: [of(2026, "200000")], planFrom: 2027 }, { ...decided }, { type: "followUpYearChosen", year: 2026 });
  await unfold("Bokförda återföringar 2026");
  expect(text()).toContain("Familjestöd: SocialnämndenAvvikerEnligt fastställd plan: 250 000 krBokfört: 200 000 krSkillnad: −50 000 kr");
  press("Bokför 1 återföring som planerat");
  expect(asked.at(-1)).toBe(`saveBooked ${JSON.stringify([{ project: "P", committee: "UN", year: 2026, amount: "50000", was: null }])}`);
});

test("what is selected in Excel is shown as it was understood, and saved when the user says so", async () => {
  await show(input);
  press("Läs utfall från markeringen");
  expect(asked.at(-1)).toBe("readSelection outcomes 2026");
  happens({ type: "amountsRead", kind: "outcomes", amounts: { rows: [of(2026, "1000"), of(2026, "2000.5", "UN")], where: "Blad1!A1:D3", leftOut: [], diagnostics: [] } });
  expect(text()).toContain("2 belopp i Blad1!A1:D3, tillsammans 3 000,50 kr.");
  enter("Källa", "Delår");
  await saveForm("Spara 2 belopp");
  expect(asked.at(-1)).toContain('"amount":"2000.5","status":"preliminary","source":"Delår"');
});

test("a selection that holds another year knows what stands there", async () => {
  await show({ ...input, booked: [of(2027, "70000")] });
  await unfold("Bokförda återföringar 2026");
  happens({ type: "amountsRead", kind: "booked", amounts: { rows: [of(2026, "1000"), of(2027, "80000")], where: "Blad1!A1:D3", leftOut: [], diagnostics: [] } });
  press("Spara 2 belopp");
  expect(asked.at(-1)).toBe(`saveBooked ${JSON.stringify([{ ...of(2026, "1000"), was: null }, { ...of(2027, "80000"), was: "70000" }])}`);
});

test("a waiver shows at once what it costs, and needs a reason and a decision", async () => {
  await show(input);
  await unfold("Undantag");
  press("Lägg till undantag");
  enter("Efterskänks, %", "50");
  expect(asked.at(-1)).toBe(`tryChange waiver ${JSON.stringify({ waivers: [{ fromYear: 2027, toYear: 2027, share: "0.5", reason: "", decision: "" }] })}`);
  happens({ type: "tried", trial: { kind: "waiver", plan: planRepayments({ ...input, waivers: [{ fromYear: 2027, toYear: 2027, share: "0.5", reason: "", decision: "" }] }) } });
  expect(text()).toContain("Undantaget kostar fonden 150 000 kr.");
  await saveForm("Spara");
  expect(text()).toContain("Skriv varför");
  enter("Skäl", "Effekten dröjer");
  enter("Beslut", "KF § 40");
  enter("Till år", "2026");
  await saveForm("Spara");
  expect(text()).toContain("Undantaget slutar före det börjar.");
  enter("Till år", "2027");
  await saveForm("Spara");
  expect(asked.find((one) => one.startsWith("saveWaiver"))).toBe(`saveWaiver ${JSON.stringify({ fromYear: 2027, toYear: 2027, share: "0.5", reason: "Effekten dröjer", decision: "KF § 40" })}`);
});

test("a reorganisation is divided between several, must come to 100 %, and shows what it moves", async () => {
  await show(input);
  await unfold("Nämndbyten");
  press("Lägg till nämndbyte");
  enter("Andel, % (1)", "60");
  await saveForm("Spara");
  expect(text()).toContain("Andelarna ska tillsammans bli 100 procent.");
  enter("Andel, % (1)", "100");
  expect(asked.at(-1)).toBe(`tryChange succession ${JSON.stringify({ successions: [{ from: "SN", to: "UN", year: 2027, share: "1" }] })}`);
  happens({ type: "tried", trial: { kind: "succession", plan: planRepayments({ ...input, successions: [{ from: "SN", to: "UN", year: 2027 }] }) } });
  expect(text()).toMatch(/Socialnämnden: 833 334 kr → 250 000 kr|Socialnämnden: [\d ]+ kr → 250 000 kr/);
  await saveForm("Spara");
  expect(asked.find((one) => one.startsWith("saveSuccession"))).toBe(`saveSuccession ${JSON.stringify([{ from: "SN", to: "UN", year: 2027, share: "1" }])}`);
});

test("the new plan stands beside the decided, with a reason for each difference", async () => {
  const now: PlanInput = { ...input, planFrom: 2027, outcomes: [{ ...of(2026, "150000"), status: "established" }, { ...of(2026, "50000", "UN"), status: "established" }], booked: [of(2026, "250000"), of(2026, "50000", "UN")] };
  const changes = planChanges({ input, schedule: plan.schedule }, { input: now, schedule: planRepayments(now).schedule });
  await show(now, decided, { type: "changesFound", changes }, { type: "followUpYearChosen", year: 2026 });
  await unfold("Planera om");
  press("Planera om igen från 2027");
  expect(asked.at(-1)).toBe("replanFrom 2027");
  const rows = [...place.querySelectorAll("tr")].map((row) => [...row.children].map((cell) => cell.textContent?.replace(/[\u00a0\u202f]/g, " ")));
  expect(rows).toContainEqual(["Socialnämnden 2027", "−100 000 kr", "Utfallet 2026 lägre än väntat −100 000 kr", "250 000 kr", "150 000 kr"]);
  expect(rows.at(-1)?.slice(0, 1)).toEqual(["Summa"]);
});

test("nothing decided is nothing to compare with", async () => {
  await show(input, { type: "versionsRead", versions: [], problems: [] });
  await unfold("Planera om");
  expect(text()).toContain("Ingen plan är fastställd ännu");
  press("Planera om från 2027");
});

test("a plan is decided with a decision and a day that there is", async () => {
  await show(input, decided);
  await unfold("Fastställda planer");
  expect(text()).toContain("KF § 12, 2026-02-14");
  press("Fastställ plan");
  enter("Datum", "2027-02-30");
  await saveForm("Fastställ och spara");
  expect(text()).toContain("Skriv datumet som 2027-02-14.");
  expect(text()).toContain("Skriv vilket beslut");
  enter("Datum", "2027-02-14");
  enter("Beslut", "KF § 13");
  await saveForm("Fastställ och spara");
  expect(asked.at(-1)).toBe(`decide ${JSON.stringify({ reference: "KF § 13", date: "2027-02-14" })}`);
});

test("each version tells what it changed when it is asked for, and that its cells have been edited", async () => {
  const later = { ...version, sheet: "Fastställd plan 2027-02-14", decision: { reference: "KF § 13", date: "2027-02-14" }, edited: true };
  await show(input, { type: "versionsRead", versions: [version, later], problems: [] });
  await unfold("Fastställda planer");
  expect(text()).toContain("Bladets celler är ändrade efter beslutet.");
  press("Vad ändrades i Fastställd plan 2027-02-14");
  expect(asked.at(-1)).toBe("explainVersion Fastställd plan 2027-02-14");
  happens({ type: "versionExplained", sheet: later.sheet, changes: [{ ...of(2027, "-150000"), reason: "waiver" }] });
  expect(text()).toContain("Undantag−150 000 kr");
  expect(control("Vad ändrades i Fastställd plan 2027-02-14").getAttribute("aria-expanded")).toBe("true");
  press("Vad ändrades i Fastställd plan 2027-02-14");
  expect(text()).not.toContain("Undantag−150 000 kr");
});

test("a project is evaluated: what was expected, what is established, payback, and the control group with its size", async () => {
  const observed = (group: "project" | "control", after: string) => ({ project: "P", measure: "Närvaro", group, before: "60", after });
  happens({ type: "read", reading: { ...reading(), input: { ...input, outcomes: [{ ...of(2026, "125000"), status: "established" }] }, observations: [observed("project", "80"), observed("control", "67")] }, plan, at: 0 });
  await open("Uppföljning");
  await unfold("Utvärdering");
  expect(text()).toContain("50 % av det väntade har uppnåtts: 125 000 kr av 250 000 kr där utfallet är fastställt.");
  expect(text()).toContain("Kostnaden är inte intjänad ännu. Väntat: 2029.");
  expect(text()).toContain("Skillnadseffekt: 13 (projektets förändring minus kontrollgruppens).");
  expect(text()).toContain("färre än 30 har mätts");
});

/** Each form: how it is opened and filled in, a field with what was typed there, and what saves it. */
const forms: readonly { name: string; part?: string; opener: string; typed: readonly (readonly [label: string, text: string])[]; save: string }[] = [
  { name: "an outcome", opener: "Ange utfall för Familjestöd: Utbildningsnämnden", typed: [["Utfall, kr", "12 000"], ["Källa", "Bokslut"]], save: "Spara" },
  { name: "a booking", part: "Bokförda återföringar 2026", opener: "Ange bokfört för Familjestöd: Socialnämnden", typed: [["Bokfört, kr", "249 999"]], save: "Spara" },
  { name: "a waiver", part: "Undantag", opener: "Lägg till undantag", typed: [["Skäl", "Effekten dröjer"], ["Beslut", "KF § 40"]], save: "Spara" },
  { name: "a succession", part: "Nämndbyten", opener: "Lägg till nämndbyte", typed: [["Från år", "2028"]], save: "Spara" },
  { name: "a decision", part: "Fastställda planer", opener: "Fastställ plan", typed: [["Beslut", "KF § 13"], ["Anteckning", "Efter överenskommelse"]], save: "Fastställ och spara" },
];

test.each(forms)("the form of $name keeps what was typed until it has been saved, and then gives the focus back", async ({ part, opener, typed, save }) => {
  await show(input);
  if (part !== undefined) await unfold(part);
  control(opener).focus();
  press(opener);
  expect(document.activeElement?.closest("form")).not.toBeNull();
  for (const [label, what] of typed) enter(label, what);
  takes(false);
  await saveForm(save);
  for (const [label, what] of typed) expect(field(label).value).toBe(what);
  takes(true);
  control(save).focus();
  await saveForm(save);
  expect(place.querySelector("form")).toBeNull();
  expect(document.activeElement).toBe(control(opener));
});

test("what was read from the selection stays until it has been saved", async () => {
  await show(input);
  control("Läs utfall från markeringen").focus();
  press("Läs utfall från markeringen");
  happens({ type: "amountsRead", kind: "outcomes", amounts: { rows: [of(2026, "1000")], where: "Blad1!A1:D2", leftOut: [], diagnostics: [] } });
  expect(document.activeElement).toBe(field("Status"));
  enter("Källa", "Delår");
  takes(false);
  await saveForm("Spara 1 belopp");
  expect(field("Källa").value).toBe("Delår");
  takes(true);
  await saveForm("Spara 1 belopp");
  expect(document.activeElement).toBe(control("Läs utfall från markeringen"));
});

test("a form that is left, or of another year, is not saved; nobody who has gone elsewhere is brought back", async () => {
  await show(input);
  press("Ange utfall för Familjestöd: Utbildningsnämnden");
  enter("Utfall, kr", "1");
  enter("År att följa upp", "2027");
  expect(place.querySelector("form")).toBeNull();
  press("Ange utfall för Familjestöd: Utbildningsnämnden");
  field("År att följa upp").focus();
  press("Avbryt");
  expect(document.activeElement).toBe(field("År att följa upp"));
});

test("when all is booked, or one who takes over is taken away, the focus stays where it was", async () => {
  await show(input, { type: "followUpYearChosen", year: 2026 });
  await unfold("Bokförda återföringar 2026");
  const all = control("Bokför 2 återföringar som planerat");
  all.focus();
  press("Bokför 2 återföringar som planerat");
  happens(readAs({ ...input, booked: [of(2026, "250000"), of(2026, "50000", "UN")] }));
  expect(document.activeElement?.getAttribute("aria-label")).toBe("Bokförda återföringar 2026");
  await unfold("Nämndbyten");
  press("Lägg till nämndbyte");
  press("Fler tar över");
  control("Ta bort mottagare 2").focus();
  press("Ta bort mottagare 2");
  expect(document.activeElement).toBe(control("Fler tar över"));
});

test("without savings there is nothing to follow up", async () => {
  await show({ ...input, savings: [] });
  expect(text()).toContain("Det finns inga väntade besparingar att följa upp.");
  expect(status()).toBeDefined();
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { planRepayments, problemCodes, type PlanInput } from "../../src/planning";
import english from "../../src/i18n/en/diagnostics.json";

const example = (name: string) => JSON.parse(readFileSync(join(__dirname, "examples", `${name}.json`), "utf8")) as PlanInput;

/** A sound project: 1 mkr in 2026, savings of 400 tkr a year 2027–2029. */
const sound: PlanInput = {
  committees: [
    { id: "SN", name: "Socialnämnden" },
    { id: "UN", name: "Utbildningsnämnden" },
    { id: "REG", name: "Regionen", internal: false },
  ],
  projects: [{ id: "P", name: "Familjestöd", owner: "SN", rule: { window: { from: { after: "projectStart", years: 1 }, years: 5 } } }],
  costs: [{ project: "P", committee: "SN", year: 2026, amount: "1000000", cell: "Kostnader!D5" }],
  savings: [2027, 2028, 2029].map((year) => ({ project: "P", committee: "SN", year, amount: "400000" })),
  fund: { openingBalance: "5000000", openingYear: 2026 },
};
const [cost] = sound.costs as [PlanInput["costs"][number]];
const [project] = sound.projects as [PlanInput["projects"][number]];
const withRule = (rule: unknown): unknown => ({ ...sound, projects: [{ ...project, rule }] });
const window = project.rule!.window!;

test("a sound plan has nothing to report", () => expect(planRepayments(sound).diagnostics).toEqual([]));

const errors: [code: string, input: unknown, where?: object][] = [
  ["inputNotReadable", null],
  ["inputNotReadable", "plan"],
  ["inputNotReadable", []],
  ["listNotReadable", { ...sound, costs: "1000" }],
  ["rowNotReadable", { ...sound, savings: [null] }],
  ["idMissing", { ...sound, committees: [...sound.committees, { id: " ", name: "x" }] }],
  ["duplicateId", { ...sound, committees: [...sound.committees, { id: "sn ", name: "x" }] }, { committee: "sn " }],
  ["duplicateId", { ...sound, projects: [project, project] }, { project: "P" }],
  ["unknownProject", { ...sound, costs: [{ ...cost, project: "Q" }] }, { project: "Q", cell: "Kostnader!D5" }],
  ["unknownProject", { ...sound, costs: [{ ...cost, project: "__proto__" }] }],
  ["unknownCommittee", { ...sound, savings: [{ ...cost, committee: "KS" }] }, { committee: "KS", year: 2026 }],
  ["unknownCommittee", { ...sound, projects: [{ ...project, owner: "KS" }] }, { project: "P" }],
  ...["", "1 000", "1,5", "1e6", "NaN", "Infinity", "0x10", "+5", ".5", "5.", "9".repeat(41), 1000, null, true].map((amount): [string, unknown] => ["amountNotNumber", { ...sound, costs: [{ ...cost, amount }] }]),
  ...[1989, 2151, 2026.5, "2026", NaN, null].map((year): [string, unknown] => ["yearOutside", { ...sound, costs: [{ ...cost, year }] }]),
  ["negativeCost", { ...sound, costs: [{ ...cost, amount: "-0.01" }] }, { cell: "Kostnader!D5" }],
  ["negativeAmount", { ...sound, booked: [{ ...cost, amount: "-1" }] }],
  ["negativeAmount", { ...sound, frames: [{ committee: "SN", year: 2027, amount: "-1" }] }],
  ...["1.01", "-0.1", "50 %", "", 0.5].map((share): [string, unknown] => ["shareOutside", withRule({ window, share })]),
  ["shareOutside", withRule({ window, guarantee: "2" })],
  ["shareOutside", withRule({ window, cap: "-1" })],
  ["splitSum", withRule({ window, split: [{ committee: "SN", share: "0.9999" }] }), { project: "P" }],
  ["splitExternal", withRule({ window, split: [{ committee: "REG", share: "1" }] })],
  ["ruleNotReadable", withRule("villkorad")],
  ["profileUnknown", withRule({ window, profile: "linear" })],
  ["emptyWindow", withRule({ window: { ...window, years: 0 } }), { project: "P" }],
  ["emptyWindow", withRule({ window: { ...window, latest: 2026 } })],
  ["windowOutside", withRule({ window: { from: 2027, years: 500 } })],
  ["windowNotReadable", withRule({ window: { from: "2027", years: 5 } })],
  ["windowNotReadable", withRule({ window: { from: 2027, years: 2.5 } })],
  ["projectYears", { ...sound, projects: [{ ...project, startYear: 2030, endYear: 2026 }] }],
  ["statusUnknown", { ...sound, outcomes: [{ ...cost, status: "klar" }] }],
  ["successionCircle", { ...sound, successions: [{ from: "SN", to: "UN", year: 2027 }, { from: "UN", to: "SN", year: 2028 }] }],
  ["successionCircle", { ...sound, successions: [{ from: "SN", to: "SN", year: 2027 }] }],
  ["successionSum", { ...sound, successions: [{ from: "SN", to: "UN", year: 2027, share: "0.5" }] }],
  ["successionExternal", { ...sound, successions: [{ from: "SN", to: "REG", year: 2027 }] }],
  ["capWithoutLimit", { ...sound, caps: [{ committee: "SN" }] }],
  ["capFrameMissing", { ...sound, caps: [{ committee: "SN", year: 2027, shareOfFrame: "0.01" }] }, { committee: "SN", year: 2027 }],
  ["capFrameMissing", { ...sound, caps: [{ committee: "SN", shareOfFrame: "0.01" }], frames: [{ committee: "SN", year: 2027, amount: "1" }] }, { committee: "SN", year: 2028 }],
  ["capOrderUnknown", { ...sound, capOrder: "newestFirst" }],
  ["waiverYears", { ...sound, waivers: [{ fromYear: 2030, toYear: 2029, share: "1", reason: "a", decision: "b" }] }],
  ["beforeFundOpens", { ...sound, fund: { openingBalance: "1", openingYear: 2027 } }, { cell: "Kostnader!D5" }],
  ["fundNotReadable", { ...sound, fund: { openingBalance: "mycket", openingYear: 2026 } }],
  ["roundingUnitWrong", { ...sound, roundingUnit: "0" }],
  ["planFromWrong", { ...sound, planFrom: "2027" }],
  ["capExtensionWrong", { ...sound, capExtensionYears: -1 }],
  ["guidelineWrong", { ...sound, guideline: { lastRepaymentWithinYears: "fyra" } }],
  ["rateWrong", { ...sound, appraisal: { rate: "-1", baseYear: 2026 } }],
  ["rateWrong", { ...sound, appraisal: { rate: "3 %", baseYear: 2026 } }],
  ["baseYearWrong", { ...sound, appraisal: { rate: "0.03", baseYear: 1900 } }],
  ["ownerExternal", { ...sound, savings: [], projects: [{ ...project, owner: "REG", rule: { window, guarantee: "1" } }] }],
];

test.each(errors)("%s is an error, and there is no plan (%#)", (code, input, where = {}) => {
  const { diagnostics, projects, schedule, committeeYears, fund } = planRepayments(input as PlanInput);
  expect(diagnostics).toContainEqual(expect.objectContaining({ code, severity: "error", ...where }));
  expect({ projects, schedule, committeeYears, fund }).toEqual({ projects: [], schedule: [], committeeYears: [], fund: [] });
});

const at = (year: number, amount: string, committee = "SN") => ({ project: "P", committee, year, amount });
const warnings: [code: string, input: PlanInput, facts: object][] = [
  ["noCosts", { ...sound, costs: [] }, { project: "P" }],
  ["noSavings", { ...sound, savings: [] }, { project: "P", values: { first: 2027, last: 2031 } }],
  ["savingsOutside", { ...sound, savings: [...sound.savings, at(2026, "7"), at(2032, "100.5")] }, { values: { amount: "107.5", first: 2027, last: 2031 } }],
  ["negativeSaving", { ...sound, savings: [...sound.savings, at(2030, "-5")] }, { year: 2030, committee: "SN", values: { amount: "-5" } }],
  ["externalOnly", { ...sound, savings: [at(2027, "5", "REG")] }, { project: "P" }],
  ["firstRepaymentLate", { ...sound, guideline: { firstRepaymentWithinYears: 0 } }, { year: 2027, values: { year: 2027, years: 1, limit: 0 } }],
  ["lastRepaymentLate", { ...sound, guideline: { lastRepaymentWithinYears: 2 } }, { year: 2029 }],
  ["fundBelowZero", { ...sound, fund: { openingBalance: "900000", openingYear: 2026 } }, { year: 2026, values: { first: 2026, lowestYear: 2026, lowest: "-100000" } }],
  ["stoppedByCap", { ...sound, caps: [{ committee: "SN", amount: "150000" }] }, { project: "P", values: { amount: "250000", last: 2032 } }],
  ["bookedMoreThanOwed", { ...sound, planFrom: 2028, outcomes: [{ ...at(2027, "0"), status: "established" }], savings: [], booked: [at(2027, "30")] }, { values: { amount: "30" } }],
  ["bookedNotCounted", { ...sound, booked: [at(2027, "30")] }, { values: { amount: "30" } }],
  ["notEstablished", { ...sound, outcomes: [{ ...at(2027, "1"), status: "preliminary" }] }, { year: 2027, values: { amount: "400000", year: 2027 } }],
  ["termsOfOffice", { ...sound, savings: [at(2026, "1"), at(2027, "5"), at(2035, "5")], projects: [{ ...project, rule: { window: { ...window, years: 10 } } }] }, { values: { first: 2027, last: 2035, terms: 3 } }],
  ["waiverUndocumented", { ...sound, waivers: [{ share: "0.1", reason: "", decision: "KF § 1" }] }, {}],
];

test.each(warnings)("%s is a warning, and the plan is made", (code, input, facts) => {
  const { diagnostics, projects } = planRepayments(input);
  expect(diagnostics).toContainEqual(expect.objectContaining({ code, severity: "warning", ...facts }));
  expect(projects).toHaveLength(1);
});

test("every problem the engine knows is tried above, and has an English sentence", () => {
  expect([...new Set([...errors, ...warnings].map(([code]) => code))].sort()).toEqual([...problemCodes].sort());
  expect(Object.keys(english.problem).sort()).toEqual([...problemCodes].sort());
});

test("a message says it in kronor, with the facts beside", () => {
  const { diagnostics } = planRepayments({ ...sound, caps: [{ committee: "SN", amount: "150000" }] });
  expect(diagnostics[0]!.message).toBe("250\u00a0000\u00a0kr ryms inte under taken före 2032 och återförs inte. Höj taket, ge fler år eller fatta beslut om undantag.");
});

test("English sentences use the facts that the diagnostics carry", () => {
  for (const [code, input] of [...errors, ...warnings]) {
    const found = planRepayments(input as PlanInput).diagnostics.find((diagnostic) => diagnostic.code === code)!;
    const facts = [...(english.problem as Record<string, string>)[code]!.matchAll(/{{(\w+)[^}]*}}/g)].map(([, name]) => name!);
    expect(Object.keys(found.values ?? {})).toEqual(expect.arrayContaining(facts.filter((name) => name !== "list")));
  }
});

test("no input makes the engine throw: anything at all", () => {
  fc.assert(
    fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true, withSparseArray: true }), (input) => {
      planRepayments(input as PlanInput);
    }),
    { numRuns: 2000 },
  );
});

test.each(["projects", "committees"] as const)("an id in %s that can't even be made a text is missing, not an exception", (list) => {
  const odd = { id: { toString: null }, name: { toString: null } };
  expect(planRepayments({ ...sound, [list]: [odd] } as unknown as PlanInput).diagnostics.map(({ code }) => code)).toContain("idMissing");
});

test.each([[Number.NaN], [Infinity], [{}]])("a sentence never quotes %p, which no cell can hold", (odd) => {
  const { diagnostics } = planRepayments({ ...sound, projects: [{ ...project, rule: { share: odd, profile: odd } }], roundingUnit: odd } as unknown as PlanInput);
  expect(diagnostics.map(({ code }) => code)).toEqual(["roundingUnitWrong", "shareOutside", "profileUnknown"]);
  for (const { message } of diagnostics) expect(message).not.toMatch(/NaN|Infinity|\[object/);
});

test("no input makes the engine throw: an example with something in it replaced", () => {
  const names = ["norrkoping-2010", "malmo-hela-familjen", "tak-och-ko", "uppfoljning", "ovillkorlig-10-ar", "sjalvrisk-5-ar"];
  const paths = (value: unknown, path: string[] = []): string[][] =>
    typeof value === "object" && value !== null ? [path, ...Object.entries(value).flatMap(([key, child]) => paths(child, [...path, key]))] : [path];
  const odd = fc.oneof(fc.anything(), fc.constantFrom<unknown>("", "-1", "1e9", "999999999999999999999999", "0.00000000000000001", -1, 1e308, 2150, 1990, null, undefined, "SN", [], {}, "__proto__", "constructor"));
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.nat(), odd, (name, dice, replacement) => {
      const input = example(name) as unknown as Record<string, unknown>;
      const all = paths(input).filter((path) => path.length > 0);
      const path = all[dice % all.length]!;
      const parent = path.slice(0, -1).reduce<Record<string, unknown>>((value, key) => value[key] as Record<string, unknown>, input);
      parent[path.at(-1)!] = replacement;
      const { diagnostics, schedule } = planRepayments(input as unknown as PlanInput);
      if (diagnostics.some(({ severity }) => severity === "error")) expect(schedule).toEqual([]);
      for (const { message } of diagnostics) expect(message).not.toMatch(/undefined|null|NaN|\[object/);
    }),
    { numRuns: 3000 },
  );
});

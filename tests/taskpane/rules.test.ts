import fc from "fast-check";
import { planRepayments } from "../../src/planning";
import { modelNames, modelOf, modelRules, type CompleteRule } from "../../src/planning/models";
import type { PlanInput } from "../../src/planning/types";
import { axisTicks, axisUnit, balanceSeries, extremes } from "../../src/taskpane/chartSeries";
import { underModel } from "../../src/taskpane/comparison";
import { noDrafts, withDrafts } from "../../src/taskpane/drafts";
import { percentText, readKronor, readRate, readShare, readWhole, readYear } from "../../src/taskpane/fieldText";
import { exampleSentences, ruleSentence } from "../../src/taskpane/ruleText";
import { splitRest, splitSum, unevenSplit } from "../../src/taskpane/splits";
import { themeOf } from "../../src/taskpane/theme";
import { workedExample } from "../../src/taskpane/workedExample";
import { workerPlanner } from "../../src/taskpane/workerPlanner";
import norrkoping from "../planning/examples/norrkoping-2010.json";

const input = norrkoping as unknown as PlanInput;
const plain = (text: string) => text.replace(/\s/g, " ");

describe("a rule in words", () => {
  it.each([
    ["conditional", "Nämnderna återför hela sin besparing år 1–10 efter projektets start, högst hela kostnaden.", "återförs 1 000 000 kr på fyra år."],
    ["unconditional", "Nämnderna återför hela kostnaden år 1–10 efter projektets slut, oavsett utfall. Beloppet är lika stort varje år.", "återförs 1 000 000 kr på tio år. Uteblir besparingen återförs ändå 1 000 000 kr."],
    ["selfRisk", "Nämnderna återför hela sin besparing år 1–5 efter projektets start, högst hela kostnaden.", "återförs 1 000 000 kr på fyra år."],
    ["fullWithinFourYears", "Nämnderna återför hela kostnaden år 2–4 efter projektets slut, oavsett utfall.", "återförs 1 000 000 kr på tre år."],
    ["sharedRisk", "högst 75 % av kostnaden.", "återförs 750 000 kr på tre år. Fonden bär 250 000 kr."],
    ["appropriation", "Inget återförs: projektet är ett ramanslag, och fonden bär hela kostnaden.", "återförs inget."],
    ["outcomeContract", "minst 40 % av kostnaden och högst hela kostnaden.", "Uteblir besparingen återförs ändå 400 000 kr."],
    ["stateCompensation", "högst 50 % av kostnaden.", "återförs 500 000 kr på två år. Fonden bär 500 000 kr."],
  ] as const)("says what %s is, and what it does to a project of a million", (model, sentence, example) => {
    const rule = modelRules[model]();
    expect(plain(ruleSentence(rule, "sv"))).toContain(sentence);
    expect(plain(exampleSentences(workedExample(rule)!, "sv"))).toContain(example);
  });

  it("follows a calendar year, a last year, and the numbers of years that have no word", () => {
    const rule = { ...modelRules.unconditional(), window: { from: 2031, years: 15, latest: 2045 } };
    expect(plain(ruleSentence(rule, "sv"))).toContain("år 2031–2045, senast 2045");
    expect(plain(exampleSentences(workedExample(rule)!, "sv"))).toContain("på 15 år.");
  });

  it("says the conditions beside the numbers, in both languages", () => {
    const committees = [{ id: "SN", name: "Socialnämnden" }, { id: "UN", name: "Utbildningsnämnden" }];
    const split = [{ committee: "SN", share: "0.625" }, { committee: "UN", share: "0.375" }];
    const said = (rule: CompleteRule, language: "sv" | "en" = "sv") => plain(ruleSentence(rule, language, committees));
    const level = { ...modelRules.unconditional(), includeEarlierSavings: true, capExtensionYears: 1, split };
    expect(said(level)).toBe(
      "Nämnderna återför hela kostnaden år 1–10 efter projektets slut, oavsett utfall. Beloppet är lika stort varje år. " +
        "Besparingar före återföringstiden räknas in i dess första år. Det som ett tak håller tillbaka får återföras 1 år efter återföringstiden. " +
        "Återföringen delas som avtalat: Socialnämnden 62,5 % och Utbildningsnämnden 37,5 %.",
    );
    expect(said({ ...level, capExtensionYears: 0 }, "en")).toMatch(
      /Savings before the repayment period count in its first year\. What a cap holds back is not repaid after the repayment period\. The repayment is divided as agreed: Socialnämnden 62\.5% and Utbildningsnämnden 37\.5%\.$/,
    );
    expect(said({ ...modelRules.outcomeContract(), split })).toContain("Det som garantin kräver utöver besparingarna delas som avtalat: Socialnämnden 62,5 %");
    expect(said({ ...modelRules.conditional(), split })).toContain("används inte: varje nämnd återför i takt med sin egen besparing.");
    expect(said({ ...modelRules.appropriation(), split })).toBe("Inget återförs: projektet är ett ramanslag, och fonden bär hela kostnaden.");
  });

  it("says of a split what the plan does with it", () => {
    const committees = [{ id: "A", name: "A" }, { id: "B", name: "B" }];
    const split = [{ committee: "A", share: "0.25" }, { committee: "B", share: "0.75" }];
    const repaid = (rule: CompleteRule) => {
      const { schedule } = planRepayments({
        committees, projects: [{ id: "P", name: "P", owner: "A", rule: { ...rule, split } }],
        costs: [{ project: "P", committee: "A", year: 2030, amount: "1000" }], savings: [{ project: "P", committee: "A", year: 2031, amount: "200" }],
      });
      return ["A", "B"].map((id) => schedule.filter(({ committee }) => committee === id).reduce((sum, { amount }) => sum + Number(amount), 0));
    };
    expect(repaid(modelRules.conditional())).toEqual([200, 0]);
    expect(repaid(modelRules.outcomeContract())).toEqual([250, 150]);
    expect(repaid(modelRules.unconditional())).toEqual([250, 750]);
  });

  it("has no example when the numbers make no plan", () => {
    expect(workedExample({ ...modelRules.conditional(), window: { from: { after: "projectStart", years: 1 }, years: 0 } })).toBeUndefined();
  });

  it("never repays more than the cost, whatever the numbers", () => {
    const share = fc.integer({ min: 0, max: 100 }).map((percent) => String(percent / 100));
    fc.assert(
      fc.property(share, share, share, fc.integer({ min: 1, max: 40 }), fc.constantFrom("savings" as const, "level" as const), (part, guarantee, cap, years, profile) => {
        const example = workedExample({ share: part, guarantee, cap, profile, window: { from: { after: "projectStart", years: 1 }, years } })!;
        expect(Number(example.repaid) + Number(example.borneByFund)).toBe(1_000_000);
        expect(example.years).toBeLessThanOrEqual(years);
      }),
      { numRuns: 100 },
    );
  });
});

describe("a named model", () => {
  it("is known again, also with shares written otherwise", () => {
    for (const name of modelNames) expect(modelOf(modelRules[name]())).toBe(name);
    expect(modelOf({ ...modelRules.sharedRisk(), cap: "0.750" })).toBe("sharedRisk");
    expect(modelOf({})).toBe("conditional");
  });

  it("is none when a number is the user's own", () => {
    expect(modelOf({ ...modelRules.selfRisk(), share: "0.9" })).toBeUndefined();
    expect(modelOf({ ...modelRules.selfRisk(), window: { from: 2030, years: 5 } })).toBeUndefined();
  });

  it("takes the place of every project's rule in a comparison, but for what committees have agreed", () => {
    const split = [{ committee: "SN", share: "1" }];
    const projects = input.projects.map((project, index) => (index === 0 ? { ...project, rule: { ...project.rule, split } } : project));
    const compared = underModel({ ...input, projects }, "appropriation");
    expect(compared.projects.map(({ rule }) => rule?.split)).toEqual([split, ...input.projects.slice(1).map(() => undefined)]);
    expect(planRepayments(compared).schedule).toEqual([]);
  });
});

describe("drafts", () => {
  it("change nothing when there are none", () => {
    expect(withDrafts(input, noDrafts)).toBe(input);
  });

  it("take a rate away, and its base year with it; a new rate begins at the first cost", () => {
    const without = withDrafts(input, { projects: {}, settings: { rate: null } });
    expect(without.appraisal).toBeUndefined();
    expect(withDrafts(without, { projects: {}, settings: { rate: "0.04" } }).appraisal).toEqual({ rate: "0.04", baseYear: 2011 });
  });
});

describe("an agreed split", () => {
  const split = (...shares: string[]) => shares.map((share, index) => ({ committee: `N${index}`, share }));
  const drafted = (...shares: string[]) => ({ projects: {}, settings: {}, defaultRule: { ...modelRules.unconditional(), split: split(...shares) } });

  it("is summed exactly, and leaves the rest for one more", () => {
    expect([splitSum([]), splitSum(split("0.1", "0.2")), splitSum(split("0.333", "0.333", "0.334"))]).toEqual(["0", "0.3", "1"]);
    expect([splitRest([]), splitRest(split("0.1", "0.25")), splitRest(split("0.7", "0.4"))]).toEqual(["1", "0.65", "0"]);
  });

  it("is saved only when it comes to 100 %, to the last decimal", () => {
    const told = (...shares: string[]) => unevenSplit(drafted(...shares), input, "sv");
    expect([told(), told("1"), told("0.333", "0.333", "0.334"), told("0.60", "0.4")]).toEqual([undefined, undefined, undefined, undefined]);
    expect(told("0.33333", "0.33333", "0.33333")).toMatch(/^Fondens fördelning mellan nämnder blir 99,999 %, men ska bli 100 %\./);
    const [{ id, name }] = input.projects as [(typeof input.projects)[0], ...unknown[]];
    const ofProject = { settings: {}, projects: { other: "default" as const, [id]: { ...modelRules.unconditional(), split: split("0.7", "0.7") } } };
    expect(unevenSplit(ofProject, input, "en")).toContain(`for ${name} comes to 140 %`);
  });

  it("goes away with a project's own rule", () => {
    const [first] = input.projects;
    const own = { ...input, projects: [{ ...first!, rule: { ...modelRules.unconditional(), split: split("1") } }] };
    expect(withDrafts(own, { projects: { [first!.id]: "default" }, settings: {} }).projects[0]?.rule).toBeUndefined();
  });
});

describe("what a field says", () => {
  it("is a share in the user's own way of writing it", () => {
    expect(["62,5", "62.5 %", "0", "100", "", "-1", "101", "en", "1 kr"].map(readShare)).toEqual(["0.625", "0.625", "0", "1", undefined, undefined, undefined, undefined, undefined]);
    expect([percentText("0.625", "sv"), percentText("0.625", "en"), percentText("1", "sv")]).toEqual(["62,5", "62.5", "100"]);
  });

  it("is read back as it is shown", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), fc.constantFrom("sv" as const, "en" as const), (points, language) => {
        const share = String(points / 10_000);
        expect(readShare(percentText(share, language))).toBe(share);
      }),
    );
  });

  it("is a rate, an amount, a year or a number of years", () => {
    expect(["3 %", "-2,5", "-100"].map(readRate)).toEqual(["0.03", "-0.025", undefined]);
    expect(["1 200 000", "1,2 mkr", "500 tkr", "-1", "40 %", ""].map(readKronor)).toEqual(["1200000", "1200000", "500000", undefined, undefined, undefined]);
    expect(["2026", "1989", "20,5"].map(readYear)).toEqual([2026, undefined, undefined]);
    expect(["5", "0", "1.5"].map((text) => readWhole(text, 1, 100))).toEqual([5, undefined, undefined]);
  });
});

describe("a chart", () => {
  const fund = (...closing: string[]) => balanceSeries("Fonden", closing.map((amount, index) => ({ year: 2020 + index, opening: "0", contributions: "0", withdrawals: "0", repayments: "0", closing: amount })));

  it("has an axis in round steps that holds every amount and zero", () => {
    expect(axisTicks([fund("9800000", "500000")])).toEqual([0, 2_500_000, 5_000_000, 7_500_000, 10_000_000]);
    expect(axisTicks([fund("-300", "900")])).toEqual([-500, 0, 500, 1000]);
    expect(axisTicks([fund("0")])).toEqual([0, 0.25]);
  });

  it("says its unit and its ends", () => {
    expect([axisUnit([fund("9800000")]), axisUnit([fund("-35000")]), axisUnit([fund("900")])]).toEqual(["mkr", "tkr", "kr"]);
    expect(extremes(fund("5", "1", "9", "1"))).toMatchObject({ lowest: { year: 2021, amount: "1" }, highest: { year: 2022, amount: "9" } });
    expect(extremes(fund())).toBeUndefined();
  });
});

it("plans on the page where there are no workers", async () => {
  const many = { ...input, savings: Array.from({ length: 500 }, (_, index) => ({ ...input.savings[0]!, year: 2012 + (index % 3), amount: "1" })) };
  const planner = workerPlanner();
  expect(planner.isQuick(many)).toBe(false);
  expect(await planner.plan(many)).toEqual(planRepayments(many));
});

it("takes Office's theme by its background", () => {
  expect(["#FFFFFF", "#F3F2F1", "#292929", "#000000"].map(themeOf)).toEqual(["light", "light", "dark", "contrast"]);
});

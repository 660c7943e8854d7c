import { selfRisk, selfRiskPlan } from "../../appraisal/selfRisk";
import { cost, repaymentYears, rounding, ruleShares, savingsByYear } from "../commonArguments";
import { declare, declareSpilled } from "../declaration";
import { byPosition, exact } from "../exact";
import { refuse } from "../refusal";

export const SELF_RISK = declare({
  id: "SELF_RISK",
  name: "SJÄLVRISK",
  description: {
    sv: "Vad ett projekt återför: besparingen inom återföringstiden, högst taket och minst garantin. Resten av kostnaden är fondens självrisk.",
    en: "What a project repays: the savings within the window, at most the cap and at least the guarantee. The rest of the cost is the fund's own risk.",
  },
  arguments: [cost(), savingsByYear(), ...ruleShares(), ...repaymentYears(5)],
  example: {
    about: { sv: "SkolFam2 i mkr: kostade 3,96 och sparade 3,4 inom fem år (Hultkrantz 2015)", en: "SkolFam2 in mkr: cost 3.96, saved 3.4 within five years (Hultkrantz 2015)" },
    passed: [3.96, [[0.4, 0.6, 0.8, 0.8, 0.8, 0.9]]],
    answer: 3.4,
  },
  compute(projectCost, savings, part, guarantee, cap, years, firstYear) {
    const first = firstYear - 1;
    const counted = [...byPosition(savings)].filter(([position]) => position >= first && position < first + years).map(([, saving]) => saving);
    return selfRisk(exact(projectCost), counted, { share: exact(part), guarantee: exact(guarantee), cap: exact(cap) });
  },
});

export const SELF_RISK_PLAN = declareSpilled({
  id: "SELF_RISK_PLAN",
  name: "SJÄLVRISKPLAN",
  description: {
    sv: "Vad ett projekt återför år för år enligt SJÄLVRISK, i hela enheter, med samma form som besparingarna. Vad garantin lägger till faller på det sista året.",
    en: "What a project repays year by year according to SJÄLVRISK, in whole units, in the shape of the savings. What the guarantee adds falls in the last year.",
  },
  arguments: [
    cost(),
    savingsByYear(),
    ...ruleShares(),
    ...repaymentYears(5),
    rounding("avrundning", 1, { sv: "Den enhet som återföringarna avrundas till. 1 om den utelämnas.", en: "The unit that repayments are rounded to. 1 if left out." }),
  ],
  example: {
    about: { sv: "1 000 kr som sparar 300,50 kr om året", en: "1 000 kr that saves 300.50 kr a year" },
    passed: [1000, [[300.5, 300.5, 300.5, 300.5]]],
    answer: [[300, 301, 300, 99]],
  },
  compute(projectCost, savings, part, guarantee, cap, years, firstYear, unit) {
    const { rows, columns } = savings;
    const first = firstYear - 1;
    if (first >= rows * columns) refuse("value", (translate) => translate("functions:refused.firstYearOutside", { years: rows * columns }));
    const last = Math.min(first + years, rows * columns) - 1;
    const shares = { share: exact(part), guarantee: exact(guarantee), cap: exact(cap) };
    return { rows, columns, byPosition: selfRiskPlan(exact(projectCost), byPosition(savings), { first, last }, shares, exact(unit)) };
  },
});

import { benefitCostRatio } from "../../appraisal/benefitCostRatio";
import { internalRate } from "../../appraisal/internalRate";
import { paybackTime } from "../../appraisal/paybackTime";
import { amounts, number } from "../arguments";
import { firstPeriod, rate } from "../commonArguments";
import { declare } from "../declaration";
import { asFlows, exact } from "../exact";
import { refuse } from "../refusal";

export const PAYBACK_TIME = declare({
  id: "PAYBACK_TIME",
  name: "ÅTERBETALNINGSTID",
  description: {
    sv: "Hur många år det tar innan de diskonterade flödena tillsammans når 0, räknat linjärt inom året.",
    en: "How many years it takes until the discounted flows together reach 0, linear within the year.",
  },
  arguments: [
    amounts("flöden", { sv: "Belopp i tidsordning: kostnader negativa, besparingar positiva. Det första faller vid beslutet.", en: "Amounts in order of time: costs negative, savings positive. The first falls at the decision." }),
    number("ränta", { default: 0, above: -1 }, { sv: "Kalkylränta per år. 0 om den utelämnas.", en: "Discount rate per year. 0 if left out." }),
  ],
  example: {
    about: { sv: "100 kr som ger 40 kr om året", en: "100 kr that give 40 kr a year" },
    passed: [[[-100, 40, 40, 40]]],
    answer: 2.5,
  },
  compute: (flows, perYear) => paybackTime(asFlows(flows), exact(perYear)) ?? refuse("none", (translate) => translate("functions:refused.neverRepaid")),
});

export const IRR = declare({
  id: "IRR",
  name: "INTERNRÄNTA",
  description: {
    sv: "Den ränta per period som gör nettonuvärdet till 0, när det finns exakt en.",
    en: "The rate per period at which the net present value is 0, when there is exactly one.",
  },
  arguments: [amounts("flöden", { sv: "Belopp i tidsordning, läses rad för rad. En tom cell är 0 och behåller sin plats.", en: "Amounts in order of time, read row by row. A blank cell is 0 and keeps its place." })],
  example: {
    about: { sv: "100 kr nu och 110 kr om ett år", en: "100 kr now and 110 kr in a year" },
    passed: [[[-100, 110]]],
    answer: 0.1,
  },
  compute(flows) {
    const found = internalRate(asFlows(flows));
    if ("rate" in found) return found.rate;
    return refuse("none", (translate) => {
      if ("several" in found) return translate("functions:refused.severalRates", { count: found.several });
      return translate("none" in found ? "functions:refused.noRate" : "functions:refused.rateNotDecided");
    });
  },
});

export const BENEFIT_COST_RATIO = declare({
  id: "BENEFIT_COST_RATIO",
  name: "NYTTOKOSTNADSKVOT",
  description: {
    sv: "Nuvärdet av nyttorna delat med nuvärdet av kostnaderna. Över 1 är nyttan större.",
    en: "The present value of the benefits divided by that of the costs. Above 1 the benefits are worth more.",
  },
  arguments: [
    rate(),
    amounts("nyttor", { sv: "Nyttor i tidsordning, ett belopp per period.", en: "Benefits in order of time, an amount a period." }),
    amounts("kostnader", { sv: "Kostnader i tidsordning, som positiva belopp.", en: "Costs in order of time, as positive amounts." }),
    firstPeriod(),
  ],
  example: {
    about: { sv: "100 kr nu som ger 60 kr efter ett år och 60 kr efter två, utan ränta", en: "100 kr now that give 60 kr in one year and 60 kr in two, without a rate" },
    passed: [0, [[0, 60, 60]], [[100, 0, 0]]],
    answer: 1.2,
  },
  compute: (perPeriod, benefits, costs, first) =>
    benefitCostRatio(perPeriod, asFlows(benefits), asFlows(costs), first) ?? refuse("none", (translate) => translate("functions:refused.noCosts")),
});

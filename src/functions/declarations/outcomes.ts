import { breakEven } from "../../appraisal/breakEven";
import { differenceInDifferences } from "../../appraisal/differenceInDifferences";
import { milestonePayment, outcomePayment } from "../../appraisal/outcomePayment";
import { Decimal } from "../../money/presentValue";
import { amounts, condition, number, share } from "../arguments";
import { cost } from "../commonArguments";
import { declare } from "../declaration";
import { byPosition, exact, sameShape } from "../exact";
import { typed } from "../found";
import { refuse } from "../refusal";

export const BREAK_EVEN = declare({
  id: "BREAK_EVEN",
  name: "BRYTPUNKT",
  description: {
    sv: "Det minsta hela antal personer som insatsen måste lyckas för om den ska täcka sin kostnad.",
    en: "The smallest whole number of persons for whom the project must succeed to cover its cost.",
  },
  arguments: [
    cost(),
    number("värde_per_person", { above: 0 }, { sv: "Vad det är värt att insatsen lyckas för en person.", en: "What it is worth that the project succeeds for a person." }),
    number("sannolikhet", { default: 1, above: 0, maximum: 1 }, { sv: "Sannolikheten att den lyckas, 0–1. 1 om den utelämnas.", en: "The probability that it succeeds, 0–1. 1 if left out." }),
  ],
  example: {
    about: { sv: "El Sistema: 95 barn à 15 000 kr, 1,3 mkr per person (Hultkrantz 2015)", en: "El Sistema: 95 children at 15 000 kr, 1.3 mkr per person (Hultkrantz 2015)" },
    passed: [1_425_000, 1_300_000],
    answer: 2,
  },
  compute: (total, value, probability) => breakEven(exact(total), exact(value), exact(probability)),
});

export const OUTCOME_PAYMENT = declare({
  id: "OUTCOME_PAYMENT",
  name: "UTFALLSERSÄTTNING",
  description: {
    sv: "Vad ett socialt utfallskontrakt ersätter: besparingen, minst garantin och högst taket, och en bonus därutöver om villkoret är uppfyllt.",
    en: "What a social outcome contract pays: the saving, at least the guarantee and at most the cap, and a bonus above it if the condition holds.",
  },
  arguments: [
    cost(),
    number("besparing", {}, { sv: "Den besparing som uppnåtts.", en: "The saving that was achieved." }),
    share("garanti", 0, { sv: "Den del av kostnaden som ersätts oavsett besparing, 0–1. 0 om den utelämnas.", en: "The part of the cost that is paid whatever the saving, 0–1. 0 if left out." }),
    share("tak", 1, { sv: "Det mesta som ersätts före bonus, som del av kostnaden, 0–1. 1 om det utelämnas.", en: "The most that is paid before the bonus, as a part of the cost, 0–1. 1 if left out." }),
    number("bonustak", { default: 0, minimum: 0 }, { sv: "Det mesta som ersätts över taket. 0 om det utelämnas.", en: "The most that is paid above the cap. 0 if left out." }),
    condition("bonusvillkor", false, { sv: "SANT om villkoret för bonusen är uppfyllt. FALSKT om det utelämnas.", en: "TRUE if the condition of the bonus holds. FALSE if left out." }),
  ],
  example: {
    about: {
      sv: "Norrköpings kontrakt i mkr: kostnad 10, besparing 15, garanti 40 %, bonus högst 2, villkoret uppfyllt (SKR/RISE 2022)",
      en: "Norrköping's contract in mkr: cost 10, saving 15, guarantee 40%, bonus at most 2, the condition holds (SKR/RISE 2022)",
    },
    passed: [10, 15, 0.4, 1, 2, true],
    answer: 12,
  },
  compute: (total, saving, guarantee, cap, bonusCap, bonusHolds) =>
    outcomePayment(exact(total), exact(saving), { guarantee: exact(guarantee), cap: exact(cap), bonusCap: exact(bonusCap), bonusHolds }),
});

/** What weights that a sheet has computed may lack to 1: three times 1/3 is 0.9999999999999999. */
const lostInSheet = 1e-12;

export const MILESTONE_PAYMENT = declare({
  id: "MILESTONE_PAYMENT",
  name: "DELMÅLSERSÄTTNING",
  description: { sv: "Belopp gånger summan av vikt gånger måluppfyllelse.", en: "The amount times the sum of weight times achievement." },
  arguments: [
    number("belopp", {}, { sv: "Ersättningen när alla delmål är uppfyllda.", en: "The payment when all goals are reached." }),
    amounts("vikter", { sv: "Varje delmåls vikt, 0–1; tillsammans 1.", en: "The weight of each goal, 0–1; together 1." }, "share"),
    amounts("måluppfyllelse", { sv: "Hur stor del av varje delmål som uppfyllts, 0–1, i lika många celler.", en: "How much of each goal was reached, 0–1, in as many cells." }, "share"),
  ],
  example: {
    about: { sv: "1 mkr, halva det mellersta målet och inget av det sista (SKR/RISE 2022)", en: "1 mkr, half the middle goal and none of the last (SKR/RISE 2022)" },
    passed: [1, [[0.5, 0.3, 0.2]], [[1, 0.5, 0]]],
    answer: 0.65,
  },
  compute(amount, weights, achieved) {
    sameShape(["vikter", weights], ["måluppfyllelse", achieved]);
    const weightAt = byPosition(weights);
    const sum = [...weightAt.values()].reduce((total, weight) => total.plus(weight), new Decimal(0));
    if (sum.minus(1).abs().greaterThan(lostInSheet)) refuse("value", (translate, language) => translate("functions:refused.weightsSum", { sum: typed(sum.toNumber(), language) }));
    const achievedAt = byPosition(achieved);
    return milestonePayment(exact(amount), [...weightAt].map(([position, weight]) => ({ weight, achieved: achievedAt.get(position) ?? new Decimal(0) })));
  },
});

const measured = (name: string, sv: string, en: string) => number(name, {}, { sv, en });

export const DIFF_IN_DIFF = declare({
  id: "DIFF_IN_DIFF",
  name: "SKILLNADSEFFEKT",
  description: {
    sv: "Hur mycket mer projektet förändrades än kontrollgruppen: (efter − före) för projektet minus (efter − före) för kontrollgruppen.",
    en: "How much more the project changed than the control group: (after − before) of the project less (after − before) of the control group.",
  },
  arguments: [
    measured("projekt_före", "Projektets mått före insatsen.", "The project's measure before."),
    measured("projekt_efter", "Projektets mått efter insatsen.", "The project's measure after."),
    measured("kontroll_före", "Kontrollgruppens mått före.", "The control group's measure before."),
    measured("kontroll_efter", "Kontrollgruppens mått efter.", "The control group's measure after."),
  ],
  example: {
    about: { sv: "Servicetrainee: utbetalningar −80 % mot −57 % i en jämförelsegrupp (Hultkrantz 2015)", en: "Servicetrainee: payments −80% against −57% in a comparison group (Hultkrantz 2015)" },
    passed: [1, 0.2, 1, 0.43],
    answer: -0.23,
  },
  compute: (projectBefore, projectAfter, controlBefore, controlAfter) =>
    differenceInDifferences({ before: exact(projectBefore), after: exact(projectAfter) }, { before: exact(controlBefore), after: exact(controlAfter) }),
});

import { amounts, number, share, type Amounts, type Argument } from "./arguments";

/** The discount rate. */
export function rate(): Argument<number> {
  return number("ränta", { above: -1 }, { sv: "Kalkylränta per period, till exempel 3 %.", en: "Discount rate per period, for instance 3%." });
}

/** How many periods the first flow is discounted. */
export function firstPeriod(): Argument<number> {
  return number(
    "första_period",
    { default: 0, minimum: 0, whole: true },
    {
      sv: "Hur många perioder det första flödet diskonteras. 0 om det utelämnas; 1 räknar som Excels NETNUVÄRDE.",
      en: "How many periods the first flow is discounted. 0 if left out; 1 counts as Excel's NPV.",
    },
  );
}

/** What a project costs. */
export function cost(): Argument<number> {
  return number("kostnad", { minimum: 0 }, { sv: "Projektets kostnad.", en: "The project's cost." });
}

/** The rule's three numbers: α, γ and κ. */
export function ruleShares(): [Argument<number>, Argument<number>, Argument<number>] {
  return [
    share("andel", 1, { sv: "Den del av besparingen som återförs, 0–1. 1 om den utelämnas.", en: "The part of the savings that is repaid, 0–1. 1 if left out." }),
    share("garanti", 0, {
      sv: "Den del av kostnaden som återförs oavsett besparing, 0–1. 0 om den utelämnas.",
      en: "The part of the cost that is repaid whatever the savings, 0–1. 0 if left out.",
    }),
    share("tak", 1, { sv: "Det mesta som återförs, som del av kostnaden, 0–1. 1 om det utelämnas.", en: "The most that is repaid, as a part of the cost, 0–1. 1 if left out." }),
  ];
}

/** How many years count, and from which place. */
export function repaymentYears(standard: number): [Argument<number>, Argument<number>] {
  return [
    number("antal_år", { default: standard, minimum: 1, whole: true }, { sv: `Hur många år som räknas. ${standard} om det utelämnas.`, en: `How many years count. ${standard} if left out.` }),
    number(
      "första_år",
      { default: 1, minimum: 1, whole: true },
      { sv: "Platsen för det första år som räknas, 1 är det första i området. 1 om den utelämnas.", en: "The place of the first year that counts; 1 is the range's first. 1 if left out." },
    ),
  ];
}

/** Savings by year, for one committee or for all together. */
export function savingsByYear(): Argument<Amounts> {
  return amounts("besparingar", {
    sv: "Besparing per år, läses rad för rad. En tom cell är 0 och behåller sin plats; negativa besparingar räknas inte.",
    en: "Savings by year, read row by row. A blank cell is 0 and keeps its place; negative savings do not count.",
  });
}

/** What amounts are rounded to. */
export function rounding(name: string, standard: number, description: { sv: string; en: string }): Argument<number> {
  return number(name, { default: standard, above: 0 }, description);
}

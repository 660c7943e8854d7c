import { selfRisk } from "../../appraisal/selfRisk";
import { amounts, number, share } from "../arguments";
import { declare } from "../declaration";

export const SELF_RISK = declare({
  id: "SELF_RISK",
  name: "SJÄLVRISK",
  description: {
    sv: "Vad ett projekt återför: besparingen inom återföringstiden, högst taket och minst garantin. Resten av kostnaden är fondens självrisk.",
    en: "What a project repays: the savings within the window, at most the cap and at least the guarantee. The rest of the cost is the fund's own risk.",
  },
  arguments: [
    number("kostnad", { minimum: 0 }, { sv: "Projektets kostnad.", en: "The project's cost." }),
    amounts("besparingar", {
      sv: "Besparing per år, läses rad för rad. En tom cell är 0 och behåller sin plats; negativa besparingar räknas inte.",
      en: "Savings by year, read row by row. A blank cell is 0 and keeps its place; negative savings do not count.",
    }),
    share("andel", 1, { sv: "Den del av besparingen som återförs, 0–1. 1 om den utelämnas.", en: "The part of the savings that is repaid, 0–1. 1 if left out." }),
    share("garanti", 0, {
      sv: "Den del av kostnaden som återförs oavsett besparing, 0–1. 0 om den utelämnas.",
      en: "The part of the cost that is repaid whatever the savings, 0–1. 0 if left out.",
    }),
    share("tak", 1, { sv: "Det mesta som återförs, som del av kostnaden, 0–1. 1 om det utelämnas.", en: "The most that is repaid, as a part of the cost, 0–1. 1 if left out." }),
    number("antal_år", { default: 5, minimum: 1, whole: true }, { sv: "Hur många år som räknas. 5 om det utelämnas.", en: "How many years count. 5 if left out." }),
    number(
      "första_år",
      { default: 1, minimum: 1, whole: true },
      { sv: "Platsen för det första år som räknas, 1 är områdets första cell. 1 om den utelämnas.", en: "The place of the first year that counts; 1 is the range's first cell. 1 if left out." },
    ),
  ],
  compute(cost, savings, part, guarantee, cap, years, firstYear) {
    const first = firstYear.toNumber() - 1;
    const end = first + years.toNumber();
    const counted = [...savings.byPosition].filter(([position]) => position >= first && position < end).map(([, saving]) => saving);
    return selfRisk(cost, counted, { share: part, guarantee, cap });
  },
});

import { netPresentValue } from "../../appraisal/netPresentValue";
import { amounts, number } from "../arguments";
import { declare } from "../declaration";

export const NPV = declare({
  id: "NPV",
  name: "NETTONUVÄRDE",
  description: {
    sv: "Nettonuvärdet av flöden, ett per period. Det första flödet diskonteras inte om inte första_period anges.",
    en: "Net present value of flows, one a period. The first flow is not discounted unless första_period is given.",
  },
  arguments: [
    number("ränta", { above: -1 }, { sv: "Kalkylränta per period, till exempel 3 %.", en: "Discount rate per period, for instance 3%." }),
    amounts("flöden", {
      sv: "Belopp i tidsordning, läses rad för rad. En tom cell är 0 och behåller sin plats.",
      en: "Amounts in order of time, read row by row. A blank cell is 0 and keeps its place.",
    }),
    number(
      "första_period",
      { default: 0, minimum: 0, whole: true },
      {
        sv: "Hur många perioder det första flödet diskonteras. 0 om det utelämnas; 1 räknar som Excels NETNUVÄRDE.",
        en: "How many periods the first flow is discounted. 0 if left out; 1 counts as Excel's NPV.",
      },
    ),
  ],
  compute: (rate, flows, firstPeriod) => netPresentValue(rate, flows.byPosition, firstPeriod.toNumber()),
});

import { netPresentValue } from "../../appraisal/netPresentValue";
import { amounts, calendarYear } from "../arguments";
import { firstPeriod, rate } from "../commonArguments";
import { declare } from "../declaration";
import { asFlows, sameShape } from "../exact";
import { refuse } from "../refusal";

export const NPV = declare({
  id: "NPV",
  name: "NETTONUVÄRDE",
  description: {
    sv: "Nettonuvärdet av flöden, ett per period. Det första flödet diskonteras inte om inte första_period anges.",
    en: "Net present value of flows, one a period. The first flow is not discounted unless första_period is given.",
  },
  arguments: [
    rate(),
    amounts("flöden", {
      sv: "Belopp i tidsordning, läses rad för rad. En tom cell är 0 och behåller sin plats.",
      en: "Amounts in order of time, read row by row. A blank cell is 0 and keeps its place.",
    }),
    firstPeriod(),
  ],
  example: {
    about: { sv: "Budgetraden 2023–2028 i mkr vid 3 % (SKR/RISE 2022)", en: "The budget row 2023–2028 in mkr at 3% (SKR/RISE 2022)" },
    passed: [0.03, [[16, 42, 34, 54, 84, 135]]],
    answer: 329.3277,
  },
  compute: (perPeriod, flows, first) => netPresentValue(perPeriod, asFlows(flows), first),
});

export const NPV_BY_YEAR = declare({
  id: "NPV_BY_YEAR",
  name: "NETTONUVÄRDE.ÅR",
  description: {
    sv: "Nettonuvärdet av belopp på kalenderår, i vilken ordning som helst och med luckor. Belopp under basåret räknas i sin helhet.",
    en: "Net present value of amounts by calendar year, in any order and with gaps. Amounts in the base year count in full.",
  },
  arguments: [
    rate(),
    amounts("belopp", { sv: "Beloppen. En tom cell är 0.", en: "The amounts. A blank cell is 0." }),
    amounts("år", { sv: "Kalenderåret för varje belopp, i lika många celler.", en: "The calendar year of each amount, in as many cells." }, "year"),
    calendarYear("basår", { sv: "Det år som beloppen räknas om till.", en: "The year that the amounts are discounted to." }),
  ],
  example: {
    about: { sv: "100 kr år 2026 och 103 kr år 2027 i 2026 års värde vid 3 %", en: "100 kr in 2026 and 103 kr in 2027 at 3%, valued in 2026" },
    passed: [0.03, [[103, 100]], [[2027, 2026]], 2026],
    answer: 200,
  },
  compute(perYear, values, years, base) {
    sameShape(["belopp", values], ["år", years]);
    const yearAt = new Map(years.positions.map((position, index) => [position, years.values[index]!]));
    const flows = values.positions.map((position, index) => {
      const year = yearAt.get(position) ?? refuse("value", (translate) => translate("functions:refused.yearMissing", { place: position + 1 }));
      return { year, amount: values.values[index]! };
    });
    flows.sort((one, other) => one.year - other.year);
    // Counted from the first year that has an amount: what lies before the base year grows.
    const first = flows[0]?.year ?? base;
    return netPresentValue(perYear, { periods: flows.map(({ year }) => year - first), amounts: flows.map(({ amount }) => amount) }, first - base);
  },
});

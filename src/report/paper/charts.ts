import { formatAmount } from "../../i18n/format";
import { Decimal } from "../../money/presentValue";
import type { DecimalText } from "../../planning/types";
import { sum } from "../amounts";
import type { ReportSubject } from "../parties";
import type { ReportTable } from "../types";
import type { AnnexTranslate } from "./annexTexts";
import { roundedTo, type PaperUnit } from "./roundedPlan";
import type { AnnexChart } from "./types";

/** Told apart in black and white by the white line between them and the order of the legend. */
const colours = ["#17505C", "#A9C4C9", "#B5541C", "#E3B48F", "#5B4A8A", "#B9AFD4", "#3F7D3A", "#A8CFA4"];

/** Repayments per year, stacked by committee; nothing without repayments. */
export function repaymentChart({ columns, rows }: ReportTable, { language }: ReportSubject, translate: AnnexTranslate, unit: PaperUnit): AnnexChart[] {
  const places = columns.flatMap(({ year }, index) => (year === undefined ? [] : [{ year, index }]));
  if (places.length === 0) return [];
  const series = rows
    .filter(({ role }) => role === "sum")
    .map(({ cells }, index) => ({ name: cells[0] ?? "", color: colours[index % colours.length]!, amounts: places.map((place) => cells[place.index] ?? "0") }));
  const totals = places.map(({ year }, at) => ({ year, amount: sum(series.map(({ amounts }) => amounts[at] ?? "0")) }));
  const largest = extreme(totals, (one, other) => one.greaterThan(other));
  const facts = factsOf(totals, largest, language, unit);
  return [
    { caption: translate("annex:chart.repayments"), alternative: translate("annex:chart.repaymentsAlt", facts), scale: translate("annex:chart.scale", facts), years: places.map(({ year }) => year), series },
  ];
}

/** The fund's closing balances; nothing without a fund account. */
export function fundChart({ plan, language }: ReportSubject, translate: AnnexTranslate, unit: PaperUnit): AnnexChart[] {
  const balances = plan.fund.map(({ year, closing }) => ({ year, amount: closing }));
  if (balances.length === 0) return [];
  const lowest = extreme(balances, (one, other) => one.lessThan(other));
  const highest = extreme(balances, (one, other) => one.abs().greaterThan(other.abs()));
  const caption = translate("annex:chart.fund");
  return [
    {
      caption,
      alternative: translate("annex:chart.fundAlt", factsOf(balances, lowest, language, unit)),
      scale: translate("annex:chart.scale", factsOf(balances, highest, language, unit)),
      years: balances.map(({ year }) => year),
      series: [{ name: caption, color: colours[0]!, amounts: balances.map(({ amount }) => amount) }],
    },
  ];
}

interface YearAmount {
  year: number;
  amount: DecimalText;
}

/** The first of those that go furthest. */
function extreme(years: readonly YearAmount[], further: (one: Decimal, other: Decimal) => boolean): YearAmount {
  return years.reduce((found, one) => (further(new Decimal(one.amount), new Decimal(found.amount)) ? one : found));
}

function factsOf(years: readonly YearAmount[], { year, amount }: YearAmount, language: ReportSubject["language"], unit: PaperUnit) {
  return { first: years[0]?.year, last: years.at(-1)?.year, year, amount: formatAmount(amount, language, unit, roundedTo[unit] === null ? 2 : 1) };
}

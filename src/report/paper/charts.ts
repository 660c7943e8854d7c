import { formatAmount } from "../../i18n/format";
import { Decimal } from "../../money/presentValue";
import type { DecimalText } from "../../planning/types";
import { sum } from "../amounts";
import type { ReportSubject } from "../parties";
import type { ReportTable } from "../types";
import type { AnnexTranslate } from "./annexTexts";
import { plainText } from "./plainText";
import { roundedTo, type PaperUnit } from "./roundedPlan";
import type { AnnexChart } from "./types";

/** Told apart in black and white by the white line between them and the order of the legend. */
const colours = ["#17505C", "#A9C4C9", "#B5541C", "#E3B48F", "#5B4A8A", "#B9AFD4", "#3F7D3A", "#A8CFA4"];

/** Repayments per year, stacked by committee; nothing without repayments. */
export function repaymentChart({ columns, rows }: ReportTable, { language }: ReportSubject, translate: AnnexTranslate, unit: PaperUnit): AnnexChart[] {
  const places = columns.flatMap(({ year }, index) => (year === undefined ? [] : [{ year, index }]));
  if (places.length === 0) return [];
  const committees = rows.filter(({ role }) => role === "sum").map(({ cells }) => ({ name: shortName(cells[0] ?? ""), total: cells.at(-1) ?? "0", amounts: places.map((place) => cells[place.index] ?? "0") }));
  const series = largestAndRest(committees, translate("annex:chart.others")).map((one, index) => ({ ...one, color: colours[index]! }));
  const totals = places.map(({ year }, at) => ({ year, amount: sum(series.map(({ amounts }) => amounts[at] ?? "0")) }));
  const largest = extreme(totals, (one, other) => one.greaterThan(other));
  const facts = factsOf(totals, largest, language, unit);
  return [
    { caption: translate("annex:chart.repayments"), alternative: translate("annex:chart.repaymentsAlt", facts), scale: translate("annex:chart.scale", facts), years: places.map(({ year }) => year), series },
  ];
}

interface Bars {
  name: string;
  total: DecimalText;
  amounts: DecimalText[];
}

/** As many as there are colours, in their order: the smallest become one when they are more. */
function largestAndRest(all: Bars[], others: string): Omit<Bars, "total">[] {
  if (all.length <= colours.length) return all.map(({ name, amounts }) => ({ name, amounts }));
  const bySize = [...all].sort((one, other) => new Decimal(other.total).comparedTo(one.total));
  const largest = new Set(bySize.slice(0, colours.length - 1));
  const rest = all.filter((one) => !largest.has(one));
  return [...all.filter((one) => largest.has(one)).map(({ name, amounts }) => ({ name, amounts })), { name: others, amounts: all[0]!.amounts.map((_, at) => sum(rest.map(({ amounts }) => amounts[at] ?? "0"))) }];
}

/** So many characters of a name fit a legend. */
const longestName = 44;

/** A name that fits a legend: the middle of a long one is left out, as names often differ at their ends. */
function shortName(name: string): string {
  const characters = [...plainText(name)];
  return characters.length <= longestName ? characters.join("") : `${characters.slice(0, 28).join("").trimEnd()} … ${characters.slice(-12).join("").trimStart()}`;
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

import { Decimal } from "../src/money/presentValue";
import { binary, generator, presentValue, presentValueAt, signOf } from "../tests/appraisal/exact";

/** What a formula in a sheet gets: a rate, and flows in a row. */
export interface FunctionCase {
  rate: number;
  flows: number[];
}

/**
 * A project's cost (up to a milliard kr) and 29 years of savings, in kr and öre, at a rate to the hundredth of a per cent;
 * the same every time. At a hundred times as much the nearest double itself is now and then on the other side of half an öre.
 */
export function projects(count: number): FunctionCase[] {
  const random = generator(2026);
  return Array.from({ length: count }, () => {
    const scale = 10 ** (6 + random() * 4);
    const flows = Array.from({ length: 30 }, (_, year) => Math.round((year === 0 ? -1 - 10 * random() : random()) * scale) / 100);
    return { rate: Math.round(1 + random() * 1000) / 10_000, flows };
  });
}

/** Amounts with three decimals and no rate: one sum in ten ends in half an öre. */
export function halves(count: number): FunctionCase[] {
  const random = generator(2027);
  return Array.from({ length: count }, () => ({ rate: 0, flows: Array.from({ length: 30 }, () => Math.round((random() - 0.4) * 1e9) / 1_000) }));
}

/** The exact net present value in whole öre, half away from zero. */
export function exactOre({ rate, flows }: FunctionCase, firstPeriod: number): bigint {
  const { numerator, denominator } = presentValue(rate, flows, firstPeriod);
  const size = numerator < 0n ? -numerator : numerator;
  const ore = (size * 200n + denominator) / (2n * denominator);
  return numerator < 0n ? -ore : ore;
}

/** What a cell would show of an answer, in whole öre by the same rule; undefined when it is no number. */
export function shownOre(answer: number): bigint | undefined {
  return Number.isFinite(answer) ? BigInt(new Decimal(answer).times(100).toFixed(0, Decimal.ROUND_HALF_UP)) : undefined;
}

/** Whether the exact rate is within a millionth of a millionth of the answer: the present value changes its sign there. */
export function isRate(answer: number, { flows }: FunctionCase): boolean {
  if (!Number.isFinite(answer) || answer <= -1) return false;
  const reach = Math.max(Math.abs(answer), 1e-3) * 1e-12;
  const [below, above] = [answer - reach, answer + reach].map((rate) => signOf(presentValueAt(binary(rate), flows)));
  return below! * above! <= 0;
}

import { Decimal as DefaultDecimal } from "decimal.js";

/** Decimals with enough digits that only the last rounding, to the öre, can be seen. Halves go away from zero. */
export const Decimal = DefaultDecimal.clone({ precision: 100, rounding: DefaultDecimal.ROUND_HALF_UP, toExpPos: 1000, toExpNeg: -1000 });
export type Decimal = DefaultDecimal;

/** Decimals whose sums, products and whole powers are never rounded; not for quotients, which would never end. */
export const Unrounded = Decimal.clone({ precision: 1e9 });

/**
 * Present value by calendar year: Σ flow / (1 + rate)^(year − base year).
 * @param flows kr by year, in any order
 * @param rate yearly rate as a fraction (0.03), above −1
 * @param baseYear the year whose flows count in full
 * @returns kr, unrounded
 * @example presentValueByYear(new Map([[2026, new Decimal(103)]]), new Decimal("0.03"), 2025) // 100
 */
export function presentValueByYear(flows: ReadonlyMap<number, Decimal>, rate: Decimal, baseYear: number): Decimal {
  const growth = rate.plus(1);
  let sum = new Decimal(0);
  for (const [year, flow] of flows) sum = sum.plus(flow.times(growth.pow(baseYear - year)));
  return sum;
}

/** To the öre, half away from zero. */
export function roundToOre(amount: Decimal): Decimal {
  return amount.toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
}

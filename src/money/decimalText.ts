/** The longest decimal text that is taken for an amount; no budget needs more, and no input may cost more. */
const longest = 40;
const pattern = /^-?\d+(?:\.\d+)?$/;

/** Whether a value is a decimal as text: an optional minus sign, digits, an optional point and digits. */
export function isDecimalText(value: unknown): value is string {
  return typeof value === "string" && value.length <= longest && pattern.test(value);
}

/** How many decimals a decimal text is written with: `"12.50"` → 2. */
export function decimalsOf(text: string): number {
  const point = text.indexOf(".");
  return point < 0 ? 0 : text.length - point - 1;
}

const powers = Array.from({ length: 2 * longest }, (_, exponent) => 10n ** BigInt(exponent));

/** Ten to a whole power; the exponents that amounts and shares lead to are at hand. */
export function powerOfTen(exponent: number): bigint {
  return powers[exponent] ?? 10n ** BigInt(exponent);
}

/**
 * A decimal text as a whole number of 10^−decimals: `wholeOf("12.5", 2)` → `1250n`.
 * @param decimals at least `decimalsOf(text)`, so that nothing is rounded
 */
export function wholeOf(text: string, decimals: number): bigint {
  const point = text.indexOf(".");
  const written = point < 0 ? 0 : text.length - point - 1;
  const digits = BigInt(point < 0 ? text : text.slice(0, point) + text.slice(point + 1));
  return written === decimals ? digits : digits * powerOfTen(decimals - written);
}

/** The other way: `decimalText(1250n, 2)` → `"12.5"`, without trailing zeros. */
export function decimalText(whole: bigint, decimals: number): string {
  const power = powerOfTen(decimals);
  const fraction = whole % power;
  if (fraction === 0n) return (whole / power).toString();
  const digits = (fraction < 0n ? -fraction : fraction).toString().padStart(decimals, "0").replace(/0+$/, "");
  const sign = whole < 0n ? "-" : "";
  return `${sign}${(whole < 0n ? -whole : whole) / power}.${digits}`;
}

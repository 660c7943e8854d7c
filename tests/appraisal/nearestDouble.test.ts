import { netPresentValue } from "../../src/appraisal/netPresentValue";

const cases = 100_000;
const digits = 60;
const powersOfTen = Array.from({ length: digits + 30 }, (_, exponent) => 10n ** BigInt(exponent));

/** A generator with a seed (mulberry32), so that a case that fails can be found again. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A decimal text as a whole number of 10^−scale. */
function scaled(value: number, scale: number): bigint {
  const [, sign, whole = "0", fraction = "", exponent = "0"] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
  const shift = scale - fraction.length + Number(exponent);
  const size = shift >= 0 ? BigInt(whole + fraction) * powersOfTen[shift]! : BigInt(whole + fraction) / powersOfTen[-shift]!;
  return sign === "-" ? -size : size;
}

/** Σ flow / (1 + rate)^period with sixty decimals, each step a division of whole numbers. */
function presentValue(rate: number, amounts: readonly number[], firstPeriod: number): string {
  const one = powersOfTen[digits]!;
  const growth = one + scaled(rate, digits);
  let sum = 0n;
  for (let index = amounts.length - 1; index >= 0; index--) sum = (index < amounts.length - 1 ? (sum * one) / growth : 0n) + scaled(amounts[index]!, digits);
  for (let period = 0; period < firstPeriod; period++) sum = (sum * one) / growth;
  const text = (sum < 0n ? -sum : sum).toString().padStart(digits + 1, "0");
  return `${sum < 0n ? "-" : ""}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

describe("A present value is the nearest double to the exact one", () => {
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));

  it(`in ${cases} random cases against a computation with ${digits} decimals (SEED=${seed})`, () => {
    const random = generator(seed);
    const between = (low: number, high: number) => low + random() * (high - low);
    const amount = [
      () => Math.round(between(-1e12, 1e12)),
      () => Math.round(between(-1e9, 1e9)) / 100,
      () => Math.round(between(-1e9, 1e9)) * 1000,
      () => between(-1, 1) * 10 ** between(0, 12),
      () => (random() < 0.5 ? 0 : Math.round(between(0, 1e6))),
    ];
    const rate = [() => Math.round(between(-50, 1000)) / 100, () => Math.round(between(0, 1000)) / 10_000, () => between(-0.5, 10), () => 0];
    const wrong: unknown[] = [];
    for (let number = 0; number < cases; number++) {
      const kind = amount[number % amount.length]!;
      const amounts = Array.from({ length: 1 + Math.floor(random() ** 2 * 100) }, kind);
      const perPeriod = rate[Math.floor(number / amount.length) % rate.length]!();
      const first = number % 3 === 0 ? 1 : 0;
      const answer = netPresentValue(perPeriod, { periods: amounts.map((_, period) => period), amounts }, first);
      const nearest = Number(presentValue(perPeriod, amounts, first));
      if (answer !== nearest) wrong.push({ perPeriod, amounts, first, answer, nearest });
    }
    expect(wrong).toEqual([]);
  });
});

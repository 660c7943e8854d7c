import { netPresentValue } from "../../src/appraisal/netPresentValue";
import { generator, nearestDouble, roundedPresentValue, seed } from "./exact";

const cases = 100_000;

describe("A present value is the nearest double to the exact one", () => {
  it(`in ${cases} random cases against whole numbers of 256 bits and more (SEED=${seed})`, () => {
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
      const nearest = nearestDouble(roundedPresentValue(perPeriod, amounts, first));
      if (answer !== nearest) wrong.push({ perPeriod, amounts, first, answer, nearest });
    }
    expect(wrong).toEqual([]);
  });
});

import { changeReasons } from "../../../src/followUp";
import { reasonInWords } from "../../../src/report/followUp";

const words = (language: "sv" | "en") => changeReasons.flatMap((reason) => [reasonInWords({ reason }, language), reasonInWords({ reason, because: 2026 }, language)]);

it("tells why in a few words, with the year that it comes from", () => {
  expect(reasonInWords({ reason: "outcomeLower", because: 2026 }, "sv")).toBe("Utfallet 2026 lägre än väntat");
  expect(reasonInWords({ reason: "notEstablished", because: 2026 }, "sv")).toBe("Inget fastställt utfall 2026");
  expect(reasonInWords({ reason: "carried" }, "sv")).toBe("Flyttat mellan år");
  expect(reasonInWords({ reason: "outcomeHigher", because: 2026 }, "en")).toBe("Outcome 2026 higher than expected");
});

it.each(["sv", "en"] as const)("has short words of its own for every reason, in %s", (language) => {
  for (const text of words(language)) {
    expect(text).not.toMatch(/[{:]|Because/);
    expect(text.length).toBeLessThanOrEqual(60);
  }
  expect(new Set(changeReasons.map((reason) => reasonInWords({ reason }, language))).size).toBe(changeReasons.length);
});

import { diagnosticText } from "../../src/i18n/diagnosticText";
import { planRepayments } from "../../src/planning";

const [diagnostic] = planRepayments({ committees: [], projects: [], costs: [{ project: "P", committee: "SN", year: 2026, amount: "-1250000.5" }], savings: [] }).diagnostics.filter(({ code }) => code === "negativeCost");

test("the Swedish sentence is the engine's own", () => {
  expect(diagnosticText(diagnostic!, "sv")).toBe(diagnostic!.message);
  expect(diagnostic!.message).toContain("−1\u00a0250\u00a0000,5\u00a0kr");
});

test("the English sentence says the same from the same facts", () => {
  expect(diagnosticText(diagnostic!, "en")).toBe("The cost SEK -1,250,000.5 is negative. Write costs as positive numbers; income of the project is deducted from the cost of the same year.");
});

test("lists are named in English too", () => {
  const unknown = planRepayments({ committees: [], projects: [], costs: [{ project: "P", committee: "SN", year: 2026, amount: "1" }], savings: [] }).diagnostics[0]!;
  expect(diagnosticText(unknown, "en")).toContain("among the costs");
});

test("a sentence made elsewhere is kept as it is", () => {
  expect(diagnosticText({ code: "somethingRead", message: "Read in English." }, "en")).toBe("Read in English.");
});

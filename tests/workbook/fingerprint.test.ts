import type { PlanInput } from "../../src/planning";
import { fingerprintOf } from "../../src/report";
import { unhurriedFingerprint } from "../../src/workbook/fingerprint";
import norrkoping from "../planning/examples/norrkoping-2010.json";

const savings = (count: number) => Array.from({ length: count }, (_, index) => ({ project: "P", committee: "SN", year: 2026 + (index % 20), amount: String(index), cell: `Besparingar!E${index}` }));
const input = (rows: number): PlanInput => ({ committees: [{ id: "SN", name: "Ål" }], projects: [{ id: "P", name: "P" }], costs: [], savings: savings(rows) });

describe("the fingerprint of a fund that is large", () => {
  test.each([0, 1, 499, 500, 501, 1_000, 1_001])("is the same for %i savings when it is made a little at a time", async (rows) => {
    expect(await unhurriedFingerprint(input(rows))).toBe(await fingerprintOf(input(rows)));
  });

  test("is the same for an example, and for nothing at all", async () => {
    const example = norrkoping as unknown as PlanInput;
    expect(await unhurriedFingerprint(example)).toBe(await fingerprintOf(example));
    const nothing: PlanInput = { committees: [], projects: [], costs: [], savings: [] };
    expect(await unhurriedFingerprint(nothing)).toBe(await fingerprintOf(nothing));
  });
});

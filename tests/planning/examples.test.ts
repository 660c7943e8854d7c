import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { planRepayments, type PlanInput, type RepaymentPlan } from "../../src/planning";

const folder = join(__dirname, "examples");
const read = <T>(name: string): T => JSON.parse(readFileSync(join(folder, name), "utf8")) as T;
const names = readdirSync(folder)
  .filter((name) => !name.includes(".expected."))
  .map((name) => name.replace(".json", ""));

test("there are examples", () => expect(names).toHaveLength(10));

test.each(names)("%s gives exactly its expected answer", (name) => {
  const expected = read<Omit<RepaymentPlan, "diagnostics">>(`${name}.expected.json`);
  const { diagnostics, ...plan } = planRepayments(read<PlanInput>(`${name}.json`));
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(plan).toEqual(expected);
});

import { readFileSync } from "node:fs";
import { planRepayments, type PlanInput } from "../../src/planning";

/** Plans an input that is JSON and prints the plan as JSON. Returns the exit status. */
export function planJson(file: string): number {
  let input: unknown;
  try {
    input = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    console.error(`”${file}” är inte läsbar JSON: ${(error as Error).message}`);
    return 1;
  }
  const plan = planRepayments(input as PlanInput);
  console.log(JSON.stringify(plan, null, 1));
  for (const { severity, message } of plan.diagnostics) console.error(`${severity === "error" ? "Fel" : "Varning"}: ${message}`);
  return plan.diagnostics.some(({ severity }) => severity === "error") ? 1 : 0;
}

/** Measures in a process of its own, so that its memory is that of the work and nothing else: `ownProcess.ts plan 1000`. */
import { spawnSync } from "node:child_process";
import { planRepayments } from "../src/planning";
import { planInFormulas } from "./formulas";
import { largeFund } from "./portfolio";
import { fastestOf, timeOf } from "./timing";

/** What a way to plan a fund of some size cost. */
export interface PlanningCost {
  /** Milliseconds. */
  time: number;
  /** The most that the input, the plan and everything on the way held at once, in bytes; the bare process not counted. */
  memory: number;
}

const ways = { plan: (projects: number) => planOnce(projects), formulas: (projects: number) => formulasOnce(projects) };

/** The most that this process has held in memory, in bytes. */
const mostHeld = () => process.resourceUsage().maxRSS * 1024;

function planOnce(projects: number): PlanningCost {
  const bare = mostHeld();
  const input = largeFund(projects);
  planRepayments(input);
  const memory = mostHeld() - bare;
  return { time: fastestOf(projects > 1_000 ? 3 : 9, () => void planRepayments(input)), memory };
}

function formulasOnce(projects: number): PlanningCost {
  const bare = mostHeld();
  const time = timeOf(() => void planInFormulas(largeFund(projects)));
  return { time, memory: mostHeld() - bare };
}

/** Plans a large fund in a process of its own; undefined when it does not come through. */
export function planningCost(way: keyof typeof ways, projects: number): PlanningCost | undefined {
  const { status, stdout } = spawnSync(process.execPath, ["--import", "tsx", __filename, way, String(projects)], { encoding: "utf8", timeout: 180_000 });
  return status === 0 ? (JSON.parse(stdout) as PlanningCost) : undefined;
}

const [, file, way, projects] = process.argv;
if (file === __filename) console.log(JSON.stringify(ways[way as keyof typeof ways](Number(projects))));

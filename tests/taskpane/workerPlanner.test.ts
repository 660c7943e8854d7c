import { planChanges } from "../../src/followUp";
import { planRepayments } from "../../src/planning";
import type { PlanInput } from "../../src/planning/types";
import { underModel } from "../../src/taskpane/comparison";
import { amountParts, partsOf, planAnswering, type PlanAnswer, type PlanRequest } from "../../src/taskpane/planMessages";
import { workerPlanner, type PlanningWorker } from "../../src/taskpane/workerPlanner";
import norrkoping from "../planning/examples/norrkoping-2010.json";

const example = norrkoping as unknown as PlanInput;
/** More savings than are sent at once. */
const large: PlanInput = { ...example, savings: Array.from({ length: 12_000 }, (_, index) => ({ ...example.savings[0]!, year: 2012 + (index % 3), amount: "1" })) };
const outcomes: PlanInput["outcomes"] = [{ ...example.savings[0]!, amount: "7", status: "established" }];

/** The worker's own code at the other end of a wire that copies, as between threads. */
function wire(fault?: (request: PlanRequest) => boolean) {
  const requests: PlanRequest[] = [];
  const answers: PlanAnswer[] = [];
  const worker: PlanningWorker = {
    onmessage: null,
    onerror: null,
    terminate: () => undefined,
    postMessage(request) {
      requests.push(request);
      const copy = structuredClone(request);
      setTimeout(() => (fault?.(request) ? worker.onerror?.call(asWorker, new Event("error") as ErrorEvent) : take(copy)));
    },
  };
  const asWorker = worker as Worker;
  const take = planAnswering((answer) => {
    answers.push(answer);
    worker.onmessage?.call(asWorker, { data: structuredClone(answer) } as MessageEvent<PlanAnswer>);
  });
  return { requests, answers, planner: workerPlanner(() => worker) };
}

const amountsIn = (requests: PlanRequest[]) => requests.flatMap((request) => ("amounts" in request ? [request.amounts] : []));

it("plans in the worker as on the page, whatever is asked for meanwhile", async () => {
  const { planner } = wire();
  const withOutcomes = { ...large, outcomes };
  const inputs = [large, underModel(large, "sharedRisk"), withOutcomes, underModel(withOutcomes, "unconditional"), large];
  const plans = await Promise.all(inputs.map((input) => planner.plan(input)));
  expect(plans).toEqual(inputs.map(planRepayments));
});

it("sends amounts once for a reading, in parts", async () => {
  const { planner, requests } = wire();
  await planner.plan(large);
  expect(amountsIn(requests).map(({ savings }) => savings.length)).toEqual([5_000, 5_000, 2_000]);
  await planner.plan(underModel(large, "sharedRisk"));
  await planner.plan({ ...large, capExtensionYears: 2 });
  expect(amountsIn(requests)).toHaveLength(3);
  await planner.plan({ ...large, savings: [...large.savings] });
  expect(amountsIn(requests)).toHaveLength(6);
  expect(requests.some((request) => "input" in request && request.input.savings.length > 0)).toBe(false);
});

it("tells what differs from an earlier plan as on the page, and sends that in parts too", async () => {
  const { planner, requests } = wire();
  const before = { input: large, schedule: planRepayments(large).schedule };
  const now = { ...large, planFrom: 2013, outcomes };
  const expected = planChanges(before, { input: now, schedule: planRepayments(now).schedule });
  expect(expected.length).toBeGreaterThan(0);
  expect(await planner.changes(before, now)).toEqual(expected);
  expect(await planner.changes({ input: undefined, schedule: before.schedule }, now)).toEqual(planChanges({ ...before, input: undefined }, { input: now, schedule: planRepayments(now).schedule }));
  expect(Math.max(...requests.map((request) => ("earlier" in request ? request.earlier.savings.length : 0)))).toBe(5_000);
});

it("gets a long schedule in parts", async () => {
  const projects = Array.from({ length: 2_000 }, (_, index) => ({ ...example.projects[0]!, id: `P${index}`, name: `P${index}` }));
  const committee = example.committees[0]!.id;
  const input: PlanInput = {
    committees: example.committees,
    projects,
    costs: projects.map(({ id }) => ({ project: id, committee, year: 2020, amount: "900" })),
    savings: projects.flatMap(({ id }) => [2021, 2022, 2023].map((year) => ({ project: id, committee, year, amount: "100" }))),
    defaultRule: { window: { from: { after: "projectStart", years: 1 }, years: 10 } },
  };
  const { planner, answers } = wire();
  const plan = await planner.plan(input);
  expect(plan).toEqual(planRepayments(input));
  expect(plan.schedule.length).toBeGreaterThan(5_000);
  expect(Math.max(...answers.map((answer) => ("schedule" in answer ? answer.schedule.length : "plan" in answer ? answer.plan.schedule.length : 0)))).toBe(5_000);
});

it("plans on the page when the worker fails, also while it is sent to", async () => {
  const broken = wire((request) => "amounts" in request);
  expect(await Promise.all([broken.planner.plan(large), broken.planner.plan(underModel(large, "sharedRisk"))])).toEqual([planRepayments(large), planRepayments(underModel(large, "sharedRisk"))]);
  const refusing = workerPlanner(() => {
    throw new Error("Refused by the page's policy.");
  });
  expect(await refusing.plan(large)).toEqual(planRepayments(large));
});

it("cuts lists without losing a row", () => {
  expect(partsOf(Array.from({ length: 10_001 }, (_, index) => index)).map(({ length }) => length)).toEqual([5_000, 5_000, 1]);
  expect(amountParts({ ...example, costs: [], savings: [] })).toEqual([{ costs: [], savings: [], outcomes: [], booked: [] }]);
  expect(amountParts(large).flatMap(({ savings }) => savings)).toEqual(large.savings);
});

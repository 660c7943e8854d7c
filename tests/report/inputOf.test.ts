import fc from "fast-check";
import { planRepayments } from "../../src/planning";
import type { PlanInput } from "../../src/planning/types";
import { inputOf, inputRecord, parseRecord } from "../../src/report/inputRecord";
import uppfoljning from "../planning/examples/uppfoljning.json";
import { portfolios } from "../planning/portfolios";

const again = (input: PlanInput) => inputOf(parseRecord(inputRecord(input, Infinity))!);
const amountsOf = (input: PlanInput) => {
  const { schedule, projects, fund, committeeYears } = planRepayments(input);
  return { schedule, projects, fund, committeeYears };
};

describe("the input that a record gives back", () => {
  it.each([false, true])("gives the same plan as the input that was recorded (replan: %s)", (replan) => {
    fc.assert(fc.property(portfolios({ replan }), (input) => expect(amountsOf(again(input)!)).toEqual(amountsOf(input))));
  });

  it("keeps what the follow-up compares: outcomes, bookings and the year to plan from", () => {
    const input = uppfoljning as unknown as PlanInput;
    const { outcomes, booked, planFrom } = again(input)!;
    expect(outcomes).toEqual((input.outcomes ?? []).filter(({ status }) => status === "established").map(({ project, committee, year, amount, status }) => ({ project, committee, year, amount, status })));
    expect([booked?.length, planFrom]).toEqual([input.booked?.length, input.planFrom]);
  });

  it("is none when the record had no room for its amounts", () => {
    const input = uppfoljning as unknown as PlanInput;
    const tooLong = inputRecord(input).length - 1;
    expect(inputOf(parseRecord(inputRecord(input, tooLong))!)).toBeUndefined();
  });
});

import { pagePlanner } from "../../src/taskpane/planner";
import { planRepayments } from "../../src/planning";
import type { ModelName } from "../../src/planning/models";
import { underModel } from "../../src/taskpane/comparison";
import { effects, fillOwn, ownRows, store, until, usePaneInExcel } from "./paneInExcel";

/** Plans that have been asked for and not yet answered, in the order of asking; null as long as all are answered at once. */
let asked: (() => void)[] | null;
/** Answers the plan with a number, and lets the pane take it. */
const answer = async (index: number) => {
  asked?.[index]?.();
  await until(() => true, 2);
};

usePaneInExcel({
  planner: {
    ...pagePlanner,
    isQuick: () => true,
    plan: async (input) => {
      const plan = planRepayments(input);
      if (asked) await new Promise<void>((done) => asked?.push(done));
      return plan;
    },
  },
});

beforeEach(async () => {
  asked = null;
  fillOwn(ownRows);
  await effects.read();
  asked = [];
});

/** So large a unit that nothing is repaid: no plan is the same with it. */
const millions = { projects: {}, settings: { roundingUnit: "1000000" } };
const planned = (model: ModelName) => planRepayments(underModel(store.state().current!.input, model));

describe("a plan that takes its time", () => {
  it.each([[[0, 1]], [[1, 0]]])("is compared with the model that was asked for last, when the answers come in the order %j", async (order) => {
    void effects.compare("appropriation");
    void effects.compare("unconditional");
    for (const index of order) await answer(index);
    expect(store.state()).toMatchObject({ planning: false, comparison: { model: "unconditional" } });
    expect(store.state().comparison?.plan).toEqual(planned("unconditional"));
  });

  it("is not compared with a model that is no longer asked for", async () => {
    void effects.compare("appropriation");
    await effects.compare(null);
    await answer(0);
    expect(store.state()).toMatchObject({ planning: false, comparison: null });
  });

  it("is compared under the rules that are drafted while the first comparison is made", async () => {
    void effects.compare("unconditional");
    void effects.draft(millions);
    await answer(1);
    await answer(2);
    await answer(0);
    expect(store.state().current?.input.roundingUnit).toBe("1000000");
    expect(store.state().comparison?.plan).toEqual(planned("unconditional"));
  });

  it("is of the rules that are drafted while the workbook is read", async () => {
    const reading = effects.read();
    await until(() => asked?.length === 1);
    void effects.draft(millions);
    await answer(0);
    await answer(1);
    await answer(2);
    await reading;
    expect(store.state().current?.input.roundingUnit).toBe("1000000");
    expect(store.state().current?.plan).toEqual(planRepayments(store.state().current!.input));
  });
});

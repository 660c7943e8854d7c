import { modelRules } from "../../src/planning/models";
import type { PaneState } from "../../src/taskpane/state";
import type { Failure, Workbook } from "../../workbench/host";
import { effects, host, store, usePaneInExcel } from "../taskpane/paneInExcel";

usePaneInExcel();

/** What a user does, and what has been done before. */
interface Action {
  name: string;
  before?: () => Promise<unknown>;
  act: () => Promise<unknown>;
}

const example = async () => {
  await effects.openExample();
  await effects.openFollowUp();
};
const project = () => store.state().current!.input.projects[0]!.id;
const committee = () => store.state().current!.input.committees.find(({ internal }) => internal !== false)!.id;
const at = (year: number) => ({ project: project(), committee: committee(), year });

const actions: Action[] = [
  { name: "creates the template", act: () => effects.createTemplate() },
  { name: "opens the example", act: () => effects.openExample() },
  { name: "reads", before: example, act: () => effects.read() },
  { name: "adds a table", before: example, act: () => effects.addTable("waivers") },
  {
    name: "changes a rule",
    before: async () => {
      await example();
      await effects.draft({ projects: { [project()]: modelRules.unconditional() }, settings: { roundingUnit: "1000" } });
    },
    act: () => effects.saveRules(),
  },
  { name: "sets a cap", before: example, act: () => effects.saveCap({ committee: committee(), amount: "1000000" }) },
  { name: "writes the plan", before: example, act: () => effects.write() },
  {
    name: "writes the plan anew",
    before: async () => {
      await example();
      await effects.write();
    },
    act: () => effects.write(),
  },
  { name: "enters an outcome", before: example, act: () => effects.saveOutcomes([{ ...at(2012), amount: "1", status: "established", source: "Bokslut", date: "2013-02-01", was: null }]) },
  { name: "books repayments", before: example, act: () => effects.saveBooked([{ ...at(2012), amount: "1", was: null }, { ...at(2013), amount: "2", was: null }]) },
  { name: "grants an exception", before: example, act: () => effects.saveWaiver({ ...at(2013), fromYear: 2013, toYear: 2013, share: "0.5", reason: "Skäl", decision: "KF § 1" }) },
  {
    name: "reorganises",
    before: example,
    act: () => effects.saveSuccession([{ from: committee(), to: store.state().current!.input.committees.findLast(({ internal, id }) => internal !== false && id !== committee())!.id, year: 2014, share: "1" }]),
  },
  { name: "plans anew", before: example, act: () => effects.replanFrom(2013) },
  { name: "decides the plan", before: example, act: () => effects.decide({ reference: "KF § 1", date: "2013-02-14" }) },
  {
    name: "writes the follow-up",
    before: async () => {
      await example();
      await effects.decide({ reference: "KF § 1", date: "2013-02-14" });
    },
    act: () => effects.writeFollowUp(),
  },
  { name: "writes the annex on a sheet", before: example, act: () => effects.writeAnnex() },
];

const codes = ["InvalidOperationInCellEditMode", "AccessDenied", "ItemNotFound", "RequestPayloadSizeLimitExceeded", "ActivityLimitReached", "GeneralException", "ConnectionFailure"];

/** Every error before anything of a sync is done, and one when some or all of it is: Excel's batches are not atomic. */
const faults: { code: string; failure: Failure }[] = [...codes.map((code) => ({ code, failure: {} })), { code: "GeneralException", failure: { actionIndex: 5 } }, { code: "GeneralException", failure: { after: true } }];

/** What a user has in the workbook: sheets with their cells, tables and names. Which cell is selected is no part of it. */
const contents = ({ sheets, names }: Workbook) => JSON.stringify([sheets.map(({ id: _, ...sheet }) => sheet), names], (_, value: unknown) => (value instanceof Map ? [...value] : value instanceof Set ? [...value] : value));

let tried = 0;
afterAll(() => process.stdout.write(`faults: ${tried} tried\n`));

test.each(actions)("a user who $name keeps the workbook as it was when Excel fails, and is told why and what to do", async ({ before, act }) => {
  await before?.();
  const workbook = structuredClone(host.workbook);
  const state: PaneState = store.state();
  const begin = () => {
    Object.assign(host.workbook, structuredClone(workbook));
    host.recalculate();
    store.dispatch({ type: "failureClosed" });
    if (state.current) store.dispatch({ type: "read", reading: state.current.reading, plan: state.current.plan, at: 0 });
    store.dispatch({ type: "draftsChanged", drafts: state.drafts });
    host.resetCounts();
  };
  begin();
  await act();
  expect(store.state().failure).toBeNull();
  const { syncs } = host.counts;
  const done = contents(host.workbook);
  const unchanged = contents(workbook);
  for (let sync = 1; sync <= syncs; sync++) {
    for (const { code, failure } of faults) {
      begin();
      host.failSync(sync, code, failure);
      await act();
      tried += 1;
      const now = contents(host.workbook);
      const { failure: told, activity } = store.state();
      const what = `${code} ${JSON.stringify(failure)} at sync ${sync} of ${syncs}`;
      expect([what, activity]).toEqual([what, null]);
      // What was written before a reading that failed stands (the times in it differ), and the pane says that the reading failed.
      const isDone = now.length === done.length && now !== unchanged;
      if (told === null) expect([what, isDone || unchanged === done]).toEqual([what, true]);
      else {
        expect([what, now === unchanged || isDone]).toEqual([what, true]);
        expect([what, told.message]).toEqual([what, expect.stringMatching(/\p{L}{3}.*\. .*\p{L}/su) as string]);
      }
    }
  }
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cellFunctions } from "../../src/functions/functions";
import { modelRules } from "../../src/planning/models";
import type { PaneState } from "../../src/taskpane/state";
import type { Failure, Silence, Workbook } from "../../workbench/host";
import { contents } from "./contents";
import { effects, fillOwn, host, ownRows, settled, store, usePaneInExcel } from "../taskpane/paneInExcel";

// An answer comes before any timer, since the host answers at once: only what is not answered at all is given up.
usePaneInExcel({ patience: { told: 0, givenUp: 1 } });

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

const capped = async () => {
  await example();
  await effects.saveCap({ committee: committee(), amount: "1000000" });
};
const ownRange = () => {
  fillOwn(ownRows);
  return effects.goTo("Egna!A2:F4");
};
const useRange = async () => {
  await effects.understandSelection("costs");
  await effects.useRange();
};
const exporting = async () => {
  await example();
  await effects.openExport();
};
const stateOfficer = (officer: string) => {
  const { paper } = store.state().papers!;
  return effects.changePaper({ ...paper, details: { ...paper.details, officer } });
};

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
  { name: "takes a cap away", before: capped, act: () => effects.removeCap(store.state().current!.input.caps![0]!.cell!) },
  { name: "uses a range", before: ownRange, act: useRange },
  {
    name: "uses a range no more",
    before: async () => {
      await ownRange();
      await useRange();
    },
    act: () => effects.forgetRange("costs"),
  },
  { name: "inserts a function", before: () => effects.goTo("Blad1!B2"), act: () => effects.insertFunction(cellFunctions[0]!) },
  { name: "states the annex's details", before: exporting, act: () => stateOfficer("Anna") },
  {
    name: "changes the annex's details",
    before: async () => {
      await exporting();
      await stateOfficer("Anna");
    },
    act: () => stateOfficer("Bo"),
  },
  { name: "writes the annex on a sheet", before: example, act: () => effects.writeAnnex() },
];

const codes = ["InvalidOperationInCellEditMode", "AccessDenied", "ItemNotFound", "RequestPayloadSizeLimitExceeded", "ActivityLimitReached", "GeneralException", "ConnectionFailure"];

/** Every error before anything of a sync is done, and one when some or all of it is: Excel's batches are not atomic. */
const faults: { code: string; failure: Failure }[] = [...codes.map((code) => ({ code, failure: {} })), { code: "GeneralException", failure: { actionIndex: 5 } }, { code: "GeneralException", failure: { after: true } }];

/** And no answer: Excel never got the request, does it when it has been given up, or does not answer the undoing either. */
const silences: Silence[] = ["lost", "late", "held"];

/** How the n-th sync goes wrong. */
interface Difficulty {
  what: string;
  silence?: Silence;
  begin(sync: number): void;
}

const difficulties: Difficulty[] = [
  ...silences.map((silence) => ({ what: silence, silence, begin: (sync: number) => host.silenceSync(sync, silence) })),
  ...faults.map(({ code, failure }) => ({ what: `${code} ${JSON.stringify(failure)}`, begin: (sync: number) => host.failSync(sync, code, failure) })),
];

const sentences: unknown = expect.stringMatching(/\p{L}{3}.*\. .*\p{L}/su);

/** The sheets that are not as they were, or not there. */
function changedSheets(before: Workbook, after: Workbook): string[] {
  const told = ({ sheets }: Workbook) => sheets.map((sheet) => [sheet.name, contents({ sheets: [sheet], names: [] })] as const);
  const old = told(before);
  const now = told(after);
  const differ = now.filter(([name, text]) => !old.some(([other, otherText]) => name === other && text === otherText));
  return [...differ, ...old.filter(([name]) => !now.some(([other]) => name === other))].map(([name]) => name);
}

let tried = 0;
let actionsTried = 0;
afterAll(() => process.stdout.write(`faults: ${tried} tried\n`));

const page = readFileSync(join(__dirname, "../../docs/robustness.md"), "utf8");

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
    if (state.papers) {
      store.dispatch({ type: "paperChanged", paper: store.state().papers!.kept });
      store.dispatch({ type: "paperRead", kept: state.papers });
    }
    host.resetCounts();
  };
  // Twice: what is read once and for all, such as what papers shall be like, is not read again below.
  begin();
  await act();
  begin();
  await act();
  expect(store.state().failure).toBeNull();
  const { syncs } = host.counts;
  const done = contents(host.workbook);
  const unchanged = contents(workbook);
  for (let sync = 1; sync <= syncs; sync++) {
    // What was written before a reading that fails stands, and the pane says that the reading failed: as when its request is lost.
    let wasDone = false;
    for (const difficulty of difficulties) {
      begin();
      difficulty.begin(sync);
      await act();
      tried += 1;
      const what = `${difficulty.what} at sync ${sync} of ${syncs}`;
      const given = store.state();
      const { failure: told, activity, silent } = given;
      expect([what, activity, silent]).toEqual([what, null, false]);
      if (difficulty.silence) {
        // Excel does after all what has been given up, and the undoing that was asked for: the pane stays as it is.
        host.answer();
        await settled();
        expect([what, store.state() === given]).toEqual([what, true]);
      }
      const now = contents(host.workbook);
      // The times in it differ.
      const isDone = now.length === done.length && now !== unchanged;
      if (difficulty.silence === "lost") wasDone = isDone;
      if (told === null) expect([what, isDone || unchanged === done]).toEqual([what, true]);
      else {
        expect([what, told.message]).toEqual([what, sentences]);
        // Only where even the undoing got no answer may something be left, on the sheets that the pane names.
        const left = difficulty.silence === "held" ? told.message : "";
        const untold = now === unchanged ? [] : changedSheets(workbook, host.workbook).filter((name) => !left.includes(name));
        if (wasDone) expect([what, isDone]).toEqual([what, true]);
        else expect([what, untold, left !== "" || now === unchanged]).toEqual([what, [], true]);
      }
    }
  }
  actionsTried += 1;
});

test("they are as many as docs/robustness.md says", () => {
  // Some of them, chosen by name, say nothing of all.
  if (actionsTried < actions.length) return;
  const [, said = "", points = ""] = /(\d+) actions and more than ([\d,]+)\s+points/.exec(page) ?? [];
  expect(Number(said)).toBe(actions.length);
  expect(tried).toBeGreaterThan(Number(points.replace(",", "")));
});

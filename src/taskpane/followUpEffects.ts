import { evaluation, groupComparisons, yearFollowUp } from "../followUp";
import type { PlanInput, Succession, Waiver } from "../planning/types";
import type { Store } from "./effects";
import { decidedPlan, yearToFollow, type FollowUpKind, type Trial } from "./followUpState";
import type { Planner } from "./planner";
import { isWritable, type Activity, type Current, type PaneAction } from "./state";
import type { BookedEdit, Decision, FollowUpSource, NotDone, OutcomeEdit, Workbook } from "./workbook";

/** Following up a year, and planning anew. */
export interface FollowUpEffects {
  /** Reads the decided plans, and finds out what differs from the last. */
  openFollowUp(): Promise<void>;
  /** Compares with another of the decided plans. */
  compareWithVersion(sheet: string): Promise<void>;
  /** Finds out what a decided plan changed of the one before. */
  explainVersion(sheet: string): Promise<void>;
  /** This and the other savings answer whether it was saved. */
  saveOutcomes(edits: OutcomeEdit[]): Promise<boolean>;
  saveBooked(edits: BookedEdit[]): Promise<boolean>;
  /** Reads what is selected in Excel as outcomes or bookings of a year; nothing is written. */
  readSelection(kind: FollowUpKind, year: number): Promise<void>;
  /** Plans anew from a year: what is booked before it stands. Null takes all years again. */
  replanFrom(year: number | null): Promise<void>;
  /** Plans as if a change were made, without making it; null forgets it. */
  tryChange(kind: Trial["kind"], change: Pick<PlanInput, "waivers" | "successions"> | null): Promise<void>;
  saveWaiver(waiver: Waiver): Promise<boolean>;
  saveSuccession(rows: Succession[]): Promise<boolean>;
  /** Keeps the plan as it is decided, on a sheet that is never changed; answers whether it is kept. */
  decide(decision: Decision): Promise<boolean>;
  /** Writes the sheets Uppföljning and Förändringar. */
  writeFollowUp(): Promise<void>;
}

interface Ways {
  workbook: Workbook;
  store: Store;
  planner: Planner;
  alone(work: () => Promise<void>, name?: string): Promise<void>;
  begin(activity: Activity): void;
  change(name: string, activity: Activity, work: () => Promise<NotDone | null>, done: PaneAction[]): Promise<boolean>;
  /** Saves what is unsaved and reads the workbook; null when there is nothing to go on with, which the user has been told. */
  prepared(): Promise<Current | null>;
}

const saved: PaneAction[] = [{ type: "announced", announcement: { kind: "followUpSaved" } }];

export interface FollowUpWork extends FollowUpEffects {
  /** Finds out again what differs from the decided plan, when the plan is another. */
  explainAgain(): Promise<void>;
  /** What a paper about the chosen year is told from; null when there is no year to follow up, which the user is told. */
  sourceOf(current: Current): Promise<FollowUpSource | null>;
}

export function followUpEffects({ workbook, store: { state, dispatch }, planner, alone, begin, change, prepared }: Ways): FollowUpWork {
  let latest = 0;
  let latestTrial = 0;
  const readVersions = async (): Promise<void> => {
    const { versions, diagnostics } = await workbook.readVersions(state().language);
    dispatch({ type: "versionsRead", versions, problems: diagnostics });
  };
  const explain = async (): Promise<void> => {
    const { followUp, current } = state();
    const turn = (latest += 1);
    const decided = followUp && decidedPlan(followUp);
    if (!decided || !current || !isWritable(current)) return void (followUp && dispatch({ type: "changesFound", changes: null }));
    const changes = await planner.changes(decided, current.input);
    if (turn === latest) dispatch({ type: "changesFound", changes });
  };
  const open = async (): Promise<void> => {
    await readVersions();
    const { followUp, current } = state();
    const year = current ? yearToFollow(current.input) : undefined;
    // Once and for all: it must not become another when its last outcome is established.
    if (followUp?.year === null && year !== undefined) dispatch({ type: "followUpYearChosen", year });
    await explain();
  };
  const writing = (kind: "deciding" | "writingFollowUp") => {
    begin({ kind });
    return { language: state().language, onProgress: () => undefined, signal: new AbortController().signal };
  };
  const save = (name: string, work: () => Promise<NotDone | null>) => change(name, { kind: "savingFollowUp" }, work, saved);
  const decide = async (decision: Decision, isKept: () => void): Promise<void> => {
    const current = await prepared();
    if (!current) return;
    const sheet = await workbook.decide(current.reading, current.plan, decision, writing("deciding"));
    if (sheet === null) return dispatch({ type: "ended" });
    if (typeof sheet !== "string") return dispatch({ type: "failed", ...sheet });
    isKept();
    await open();
    dispatch({ type: "announced", announcement: { kind: "decided", sheet } });
  };
  const sourceOf = async ({ input, plan, reading }: Current): Promise<FollowUpSource | null> => {
    await readVersions();
    const { followUp } = state();
    const decided = followUp && decidedPlan(followUp);
    const year = followUp?.year ?? yearToFollow(input);
    if (year === undefined) {
      dispatch({ type: "announced", announcement: { kind: "nothingToFollowUp" } });
      return null;
    }
    return {
      input,
      plan,
      year,
      decided: decided ?? null,
      rows: yearFollowUp(input, decided?.schedule ?? plan.schedule, year),
      changes: decided ? await planner.changes(decided, input) : [],
      evaluations: evaluation(input),
      comparisons: groupComparisons(reading.observations),
    };
  };
  const writeFollowUp = async (): Promise<void> => {
    const current = await prepared();
    const about = current && (await sourceOf(current));
    if (!about) return;
    const sheets = await workbook.writeFollowUp(about, writing("writingFollowUp"));
    if (sheets === null) dispatch({ type: "ended" });
    else if ("failure" in sheets) dispatch({ type: "failed", ...sheets });
    else dispatch({ type: "announced", announcement: { kind: "followUpWritten", sheets } });
  };

  return {
    sourceOf,
    explainAgain: async () => {
      if (state().tab === "followUp") await explain(); // Otherwise when it is opened.
    },
    openFollowUp: () => alone(open, "openFollowUp"),
    compareWithVersion: (sheet) => {
      dispatch({ type: "versionChosen", sheet });
      return alone(explain, "compareWithVersion");
    },
    explainVersion: (sheet) =>
      alone(async () => {
        const { versions = [] } = state().followUp ?? {};
        const place = versions.findIndex((version) => version.sheet === sheet);
        const [before, now] = [versions[place - 1], versions[place]];
        if (before && now?.input) dispatch({ type: "versionExplained", sheet, changes: await planner.changes(before, now.input) });
      }, `explainVersion ${sheet}`),
    saveOutcomes: (edits) => save("saveOutcomes", () => workbook.saveOutcomes(edits, state().language)),
    saveBooked: (edits) => save("saveBooked", () => workbook.saveBooked(edits, state().language)),
    readSelection: (kind, year) =>
      alone(async () => {
        const { current, language } = state();
        if (!current) return;
        begin({ kind: "understanding" });
        const amounts = await workbook.readAmounts(year, current.input, language);
        dispatch("failure" in amounts ? { type: "failed", ...amounts } : { type: "amountsRead", kind, amounts });
      }, `readSelection ${kind}`),
    replanFrom: async (year) =>
      void (await change("replanFrom", { kind: "replanning" }, () => workbook.savePlanFrom(year, state().language), [{ type: "announced", announcement: { kind: "replanned", year } }])),
    async tryChange(kind, added) {
      const turn = (latestTrial += 1);
      const { current } = state();
      if (!added || !current) return dispatch({ type: "tried", trial: null });
      const { input } = current;
      const plan = await planner.plan({ ...input, waivers: [...(input.waivers ?? []), ...(added.waivers ?? [])], successions: [...(input.successions ?? []), ...(added.successions ?? [])] });
      if (turn === latestTrial) dispatch({ type: "tried", trial: { kind, plan } });
    },
    saveWaiver: (waiver) => save("saveWaiver", () => workbook.saveWaiver(waiver, state().language)),
    saveSuccession: (rows) => save("saveSuccession", () => workbook.saveSuccession(rows, state().language)),
    async decide(decision) {
      let isKept = false;
      await alone(() => decide(decision, () => (isKept = true)), "decide");
      return isKept;
    },
    writeFollowUp: () => alone(writeFollowUp, "writeFollowUp"),
  };
}

import type { CellFunction } from "../functions/declaration";
import { formulaToFillIn, visibleName } from "../functions/reference";
import type { ModelName } from "../planning/models";
import type { CellReference, PlanInput, RepaymentPlan } from "../planning/types";
import { excelDiagnostic } from "../workbook/excelErrors";
import type { CapChange } from "../workbook/rules";
import type { TableKey } from "../workbook/template";
import { underModel } from "./comparison";
import { hasDrafts, noDrafts, withDrafts, type RuleDrafts } from "./drafts";
import { exportEffects, pageWays, type ExportEffects } from "./exportEffects";
import { followUpEffects, type FollowUpEffects } from "./followUpEffects";
import type { Planner } from "./planner";
import { rangeEffects, type RangeEffects } from "./rangeEffects";
import { unevenSplit } from "./splits";
import { diagnosticsOf, isQuiet, isWritable, mayChangeInput, type Activity, type Current, type PaneAction, type PaneState, type Tab } from "./state";
import { createTurns } from "./turns";
import type { NotDone, Workbook } from "./workbook";

/** What a user can ask for, from the pane or from the ribbon. Each ends in an action; none throws. */
export interface Effects extends RangeEffects, FollowUpEffects, ExportEffects {
  createTemplate(): Promise<void>;
  /** Adds a table that the workbook lacks, and reads it. */
  addTable(table: TableKey): Promise<void>;
  /** Inserts the showcase and reads it. */
  openExample(): Promise<void>;
  read(): Promise<void>;
  /** Saves what has not been saved, reads what the workbook says now, and writes its plan when it has no errors. */
  write(): Promise<void>;
  /** Stops a writing that goes on; what was begun is undone. */
  cancelWriting(): void;
  /** Takes rules as the user changes them: the plan follows, the workbook does not. */
  draft(drafts: RuleDrafts): Promise<void>;
  /** Writes the drafts in the workbook's own tables. */
  saveRules(): Promise<void>;
  /** Answers whether it was written. */
  saveCap(cap: CapChange): Promise<boolean>;
  removeCap(cell: CellReference): Promise<void>;
  /** Plans the same input under a model, beside the current plan; null ends the comparison. */
  compare(model: ModelName | null): Promise<void>;
  /** Writes a function into the active cell, with the names of its arguments where the user's cells are to stand. */
  insertFunction(cellFunction: CellFunction): Promise<void>;
  goTo(reference: CellReference): Promise<void>;
  openSheet(sheet: string): Promise<void>;
  /** Reads what the workbook holds, and again whenever its input changes. */
  open(): Promise<void>;
}

/** Where the state is, and how it changes. */
export interface Store {
  state(): PaneState;
  dispatch(action: PaneAction): void;
}

/** How long the workbook is left in peace after a change before it is read, and after Excel was busy with a cell. */
export interface Waits {
  change: number;
  cellEditing: number;
  /** Of typing in a rule, when the plan is not made at once. */
  typing: number;
}

const rulesSaved: PaneAction[] = [{ type: "announced", announcement: { kind: "rulesSaved" } }];

const usualWaits: Waits = { change: 500, cellEditing: 1500, typing: 200 };

/**
 * The pane's effects on a workbook. Only one piece of work runs at a time: what the user asks for meanwhile waits for its
 * turn, and a reading that nobody asked for begins only when nothing else is to be done.
 */
export function createEffects(workbook: Workbook, store: Store, planner: Planner, waits: Waits = usualWaits, ways = pageWays): Effects {
  const { dispatch } = store;
  const language = () => store.state().language;
  const fail = (error: unknown) => dispatch({ type: "failed", failure: excelDiagnostic(error, language()) });
  const turns = createTurns();
  let cancelling = new AbortController();
  let latestPlanning = 0;
  /** The comparison that was asked for last, with its number: an answer to an earlier one comes too late. */
  let comparing: { model: ModelName | null; turn: number } = { model: null, turn: 0 };

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      fail(error);
    }
  };
  const begin = (activity: Activity) => dispatch({ type: "began", activity });
  const alone = (work: () => Promise<void>, name?: string): Promise<void> => {
    // Whoever has to wait for a quiet reading is told what is going on.
    if (isQuiet(store.state().activity)) begin({ kind: "reading" });
    return turns.take(() => attempt(work), name);
  };
  /** The plan of what has been read, under the drafts as they are when it is made: the user may go on typing meanwhile. */
  const planDrafted = async (input: PlanInput): Promise<RepaymentPlan> => {
    const { drafts } = store.state();
    const made = await planner.plan(withDrafts(input, drafts));
    return drafts === store.state().drafts ? made : planDrafted(input);
  };
  /** Reads and plans; true when there is something new to go on with. */
  const read = async (quiet = false): Promise<boolean> => {
    begin({ kind: "reading", ...(quiet ? { quiet } : {}) });
    const reading = await workbook.read(language());
    if ("failure" in reading) {
      if (quiet && reading.failure.code === "excel.cellEditing") {
        dispatch({ type: "ended" });
        again(waits.cellEditing);
      } else dispatch({ type: "failed", ...reading });
      return false;
    }
    const plan = await planDrafted(reading.input);
    latestPlanning += 1;
    dispatch({ type: "read", reading, plan, at: Date.now(), quiet });
    await compareAgain();
    await explainAgain();
    return true;
  };

  let timer: ReturnType<typeof setTimeout> | undefined;
  const again = (wait: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (turns.taken()) again(waits.change);
      else void readQuietly();
    }, wait);
  };
  const readQuietly = () => turns.take(() => attempt(async () => void (await read(true))));

  /** Writes something in the workbook that the input is read from, then reads it; answers whether it was written. */
  const change = async (name: string, activity: Activity, work: () => Promise<NotDone | null>, done: PaneAction[]): Promise<boolean> => {
    let isWritten = false;
    await alone(async () => {
      begin(activity);
      const notDone = await work();
      if (notDone) return dispatch({ type: "failed", ...notDone });
      isWritten = true;
      if (await read()) done.forEach(dispatch);
    }, name);
    return isWritten;
  };
  const saveRules = async (): Promise<boolean> => {
    const { current, drafts } = store.state();
    if (!current || !hasDrafts(drafts)) return true;
    const uneven = unevenSplit(drafts, current.input, language());
    if (uneven !== undefined) {
      dispatch({ type: "failed", failure: { code: "pane.splitUneven", severity: "error", message: uneven } });
      return false;
    }
    begin({ kind: "savingRules" });
    const notDone = await workbook.saveRules(drafts, language());
    if (notDone) dispatch({ type: "failed", ...notDone });
    else dispatch({ type: "draftsChanged", drafts: noDrafts });
    return notDone === null;
  };
  /**
   * Saves what is unsaved and reads the workbook; null when there is nothing to go on with, which the user has been told.
   * @param shown the tab to show when the input has errors
   */
  const prepared = async (shown?: Tab): Promise<Current | null> => {
    if (!(await saveRules()) || !(await read())) return null;
    const { current } = store.state();
    if (!current || isWritable(current)) return current;
    if (shown) dispatch({ type: "tabChosen", tab: shown });
    dispatch({ type: "announced", announcement: { kind: "notWritten", errors: diagnosticsOf(current).errors.length } });
    return null;
  };
  const write = async (): Promise<void> => {
    const current = await prepared("input");
    if (!current) return;
    begin({ kind: "writing", share: 0, doing: "" });
    cancelling = new AbortController();
    const onProgress = (share: number, doing: string) => dispatch({ type: "writingProgressed", share, doing });
    const written = await workbook.write(current.reading, current.plan, { language: language(), onProgress, signal: cancelling.signal });
    if (written === null) dispatch({ type: "announced", announcement: { kind: "writingCancelled" } });
    else dispatch("failure" in written ? { type: "failed", ...written } : { type: "written", written });
  };
  const plan = async (): Promise<void> => {
    const { current, drafts } = store.state();
    if (!current) return;
    const turn = (latestPlanning += 1);
    const input = withDrafts(current.reading.input, drafts);
    if (!planner.isQuick(input)) {
      dispatch({ type: "planningStarted" });
      await new Promise((resolve) => setTimeout(resolve, waits.typing));
      if (turn !== latestPlanning) return;
    }
    const made = await planner.plan(input);
    if (turn !== latestPlanning) return;
    dispatch({ type: "planned", input, plan: made });
    await compareAgain();
    await explainAgain();
  };
  const compare = async (model: ModelName | null): Promise<void> => {
    const { current } = store.state();
    const turn = comparing.turn + 1;
    comparing = { model, turn };
    if (model === null) return dispatch({ type: "comparisonClosed" });
    if (!current) return;
    if (!planner.isQuick(current.input)) dispatch({ type: "planningStarted" });
    const made = await planner.plan(underModel(current.input, model));
    if (turn === comparing.turn) dispatch({ type: "compared", comparison: { model, plan: made } });
  };
  const compareAgain = async (): Promise<void> => {
    if (comparing.model !== null) await compare(comparing.model);
  };

  const { explainAgain, sourceOf, ...following } = followUpEffects({ workbook, store, planner, alone, begin, change, prepared });
  const exporting = exportEffects({ workbook, store, alone, begin, prepared, followUpSource: sourceOf, ...ways });

  return {
    ...rangeEffects({ workbook, store, alone, begin, read, change }),
    ...exporting,
    ...following,
    createTemplate: () =>
      alone(async () => {
        begin({ kind: "creating" });
        const created = await workbook.createTemplate(language());
        if ("failure" in created) return dispatch({ type: "failed", ...created });
        if (await read()) dispatch({ type: "announced", announcement: { kind: "created", sheets: created } });
      }, "createTemplate"),
    addTable: (table) =>
      alone(async () => {
        begin({ kind: "addingTable" });
        const sheet = await workbook.addTable(table, language());
        if (sheet !== null && typeof sheet !== "string") return dispatch({ type: "failed", ...sheet });
        if ((await read()) && sheet !== null) dispatch({ type: "announced", announcement: { kind: "tableAdded", sheet } });
      }, `addTable ${table}`),
    openExample: async () => void (await change("openExample", { kind: "openingExample" }, () => workbook.openExample(language()), [{ type: "announced", announcement: { kind: "exampleOpened" } }])),
    read: () => alone(async () => void (await read()), "read"),
    write: () => alone(write, "write"),
    cancelWriting: () => {
      cancelling.abort();
      dispatch({ type: "writingCancelled" });
    },
    draft: (drafts) => {
      dispatch({ type: "draftsChanged", drafts });
      return attempt(plan);
    },
    saveRules: () =>
      alone(async () => {
        if ((await saveRules()) && (await read())) rulesSaved.forEach(dispatch);
      }, "saveRules"),
    saveCap: (cap) => change("saveCap", { kind: "savingRules" }, () => workbook.saveCap(cap, language()), rulesSaved),
    removeCap: async (cell) => void (await change("removeCap", { kind: "savingRules" }, () => workbook.removeCap(cell, language()), rulesSaved)),
    compare: (model) => attempt(() => compare(model)),
    insertFunction: (cellFunction) =>
      alone(async () => {
        begin({ kind: "insertingFunction" });
        const inserted = await workbook.insertFormula(formulaToFillIn(cellFunction), language());
        if (typeof inserted !== "string") return dispatch({ type: "failed", ...inserted });
        dispatch({ type: "announced", announcement: { kind: "functionInserted", name: visibleName(cellFunction), cell: inserted } });
      }, "insertFunction"),
    goTo: (reference) => attempt(() => workbook.select(reference)),
    openSheet: (sheet) => attempt(() => workbook.activate(sheet)),
    open: async () => {
      if (!turns.taken()) await readQuietly();
      await attempt(async () => {
        await workbook.watch((sheet) => {
          const { papers } = store.state();
          if (papers && (sheet === null || sheet === papers.sheet)) void exporting.openExport();
          if (sheet !== null && !mayChangeInput(store.state(), sheet)) return;
          dispatch({ type: "inputChanged" });
          again(waits.change);
        });
      });
    },
  };
}

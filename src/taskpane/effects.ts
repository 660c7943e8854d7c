import { planRepayments } from "../planning";
import type { CellReference } from "../planning/types";
import { excelDiagnostic } from "../workbook/excelErrors";
import { isWritable, type PaneAction, type PaneState } from "./state";
import type { Workbook } from "./workbook";

/** What a user can ask for, from the pane or from the ribbon. Each ends in an action; none throws. */
export interface Effects {
  createTemplate(): Promise<void>;
  read(): Promise<void>;
  /** Writes the plan of the current input, as it was read. */
  write(): Promise<void>;
  /** Reads what the workbook says now, and writes its plan when there is one without errors. */
  readAndWrite(): Promise<void>;
  goTo(reference: CellReference): Promise<void>;
  openSheet(sheet: string): Promise<void>;
  /** Begins to watch the workbook for changes. */
  watch(): Promise<void>;
}

/** Where the state is, and how it changes. */
export interface Store {
  state(): PaneState;
  dispatch(action: PaneAction): void;
}

/** The pane's effects on a workbook. Only one piece of work runs at a time: what is asked for meanwhile is not begun. */
export function createEffects(workbook: Workbook, store: Store): Effects {
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      store.dispatch({ type: "failed", failure: excelDiagnostic(error, store.state().language) });
    }
  };
  const alone = async (work: () => Promise<void>): Promise<void> => {
    if (store.state().activity === null) await attempt(work);
  };
  const read = async (): Promise<void> => {
    store.dispatch({ type: "readingStarted" });
    const reading = await workbook.read(store.state().language);
    store.dispatch("failure" in reading ? { type: "failed", ...reading } : { type: "read", reading, plan: planRepayments(reading.input), at: Date.now() });
  };
  const write = async (): Promise<void> => {
    const { current, language } = store.state();
    if (!current || !isWritable(current)) return;
    store.dispatch({ type: "writingStarted" });
    const written = await workbook.write(current.reading, current.plan, language, (share, doing) =>
      store.dispatch({ type: "writingProgressed", share, doing }),
    );
    store.dispatch("failure" in written ? { type: "failed", ...written } : { type: "written", written });
  };
  return {
    createTemplate: () =>
      alone(async () => {
        store.dispatch({ type: "creatingStarted" });
        const created = await workbook.createTemplate(store.state().language);
        store.dispatch("failure" in created ? { type: "failed", ...created } : { type: "created", sheets: created });
      }),
    read: () => alone(read),
    write: () => alone(write),
    readAndWrite: () =>
      alone(async () => {
        await read();
        if (store.state().failure === null) await write();
      }),
    goTo: (reference) => attempt(() => workbook.select(reference)),
    openSheet: (sheet) => attempt(() => workbook.activate(sheet)),
    watch: () =>
      attempt(async () => {
        await workbook.watch((sheet) => store.dispatch({ type: "inputChanged", sheet }));
      }),
  };
}

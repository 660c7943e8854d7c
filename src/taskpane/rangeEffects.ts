import type { Store } from "./effects";
import { corrected, isUsable, nextToChoose } from "./rangePick";
import type { Activity, PaneAction } from "./state";
import type { NotDone, RangeCorrection, RangeKind, Workbook } from "./workbook";

/** Choosing the user's own ranges. */
export interface RangeEffects {
  /** Tells how what is selected in Excel would be read as costs or savings. */
  understandSelection(kind: RangeKind): Promise<void>;
  /** Tells how the range that is being chosen would be read, with a correction more than it has. */
  correctRange(change: RangeCorrection): Promise<void>;
  /** Uses the range that is being chosen as it is understood, unless that has errors, and goes on to what is lacking then. */
  useRange(): Promise<void>;
  /** Uses a range no more. */
  forgetRange(kind: RangeKind): Promise<void>;
}

interface Ways {
  workbook: Workbook;
  store: Store;
  alone(work: () => Promise<void>, name?: string): Promise<void>;
  begin(activity: Activity): void;
  read(): Promise<boolean>;
  change(name: string, activity: Activity, work: () => Promise<NotDone | null>, done: PaneAction[]): Promise<boolean>;
}

export function rangeEffects({ workbook, store: { state, dispatch }, alone, begin, read, change }: Ways): RangeEffects {
  const understand = async (kind: RangeKind, address: string | undefined, correction: RangeCorrection): Promise<void> => {
    begin({ kind: "understanding" });
    const understood = await workbook.understandRange({ kind, address, correction }, state().language);
    dispatch("failure" in understood ? { type: "failed", ...understood } : { type: "pickUnderstood", kind, understood, correction });
  };
  const useRange = async (): Promise<void> => {
    const { pick, language } = state();
    if (!pick?.understood || !isUsable(pick.understood)) return;
    const { kind, correction, understood: { address } } = pick;
    begin({ kind: "usingRange" });
    const notDone = await workbook.useRange({ kind, address, correction }, language);
    if (notDone) return dispatch({ type: "failed", ...notDone });
    const { current } = (await read()) ? state() : { current: null };
    if (!current) return;
    const next = nextToChoose(current.reading, kind);
    dispatch(next ? { type: "pickOpened", kind: next } : { type: "pickClosed" });
    dispatch({ type: "announced", announcement: { kind: "rangeUsed", used: kind, address, next } });
  };
  return {
    understandSelection: (kind) =>
      alone(async () => {
        dispatch({ type: "pickOpened", kind });
        await understand(kind, undefined, {});
      }),
    correctRange: (correction) => {
      const asked = state().pick?.understood?.address;
      return alone(async () => {
        const { pick } = state();
        if (pick && asked !== undefined && pick.understood?.address === asked) await understand(pick.kind, asked, corrected(pick.correction, correction));
      });
    },
    useRange: () => alone(useRange, "useRange"),
    forgetRange: async (kind) => void (await change(`forgetRange ${kind}`, { kind: "usingRange" }, () => workbook.forgetRange(kind, state().language), [])),
  };
}

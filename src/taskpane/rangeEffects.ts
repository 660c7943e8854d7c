import type { Store } from "./effects";
import type { Activity, PaneAction } from "./state";
import type { NotDone, RangeCorrection, RangeKind, Workbook } from "./workbook";

/** Choosing the user's own ranges. */
export interface RangeEffects {
  /** Tells how what is selected in Excel would be read as costs or savings. */
  understandSelection(kind: RangeKind): Promise<void>;
  /** Tells how the range that is being chosen would be read, corrected. */
  correctRange(correction: RangeCorrection): Promise<void>;
  /** Uses the range that is being chosen as it is understood now. */
  useRange(): Promise<void>;
  /** Uses a range no more. */
  forgetRange(kind: RangeKind): Promise<void>;
}

interface Ways {
  workbook: Workbook;
  store: Store;
  alone(work: () => Promise<void>): Promise<void>;
  begin(activity: Activity): void;
  change(activity: Activity, work: () => Promise<NotDone | null>, done: PaneAction[]): Promise<void>;
}

export function rangeEffects({ workbook, store: { state, dispatch }, alone, begin, change }: Ways): RangeEffects {
  const understand = async (kind: RangeKind, address: string | undefined, correction: RangeCorrection): Promise<void> => {
    begin({ kind: "understanding" });
    const understood = await workbook.understandRange({ kind, address, correction }, state().language);
    dispatch("failure" in understood ? { type: "failed", ...understood } : { type: "pickUnderstood", understood, correction });
  };
  return {
    understandSelection: (kind) =>
      alone(async () => {
        dispatch({ type: "pickOpened", kind });
        await understand(kind, undefined, {});
      }),
    correctRange: (correction) =>
      alone(async () => {
        const { pick } = state();
        if (pick?.understood) await understand(pick.kind, pick.understood.address, correction);
      }),
    useRange: async () => {
      const { pick, language } = state();
      if (!pick?.understood) return;
      const { kind, correction, understood: { address } } = pick;
      await change({ kind: "usingRange" }, () => workbook.useRange({ kind, address, correction }, language), [
        { type: "pickClosed" },
        { type: "announced", announcement: { kind: "rangeUsed", address } },
      ]);
    },
    forgetRange: (kind) => change({ kind: "usingRange" }, () => workbook.forgetRange(kind, state().language), []),
  };
}

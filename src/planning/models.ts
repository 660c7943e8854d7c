import type { RepaymentRule, RepaymentWindow } from "./types";

/** The repayment models in use in Swedish municipalities; their names for users are in i18n (template:models). */
export type ModelName =
  | "conditional"
  | "unconditional"
  | "selfRisk"
  | "fullWithinFourYears"
  | "sharedRisk"
  | "appropriation"
  | "outcomeContract"
  | "stateCompensation";

/** A rule with nothing left to defaults; only a limit of years or a split may be added. */
export type CompleteRule = RepaymentRule & Required<Pick<RepaymentRule, "share" | "guarantee" | "cap" | "profile" | "window">>;

const fromStart = (years: number): RepaymentWindow => ({ from: { after: "projectStart", years: 1 }, years });

/**
 * The models as points in the family R = min(κC, max(γC, αS)); each call gives new objects.
 * Sources: Norrköping 2010 and Uddevalla (conditional, unconditional), Hultkrantz 2015 (self-risk), a guideline in
 * Södermanland (first repayment two years after the project, all within four), Ale, Uppsala and Västerås
 * (appropriation), Norrköping's outcome contract (40 % guaranteed), SKR/RISE 2022 (half the cost). Where a source
 * leaves the years to the contract, five years are taken.
 */
export const modelRules: Readonly<Record<ModelName, () => CompleteRule>> = {
  conditional: () => ({ share: "1", guarantee: "0", cap: "1", profile: "savings", window: fromStart(10) }),
  unconditional: () => ({ share: "1", guarantee: "1", cap: "1", profile: "level", window: { from: { after: "projectEnd", years: 1 }, years: 10 } }),
  selfRisk: () => ({ share: "1", guarantee: "0", cap: "1", profile: "savings", window: fromStart(5) }),
  fullWithinFourYears: () => ({ share: "1", guarantee: "1", cap: "1", profile: "level", window: { from: { after: "projectEnd", years: 2 }, years: 3 } }),
  sharedRisk: () => ({ share: "1", guarantee: "0", cap: "0.75", profile: "savings", window: fromStart(10) }),
  appropriation: () => ({ share: "1", guarantee: "0", cap: "0", profile: "savings", window: fromStart(10) }),
  outcomeContract: () => ({ share: "1", guarantee: "0.4", cap: "1", profile: "savings", window: fromStart(5) }),
  stateCompensation: () => ({ share: "1", guarantee: "0", cap: "0.5", profile: "savings", window: fromStart(5) }),
};

/** The models in the order in which they are offered. */
export const modelNames = Object.keys(modelRules) as ModelName[];

/** The model that a rule is; undefined when some number is the user's own. A limit of years or a split may be added. */
export function modelOf({ share = "1", guarantee = "0", cap = "1", profile = "savings", window = fromStart(10) }: RepaymentRule): ModelName | undefined {
  const same = (a: string, b: string) => a === b || Number(a) === Number(b);
  return modelNames.find((name) => {
    const model = modelRules[name]();
    const numbers = same(model.share, share) && same(model.guarantee, guarantee) && same(model.cap, cap);
    return numbers && model.profile === profile && model.window.years === window.years && JSON.stringify(model.window.from) === JSON.stringify(window.from);
  });
}

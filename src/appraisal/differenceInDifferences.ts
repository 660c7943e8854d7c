import type { Decimal } from "../money/presentValue";

/** What was measured before and after. */
export interface BeforeAndAfter {
  before: Decimal;
  after: Decimal;
}

/**
 * Skillnadseffekt: what changed in the project beyond what changed in the control group anyway,
 * (after − before) of the project minus (after − before) of the control group.
 *
 * Worked example: Servicetrainee, benefit payments as a part of those before: 1 → 0.20 in the project, 1 → 0.43 in a
 * comparison group: −0.80 − (−0.57) = −0.23, 23 percentage points more (Hultkrantz 2015).
 *
 * @returns in the unit of what was measured
 */
export function differenceInDifferences(project: BeforeAndAfter, control: BeforeAndAfter): Decimal {
  return project.after.minus(project.before).minus(control.after.minus(control.before));
}

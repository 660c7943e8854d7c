import { differenceInDifferences } from "../appraisal/differenceInDifferences";
import { Decimal } from "../money/presentValue";
import type { CellReference, DecimalText } from "../planning/types";

/** What was measured of one person, class or family, in the project or in the group it is compared with. */
export interface Observation {
  project: string;
  /** What was measured: "Närvaro", "Kostnad per elev". */
  measure: string;
  group: "project" | "control";
  before: DecimalText;
  after: DecimalText;
  cell?: CellReference;
}

/** How many there are in a group, and their means. */
export interface GroupMeans {
  observations: number;
  before: DecimalText;
  after: DecimalText;
}

/** A project's measure beside a control group. Figures in the measure's own unit, at most six decimals. */
export interface GroupComparison {
  project: string;
  measure: string;
  groups: Record<Observation["group"], GroupMeans>;
  /** SKILLNADSEFFEKT: (after − before) of the project less that of the control group; left out when a group is empty. */
  effect?: DecimalText;
  /** Fewer than `enoughObservations` in a group: chance alone may explain the effect. */
  tooFew: boolean;
}

/** A rule of thumb: with fewer in a group, its mean says little. */
export const enoughObservations = 30;

/** Per project and measure, in the order of the observations. */
export function groupComparisons(observations: readonly Observation[]): GroupComparison[] {
  const measured = new Map<string, Observation[]>();
  for (const observation of observations) {
    const key = JSON.stringify([observation.project, observation.measure]);
    const group = measured.get(key);
    if (group) group.push(observation);
    else measured.set(key, [observation]);
  }
  return [...measured.values()].map((rows) => {
    const { project, measure } = rows[0]!;
    const groups = { project: means(rows, "project"), control: means(rows, "control") };
    const sizes = [groups.project.observations, groups.control.observations];
    return {
      project,
      measure,
      groups: { project: asText(groups.project), control: asText(groups.control) },
      ...(sizes.includes(0) ? {} : { effect: text(differenceInDifferences(groups.project, groups.control)) }),
      tooFew: sizes.some((size) => size < enoughObservations),
    };
  });
}

function means(rows: readonly Observation[], group: Observation["group"]) {
  const own = rows.filter((row) => row.group === group);
  const mean = (of: "before" | "after") => own.reduce((sum, row) => sum.plus(row[of]), new Decimal(0)).dividedBy(Math.max(1, own.length));
  return { observations: own.length, before: mean("before"), after: mean("after") };
}

const text = (figure: Decimal) => {
  const rounded = figure.toDecimalPlaces(6);
  return rounded.isZero() ? "0" : rounded.toFixed();
};
const asText = ({ observations, before, after }: { observations: number; before: Decimal; after: Decimal }): GroupMeans => ({ observations, before: text(before), after: text(after) });

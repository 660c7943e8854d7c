import { Decimal } from "../money/presentValue";
import type { Amounts } from "./arguments";
import { refuse } from "./refusal";

/** A cell's number as the shortest decimal that reads back as it: 0.03 is 3/100. */
export function exact(value: number): Decimal {
  return new Decimal(value);
}

/** A range's numbers by place, counted from 0 row by row; zeros are left out. */
export function byPosition({ positions, values }: Amounts): Map<number, Decimal> {
  return new Map(positions.map((position, index) => [position, new Decimal(values[index]!)]));
}

/** A range's numbers as flows, one a period. */
export function asFlows({ positions, values }: Amounts): { periods: readonly number[]; amounts: readonly number[] } {
  return { periods: positions, amounts: values };
}

/** Ranges that belong together cell by cell: equal in shape, or a row beside a column of the same length. */
export function sameShape(one: [string, Amounts], other: [string, Amounts]): void {
  const [[oneName, first], [otherName, second]] = [one, other];
  const equal = first.rows === second.rows && first.columns === second.columns;
  const turned = isLine(first) && isLine(second) && first.rows * first.columns === second.rows * second.columns;
  if (equal || turned) return;
  refuse("value", (translate) =>
    translate("functions:refused.differentShapes", { one: oneName, oneSize: `${first.rows} × ${first.columns}`, other: otherName, otherSize: `${second.rows} × ${second.columns}` }),
  );
}

function isLine({ rows, columns }: Amounts): boolean {
  return rows === 1 || columns === 1;
}

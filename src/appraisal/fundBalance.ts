import { Decimal } from "../money/presentValue";

/** What moves a fund, by year; a year that is left out has nothing of it. */
export interface FundMovements {
  grants: ReadonlyMap<number, Decimal>;
  repayments: ReadonlyMap<number, Decimal>;
  contributions: ReadonlyMap<number, Decimal>;
}

/**
 * Fondsaldo: the fund's closing balance year by year, closing = opening + contributions − grants + repayments.
 *
 * Worked example: 10 mkr at first, grants of 4 and 2, repayments of 0 and 1: 6 and then 5 mkr.
 *
 * @param opening kr, before the first year
 * @returns the balance after each year in which something moves, in rising order
 */
export function fundBalance(opening: Decimal, { grants, repayments, contributions }: FundMovements): Map<number, Decimal> {
  const years = [...new Set([...grants.keys(), ...repayments.keys(), ...contributions.keys()])].sort((one, other) => one - other);
  const nothing = new Decimal(0);
  let balance = opening;
  return new Map(
    years.map((year) => {
      balance = balance.plus(contributions.get(year) ?? nothing).minus(grants.get(year) ?? nothing).plus(repayments.get(year) ?? nothing);
      return [year, balance];
    }),
  );
}

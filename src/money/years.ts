/** The calendar years that the add-in takes. */
export const firstYear = 1990;
export const lastYear = 2150;

export function isYear(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= firstYear && value <= lastYear;
}

/** The whole years from `first` to `last`, both included; none when `last` comes before. */
export function yearsBetween(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

/**
 * The term of office (mandatperiod) of a budget year, counted from the term that began after the election of 1990.
 * Elections are held in September every fourth year (… 2022, 2026, 2030): the council then elected decides the
 * budgets of the four following years. Until 1994 terms were three years; no plan reaches so far back.
 */
export function termOfOffice(year: number): number {
  return Math.floor((year - 1991) / 4);
}

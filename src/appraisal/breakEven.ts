import { Decimal } from "../money/presentValue";

/**
 * Brytpunkt: the smallest whole number of persons for whom a project must succeed to cover its cost.
 *
 * ⌈cost / (value per person · probability)⌉.
 *
 * Worked example: El Sistema, 95 children at 15 000 kr, 1.3 mkr saved for each person who is kept out of long-term
 * benefits: 1 425 000 / 1 300 000 = 1.096, so 2 persons (Hultkrantz 2015).
 *
 * @param cost zero or more, kr
 * @param valuePerPerson above zero, kr
 * @param probability that it succeeds for a person, above 0, at most 1
 */
export function breakEven(cost: Decimal, valuePerPerson: Decimal, probability: Decimal): Decimal {
  return cost.dividedBy(valuePerPerson.times(probability)).ceil();
}

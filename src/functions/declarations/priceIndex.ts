import { adjustPrice } from "../../appraisal/priceIndex";
import { amounts, calendarYear, number, type Amounts } from "../arguments";
import { declare } from "../declaration";
import { exact, sameShape } from "../exact";
import { refuse } from "../refusal";

export const ADJUST_PRICE = declare({
  id: "ADJUST_PRICE",
  name: "PRISOMRÄKNA",
  description: { sv: "Räknar om ett belopp från ett års priser till ett annats med ett prisindex.", en: "Converts an amount from one year's prices to another's by a price index." },
  arguments: [
    number("belopp", {}, { sv: "Beloppet i från_år:s priser.", en: "The amount in the prices of från_år." }),
    calendarYear("från_år", { sv: "Det år vars priser beloppet har.", en: "The year whose prices the amount has." }),
    calendarYear("till_år", { sv: "Det år vars priser svaret får.", en: "The year whose prices the answer gets." }),
    amounts("indexår", { sv: "Åren i indexet, i vilken ordning som helst.", en: "The years of the index, in any order." }, "year"),
    amounts("indextal", { sv: "Indextalet för varje år, i lika många celler.", en: "The index of each year, in as many cells." }, "positive"),
  ],
  example: {
    about: { sv: "1 000 kr i 2024 års priser när index stiger från 200 till 210", en: "1 000 kr in the prices of 2024 when the index rises from 200 to 210" },
    passed: [1000, 2024, 2026, [[2024, 2025, 2026]], [[200, 206, 210]]],
    answer: 1050,
  },
  compute(amount, from, to, years, indices) {
    sameShape(["indexår", years], ["indextal", indices]);
    return adjustPrice(exact(amount), exact(indexOf(from, years, indices)), exact(indexOf(to, years, indices)));
  },
});

/** A year's index; a year may stand twice only with the same index. */
function indexOf(year: number, years: Amounts, indices: Amounts): number {
  const indexAt = new Map(indices.positions.map((position, place) => [position, indices.values[place]!]));
  const found = years.positions.filter((_, place) => years.values[place] === year).map((position) => indexAt.get(position));
  const [index] = found;
  if (found.length === 0) return refuse("none", (translate) => translate("functions:refused.yearNotInIndex", { year }));
  if (index === undefined) return refuse("value", (translate) => translate("functions:refused.indexMissing", { year }));
  if (found.some((other) => other !== index)) return refuse("value", (translate) => translate("functions:refused.yearTwice", { year }));
  return index;
}

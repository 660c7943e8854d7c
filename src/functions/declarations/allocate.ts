import { allocate } from "../../appraisal/allocate";
import { Decimal } from "../../money/presentValue";
import { amounts, number } from "../arguments";
import { rounding } from "../commonArguments";
import { declareSpilled } from "../declaration";
import { exact } from "../exact";
import { typed } from "../found";
import { refuse } from "../refusal";

export const ALLOCATE = declareSpilled({
  id: "ALLOCATE",
  name: "FÖRDELA",
  description: {
    sv: "Fördelar ett belopp efter vikter så att delarna summerar exakt till beloppet. Vad som blir över går till de största resterna.",
    en: "Divides an amount by weights so that the parts sum to it exactly. What is left goes to the largest remainders.",
  },
  arguments: [
    number("belopp", {}, { sv: "Det belopp som fördelas, ett helt antal enheter.", en: "The amount that is divided, a whole number of units." }),
    amounts("vikter", { sv: "Vikterna, till exempel besparingar. En tom cell är 0 och får inget.", en: "The weights, for instance savings. A blank cell is 0 and gets nothing." }, "notNegative"),
    rounding("enhet", 0.01, { sv: "Den enhet som delarna räknas i. 0,01 om den utelämnas.", en: "The unit that the parts are counted in. 0.01 if left out." }),
  ],
  example: {
    about: { sv: "100 kr lika på tre", en: "100 kr equally among three" },
    passed: [100, [[1, 1, 1]]],
    answer: [[33.34, 33.33, 33.33]],
  },
  compute(amount, { rows, columns, positions, values }, unit) {
    if (positions.length === 0) refuse("value", (translate) => translate("functions:refused.noWeight"));
    const parts = allocate(exact(amount), values.map(exact), exact(unit));
    if (parts === undefined) return refuse("value", (translate, language) => translate("functions:refused.notWholeUnits", { amount: typed(amount, language), unit: typed(unit, language) }));
    return { rows, columns, byPosition: new Map(parts.map((part, index): [number, Decimal] => [positions[index]!, part])) };
  },
});

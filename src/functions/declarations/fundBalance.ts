import { fundBalance } from "../../appraisal/fundBalance";
import { amounts, number, optionalAmounts } from "../arguments";
import { declareSpilled } from "../declaration";
import { byPosition, exact, sameShape } from "../exact";

export const FUND_BALANCE = declareSpilled({
  id: "FUND_BALANCE",
  name: "FONDSALDO",
  description: {
    sv: "Fondens saldo i slutet av varje år: ingående saldo och tillskott minus uttag plus återföringar, med samma form som uttagen.",
    en: "The fund's balance at the end of each year: opening balance and contributions less grants plus repayments, in the shape of the grants.",
  },
  arguments: [
    number("ingående", {}, { sv: "Saldot före det första året.", en: "The balance before the first year." }),
    amounts("uttag", { sv: "Beviljade medel per år.", en: "Grants by year." }),
    amounts("återföringar", { sv: "Återföringar per år, i lika många celler.", en: "Repayments by year, in as many cells." }),
    optionalAmounts("tillskott", { sv: "Tillskott till fonden per år, i lika många celler. Inga om det utelämnas.", en: "Contributions to the fund by year, in as many cells. None if left out." }),
  ],
  example: {
    about: { sv: "En fond med 10 mkr, uttag 4 och 2, återföringar 0 och 1", en: "A fund of 10 mkr, grants of 4 and 2, repayments of 0 and 1" },
    passed: [10, [[4, 2]], [[0, 1]]],
    answer: [[6, 5]],
  },
  compute(opening, grants, repayments, contributions) {
    sameShape(["uttag", grants], ["återföringar", repayments]);
    if (contributions) sameShape(["uttag", grants], ["tillskott", contributions]);
    const moved = { grants: byPosition(grants), repayments: byPosition(repayments), contributions: contributions ? byPosition(contributions) : new Map() };
    return { rows: grants.rows, columns: grants.columns, byPosition: fundBalance(exact(opening), moved), before: exact(opening) };
  },
});

import { diagnosticText } from "../../i18n/diagnosticText";
import { planRepayments, type PlanInput } from "../../planning";
import { Decimal } from "../../money/presentValue";
import { amounts, optionalAmounts, type Amounts } from "../arguments";
import { cost, repaymentYears, rounding, ruleShares } from "../commonArguments";
import { declareSpilled } from "../declaration";
import { refuse } from "../refusal";

/** The engine plans calendar years: the first year of the window is taken as this one. */
const firstCalendarYear = 2000;
/** As many years as the engine's calendar has from there. */
const mostYears = 150;

export const REPAYMENT_PLAN = declareSpilled({
  id: "REPAYMENT_PLAN",
  name: "ÅTERFÖRINGSPLAN",
  description: {
    sv: "Återföringsplanen för ett projekt: vad varje nämnd återför varje år, med samma form som besparingarna.",
    en: "The repayment plan of a project: what each committee repays each year, in the shape of the savings.",
  },
  arguments: [
    cost(),
    amounts("besparingar", {
      sv: "Besparingar med en nämnd per rad och ett år per kolumn. Utan besparingar återför den första nämnden garantin.",
      en: "Savings with a committee a row and a year a column. Without savings the first committee repays the guarantee.",
    }),
    ...ruleShares(),
    ...repaymentYears(10),
    optionalAmounts(
      "årstak",
      {
        sv: "Det mesta varje nämnd återför på ett år, en cell per nämnd. En tom cell är 0. Utan tak om det utelämnas.",
        en: "The most that each committee repays in a year, a cell for each committee. A blank cell is 0. No caps if left out.",
      },
      "notNegative",
    ),
    rounding("avrundning", 1, { sv: "Den enhet som återföringarna avrundas till. 1 om den utelämnas.", en: "The unit that repayments are rounded to. 1 if left out." }),
  ],
  example: {
    about: { sv: "1 000 000 kr som två nämnder sparar på, 200 000 och 100 000 kr om året", en: "1 000 000 kr that two committees save on, 200 000 and 100 000 kr a year" },
    passed: [
      1_000_000,
      [
        [200_000, 200_000, 200_000, 200_000],
        [100_000, 100_000, 100_000, 100_000],
      ],
    ],
    answer: [
      [200_000, 200_000, 200_000, 66_667],
      [100_000, 100_000, 100_000, 33_333],
    ],
  },
  compute(projectCost, savings, part, guarantee, cap, years, firstYear, caps, unit) {
    const { rows, columns } = savings;
    const first = firstYear - 1;
    if (first >= columns) refuse("value", (translate) => translate("functions:refused.firstYearOutside", { years: columns }));
    const count = Math.min(years, columns - first);
    if (count > mostYears) refuse("value", (translate) => translate("functions:refused.tooManyYears", { most: mostYears }));
    if (caps && caps.rows * caps.columns !== rows) refuse("value", (translate) => translate("functions:refused.capsDiffer", { caps: caps.rows * caps.columns, committees: rows }));
    const window = { first, count };
    const rule = { share: text(part), guarantee: text(guarantee), cap: text(cap), profile: "savings" as const, window: { from: firstCalendarYear, years: count } };
    const plan = planRepayments({ ...inputOf(projectCost, savings, caps, window), defaultRule: rule, roundingUnit: text(unit) });
    const wrong = plan.diagnostics.find(({ severity }) => severity === "error");
    if (wrong) refuse("value", (_, language) => diagnosticText(wrong, language));
    const placed = plan.schedule.map(({ committee, year, amount }) => [Number(committee) * columns + first + year - firstCalendarYear, new Decimal(amount)] as const);
    return { rows, columns, byPosition: new Map(placed) };
  },
});

/** The project's cost before the window, and the savings inside it of the committees that have any (the first always, who owns it). */
function inputOf(projectCost: number, { positions, values, columns }: Amounts, caps: Amounts | undefined, { first, count }: { first: number; count: number }): PlanInput {
  const savings = positions.flatMap((position, index) => {
    const year = (position % columns) - first;
    return year < 0 || year >= count ? [] : [{ project: "1", committee: String(Math.floor(position / columns)), year: firstCalendarYear + year, amount: text(values[index]!) }];
  });
  const committees = [...new Set(["0", ...savings.map(({ committee }) => committee)])].map((id) => ({ id, name: id }));
  const capAt = new Map(caps?.positions.map((position, index) => [String(position), caps.values[index]!]));
  return {
    projects: [{ id: "1", name: "1", owner: "0", startYear: firstCalendarYear - 1, endYear: firstCalendarYear - 1 }],
    committees,
    costs: [{ project: "1", committee: "0", year: firstCalendarYear - 1, amount: text(projectCost) }],
    savings,
    ...(caps && { caps: committees.map(({ id }) => ({ committee: id, amount: text(capAt.get(id) ?? 0) })) }),
  };
}

function text(value: number): string {
  return new Decimal(value).toFixed();
}

/** @jest-environment jsdom */
import { cellFunctions, implementations } from "../../src/functions/functions";
import { Refusal } from "../../src/functions/refusal";
import { translator, type Language, type Translate } from "../../src/i18n";
import texts from "../../src/i18n/sv/functions.json";
import { loadRuntime, shown } from "./cell";

beforeAll(loadRuntime);

/** The sentences that have been said, by their keys. */
const said = new Set<string>();

/** What a call is refused with, in a language. */
function refusal(id: string, passed: readonly unknown[], language: Language): string {
  const translate = translator(language);
  const listening = ((key: string, values?: Record<string, unknown>) => {
    said.add(key.replace("functions:", ""));
    return translate(key as never, values as never);
  }) as unknown as Translate;
  try {
    cellFunctions.find((one) => one.id === id)!.evaluate(...passed);
  } catch (error) {
    if (error instanceof Refusal) return `${error.kind === "value" ? "#VALUE!" : "#N/A"} ${error.sentence(listening, language)}`;
    throw error;
  }
  throw new Error("It has an answer.");
}

const years = (length: number, value = 1) => [Array.from({ length }, () => value)];

/** Every sentence of the table, in the order of the table. */
const cases: [id: string, passed: unknown[], sv: string, en?: string][] = [
  ["NPV", [undefined, [[1]]], "#VALUE! Argumentet ränta saknas. Ange ett värde.", "#VALUE! The argument ränta is missing. Give it a value."],
  ["IRR", [null], "#VALUE! Argumentet flöden saknas. Ange ett värde."],
  [
    "NPV",
    ["tre", [[1]]],
    "#VALUE! Argumentet ränta ska vara ett tal, men är texten ”tre”. Skriv ett tal eller peka ut en cell med ett tal.",
    "#VALUE! The argument ränta must be a number, but is the text “tre”. Type a number or point at a cell with a number.",
  ],
  [
    "NPV",
    [true, [[1]]],
    "#VALUE! Argumentet ränta ska vara ett tal, men är SANT. Skriv ett tal eller peka ut en cell med ett tal.",
    "#VALUE! The argument ränta must be a number, but is TRUE. Type a number or point at a cell with a number.",
  ],
  ["NPV", [{ code: "#DIV/0!" }, [[1]]], "#VALUE! Argumentet ränta ska vara ett tal, men är felvärdet #DIV/0!. Skriv ett tal eller peka ut en cell med ett tal."],
  ["NPV", [[[0.1, 0.2]], [[1]]], "#VALUE! Argumentet ränta ska vara ett tal, men är något annat än ett tal. Skriv ett tal eller peka ut en cell med ett tal."],
  ["NPV", [NaN, [[1]]], "#VALUE! Argumentet ränta ska vara ett tal, men är NaN. Skriv ett tal eller peka ut en cell med ett tal."],
  [
    "OUTCOME_PAYMENT",
    [10, 5, 0, 1, 0, "ja"],
    "#VALUE! Argumentet bonusvillkor ska vara SANT eller FALSKT, men är texten ”ja”. Skriv SANT eller FALSKT.",
    "#VALUE! The argument bonusvillkor must be TRUE or FALSE, but is the text “ja”. Type TRUE or FALSE.",
  ],
  [
    "NPV",
    [0.03, [[1]], 0.5],
    "#VALUE! Argumentet första_period ska vara ett heltal, men är 0,5. Skriv ett heltal.",
    "#VALUE! The argument första_period must be a whole number, but is 0.5. Type a whole number.",
  ],
  ["SELF_RISK", [-10, [[1]]], "#VALUE! Argumentet kostnad ska vara minst 0, men är -10. Rätta värdet.", "#VALUE! The argument kostnad must be at least 0, but is -10. Correct the value."],
  ["SELF_RISK", [10, [[1]], 40], "#VALUE! Argumentet andel ska vara högst 1, men är 40. Rätta värdet.", "#VALUE! The argument andel must be at most 1, but is 40. Correct the value."],
  ["NPV", [-1, [[1]]], "#VALUE! Argumentet ränta ska vara större än -1, men är -1. Rätta värdet.", "#VALUE! The argument ränta must be greater than -1, but is -1. Correct the value."],
  [
    "NPV",
    [0.03, [[1, 2], [3, "x"]]],
    "#VALUE! Området flöden får bara innehålla tal och tomma celler, men rad 2, kolumn 2 är texten ”x”. Rätta cellen eller välj ett annat område.",
    "#VALUE! The range flöden may only hold numbers and blank cells, but row 2, column 2 is the text “x”. Correct the cell or choose another range.",
  ],
  ["NPV", [0.03, [[1, "#DIV/0!"]]], "#VALUE! Området flöden får bara innehålla tal och tomma celler, men rad 1, kolumn 2 är felvärdet #DIV/0!. Rätta cellen eller välj ett annat område."],
  ["NPV", [0.03, [[false]]], "#VALUE! Området flöden får bara innehålla tal och tomma celler, men rad 1, kolumn 1 är FALSKT. Rätta cellen eller välj ett annat område."],
  ["ALLOCATE", [100, [[-1]]], "#VALUE! Området vikter får bara innehålla tal som är minst 0 och tomma celler, men rad 1, kolumn 1 är -1. Rätta cellen eller välj ett annat område."],
  ["ADJUST_PRICE", [1, 2024, 2025, [[2024]], [[-1]]], "#VALUE! Området indextal får bara innehålla tal större än 0 och tomma celler, men rad 1, kolumn 1 är -1. Rätta cellen eller välj ett annat område."],
  ["MILESTONE_PAYMENT", [1, [[50]], [[1]]], "#VALUE! Området vikter får bara innehålla tal mellan 0 och 1 och tomma celler, men rad 1, kolumn 1 är 50. Rätta cellen eller välj ett annat område."],
  [
    "NPV_BY_YEAR",
    [0.03, [[1]], [[20_260_101]], 2026],
    "#VALUE! Området år får bara innehålla hela årtal och tomma celler, men rad 1, kolumn 1 är 20260101. Rätta cellen eller välj ett annat område.",
    "#VALUE! The range år may only hold whole years and blank cells, but row 1, column 1 is 20260101. Correct the cell or choose another range.",
  ],
  [
    "NPV_BY_YEAR",
    [0.03, [[1, 2], [3, 4]], [[2026, 2027, 2028, 2029]], 2026],
    "#VALUE! Områdena belopp och år hör ihop cell för cell, men belopp är 2 × 2 och år 1 × 4 celler. Välj lika stora områden.",
    "#VALUE! The ranges belopp and år belong together cell by cell, but belopp is 2 × 2 and år 1 × 4 cells. Choose ranges of the same size.",
  ],
  [
    "NPV_BY_YEAR",
    [0.03, [[1], [2]], [[2026], [null]], 2026],
    "#VALUE! Området år saknar årtal för cell 2 i belopp. Skriv årtalet, eller ta bort beloppet.",
    "#VALUE! The range år has no year for cell 2 of belopp. Type the year, or remove the amount.",
  ],
  [
    "SELF_RISK_PLAN",
    [10, [[1, 2, 3]], 1, 0, 1, 5, 4],
    "#VALUE! Argumentet första_år ligger efter det sista året: besparingar har 3 år. Rätta första_år eller välj ett större område.",
    "#VALUE! The argument första_år lies after the last year: besparingar has 3 years. Correct första_år or choose a larger range.",
  ],
  ["REPAYMENT_PLAN", [10, years(200), 1, 0, 1, 200], "#VALUE! Planen kan räkna högst 150 år. Minska antal_år.", "#VALUE! The plan can count at most 150 years. Lower antal_år."],
  [
    "REPAYMENT_PLAN",
    [10, [[1], [2]], 1, 0, 1, 10, 1, [[5]]],
    "#VALUE! Området årstak ska ha en cell för varje nämnd, det vill säga 2, men har 1. Välj ett område med lika många celler som besparingar har rader.",
    "#VALUE! The range årstak must have a cell for each committee, which is 2, but has 1. Choose a range with as many cells as besparingar has rows.",
  ],
  ["ALLOCATE", [100, [[0, null]]], "#VALUE! Området vikter har ingen vikt större än 0. Ange minst en.", "#VALUE! The range vikter has no weight above 0. Give at least one."],
  [
    "ALLOCATE",
    [0.005, [[1]]],
    "#VALUE! Argumentet belopp, 0,005, är inte ett helt antal enheter om 0,01, så delarna kan inte bli exakt hela beloppet. Avrunda beloppet eller välj en mindre enhet.",
    "#VALUE! The argument belopp, 0.005, is not a whole number of units of 0.01, so the parts can't sum to all of it. Round the amount or choose a smaller unit.",
  ],
  ["MILESTONE_PAYMENT", [1, [[0.5, 0.3]], [[1, 1]]], "#VALUE! Området vikter ska tillsammans bli 1, men blir 0,8. Rätta vikterna.", "#VALUE! The range vikter must sum to 1, but sums to 0.8. Correct the weights."],
  ["ADJUST_PRICE", [1, 2024, 2025, [[2024]], [[100]]], "#N/A Området indexår saknar 2025. Lägg till året med sitt indextal.", "#N/A The range indexår lacks 2025. Add the year with its index."],
  [
    "ADJUST_PRICE",
    [1, 2024, 2025, [[2024, 2025]], [[100, null]]],
    "#VALUE! Området indextal saknar ett indextal för 2025. Skriv indextalet.",
    "#VALUE! The range indextal lacks an index for 2025. Type the index.",
  ],
  [
    "ADJUST_PRICE",
    [1, 2024, 2025, [[2024, 2024]], [[100, 101]]],
    "#VALUE! Området indexår har 2024 mer än en gång med olika indextal. Ta bort det som är fel.",
    "#VALUE! The range indexår has 2024 more than once with different indices. Remove the wrong one.",
  ],
  ["PAYBACK_TIME", [[[-100, 50]]], "#N/A Flödena når aldrig 0: kostnaden betalas inte tillbaka inom perioderna.", "#N/A The flows never reach 0: the cost is not paid back within the periods."],
  ["IRR", [[[100, 100]]], "#N/A Det finns ingen ränta som gör nettonuvärdet till 0.", "#N/A There is no rate at which the net present value is 0."],
  [
    "IRR",
    [[[-100, 230, -132]]],
    "#N/A Det finns 2 räntor som gör nettonuvärdet till 0, så ingen av dem är svaret. Använd NETTONUVÄRDE med en vald ränta i stället.",
    "#N/A There are 2 rates at which the net present value is 0, so none of them is the answer. Use NETTONUVÄRDE with a chosen rate instead.",
  ],
  [
    "IRR",
    [[Array.from({ length: 200 }, (_, period) => (period % 3 === 0 ? -2 : 1))]],
    "#N/A Flödena är för långa för att det ska gå att avgöra hur många räntor som gör nettonuvärdet till 0. Räkna per år i stället för per månad.",
    "#N/A The flows are too long to tell how many rates make the net present value 0. Count by year instead of by month.",
  ],
  [
    "BENEFIT_COST_RATIO",
    [0.03, [[1]], [[0]]],
    "#N/A Kostnadernas nuvärde är inte större än 0, så det finns ingen kvot. Ange kostnader som positiva belopp.",
    "#N/A The present value of the costs is not above 0, so there is no ratio. Give costs as positive amounts.",
  ],
  ["NPV", [-0.99, years(400)], "#N/A Svaret är för stort för en cell i Excel. Kontrollera argumenten.", "#N/A The answer is too large for a cell in Excel. Check the arguments."],
];

describe("A call without an answer", () => {
  test.each(cases.map(([id, passed, sv, en = ""]) => [id, passed, sv, en] as const))("of %s with %j is refused: %s", (id, passed, sv, en) => {
    expect(refusal(id, passed, "sv")).toBe(sv);
    if (en !== "") expect(refusal(id, passed, "en")).toBe(en);
  });

  it("reaches Excel as an error with the Swedish sentence when Office tells no language", () => {
    for (const [id, passed, sv] of cases) expect(shown(implementations[id]!, ...passed)).toBe(sv);
  });

  it("says every sentence and every word of the table", () => {
    for (const [id, passed] of cases) refusal(id, passed, "sv");
    const keys = Object.entries(texts).flatMap(([group, sentences]) => Object.keys(sentences).map((key) => `${group}.${key}`));
    expect(keys.filter((key) => !said.has(key))).toEqual([]);
    expect(keys.length).toBe(said.size);
  });
});

describe("An argument that is left out", () => {
  it("is named when it is required, in every function", () => {
    for (const { id, arguments: declared } of cellFunctions) {
      const first = declared[0]!;
      expect(refusal(id, [], "sv")).toBe(`#VALUE! Argumentet ${first.name} saknas. Ange ett värde.`);
    }
  });
});

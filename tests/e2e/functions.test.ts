import type { CellFunction } from "../../src/functions/declaration";
import { cellFunctions } from "../../src/functions/functions";
import { decimalsOf, visibleName } from "../../src/functions/reference";
import { formatArea } from "../../workbench/host/address";
import type { CellValue } from "../../workbench/host/model";
import { Desk } from "./desk";
import { useBrowser } from "./workbench";

const browser = useBrowser();
let desk: Desk;

/** Right of the widest example's figures. */
const ANSWER_COLUMN = 7;

/** A worked example in cells: its arguments one below the other from column A, its formula in column H of the first row. */
interface Placed {
  figures: Record<string, number | boolean>;
  /** Each argument's cells. */
  arguments: string[];
  formula: string;
  /** The formula's own cell. */
  at: string;
  /** The cells of the whole answer. */
  answerAt: string;
  answer: readonly (readonly number[])[];
}

const placed: Record<string, Placed> = {};
let nextRow = 0;
for (const one of cellFunctions) placed[one.id] = place(one);

function place(cellFunction: CellFunction): Placed {
  const { passed, answer } = cellFunction.example;
  const rows = typeof answer === "number" ? [[answer]] : answer;
  const address = (row: number, column: number, of: readonly (readonly unknown[])[] = [[0]]) =>
    formatArea({ row, column, rows: of.length, columns: of[0]?.length ?? 1 });
  const first = nextRow;
  const figures: Placed["figures"] = {};
  const written = passed.map((value) => {
    const cells = typeof value === "object" ? value : [[value]];
    const row = nextRow;
    cells.forEach((line, down) => line.forEach((figure, right) => (figures[address(row + down, right)] = figure)));
    nextRow += cells.length;
    return address(row, 0, cells);
  });
  const formula = `=${visibleName(cellFunction)}(${written.join(",")})`;
  return { figures, arguments: written, formula, at: address(first, ANSWER_COLUMN), answerAt: address(first, ANSWER_COLUMN, rows), answer: rows };
}

function of(id: string): Placed {
  const found = placed[id];
  if (!found) throw new Error(`There is no function ${id}.`);
  return found;
}

async function answer(id: string): Promise<CellValue[][]> {
  return desk.values(`Blad1!${of(id).answerAt}`);
}

const first = (area: string) => area.replace(/:.*/, "");
const last = (area: string) => area.replace(/.*:/, "");

/** What the page says of the error in the cell that is selected. */
const sentence = () => desk.page.locator(".formula-error");

/** Goes to a function's cell and waits until just this stands beside the formula; "" when nothing shall. */
async function says(id: string, text: string): Promise<void> {
  await desk.select(of(id).at);
  await desk.page.waitForFunction(([at, expected]) => document.querySelector<HTMLInputElement>(".name-box")?.value === at && document.querySelector(".formula-error")?.textContent === expected, [of(id).at, text]);
}

beforeAll(async () => {
  desk = await Desk.open(browser(), "");
  for (const { figures } of Object.values(placed)) await desk.put(figures);
  await desk.enter(Object.fromEntries(Object.values(placed).map(({ at, formula }) => [at, formula])));
});

afterAll(async () => {
  expect(await desk.close()).toEqual([]);
});

describe("The functions in cells", () => {
  it.each(cellFunctions.map((one) => [visibleName(one), one.id] as const))("%s gives its worked example's answer from the figures in cells", async (_, id) => {
    const expected = of(id).answer;
    const got = await answer(id);
    expect(got.map((line, row) => line.map((value, column) => Number(Number(value).toFixed(decimalsOf(expected[row]?.[column] ?? 0)))))).toEqual(expected);
  });

  it("are computed again, in every cell that they fill, when an input is typed over", async () => {
    const [, flows = ""] = of("NPV").arguments;
    const [, weights = ""] = of("ALLOCATE").arguments;
    await desk.enter({ [first(flows)]: "17", [first(weights)]: "2", M1: `=SUM(${of("ALLOCATE").answerAt})` });
    expect(Number((await answer("NPV"))[0]?.[0]).toFixed(4)).toBe("330.3277");
    expect(await answer("ALLOCATE")).toEqual([[50, 25, 25]]);
    expect(await desk.values("Blad1!M1")).toEqual([[100]]);
  });

  it("do not spill over what somebody has written, and spill again when it is gone", async () => {
    const { at, answerAt } = of("ALLOCATE");
    const before = await answer("ALLOCATE");
    await desk.enter({ [last(answerAt)]: "mitt" });
    expect(await answer("ALLOCATE")).toEqual([["#SPILL!", "", "mitt"]]);
    await desk.select(at);
    await desk.cell("#SPILL!").first().waitFor();
    expect(await sentence().innerText()).toBe("");
    await desk.enter({ [last(answerAt)]: "" });
    expect(await answer("ALLOCATE")).toEqual(before);
  });
});

describe("The functions' errors", () => {
  it("stand with their sentence beside the formula, and on the cell", async () => {
    const [, flows = ""] = of("NPV").arguments;
    const [, savings = ""] = of("REPAYMENT_PLAN").arguments;
    const [rates = ""] = of("IRR").arguments;
    await desk.enter({ [last(flows)]: "okänt", [last(savings)]: "saknas", [first(rates)]: "100" });

    expect((await answer("NPV"))[0]?.[0]).toBe("#VALUE!");
    const text = "Området flöden får bara innehålla tal och tomma celler, men rad 1, kolumn 6 är texten ”okänt”. Rätta cellen eller välj ett annat område.";
    await says("NPV", text);
    expect(await desk.cell("#VALUE!").first().getAttribute("title")).toBe(text);

    expect(await answer("REPAYMENT_PLAN")).toEqual([["#VALUE!", "", "", ""], ["", "", "", ""]]);
    await says("REPAYMENT_PLAN", "Området besparingar får bara innehålla tal och tomma celler, men rad 2, kolumn 4 är texten ”saknas”. Rätta cellen eller välj ett annat område.");

    expect(await answer("IRR")).toEqual([["#N/A"]]);
    await says("IRR", "Det finns ingen ränta som gör nettonuvärdet till 0.");
    await says("PAYBACK_TIME", "");
  });

  it("are in English when Excel is, and go away when the input is corrected", async () => {
    await desk.select(of("IRR").at);
    await desk.page.getByLabel("Språk").selectOption("en-US");
    await sentence().filter({ hasText: /^There is no rate at which the net present value is 0\.$/ }).waitFor();
    await says("NPV", "The range flöden may only hold numbers and blank cells, but row 1, column 6 is the text “okänt”. Correct the cell or choose another range.");
    const [rates = ""] = of("IRR").arguments;
    await desk.enter({ [first(rates)]: "-100" });
    await says("IRR", "");
    expect(Number((await answer("IRR"))[0]?.[0])).toBeCloseTo(0.1, 12);
  });
});

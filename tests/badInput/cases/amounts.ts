import { costs, type BadWorkbook } from "../grid";

/** One cell of costs (Kostnader!C2), beside one of 700 000 kr that is right. */
const amount = (cell: string, says: readonly string[], sum: string): BadWorkbook =>
  costs(`the amount ${JSON.stringify(cell)}`, ["Projekt|Nämnd|2026", `Skolfam|Socialnämnden|${cell}`, "Trainee|Socialnämnden|700000"], says.map((code) => `${code}@Kostnader!C2`), sum);

const read = (cell: string, sum: string) => amount(cell, [], sum);
const refused = (code: string, ...cells: string[]) => cells.map((cell) => amount(cell, [code], "700000"));

/** Amounts as people write them, with the sum of the sheet. */
const written: BadWorkbook[] = [
  read("'500000", "1200000"),
  read("1 250 000", "1950000"),
  read("1\u00a0250\u00a0000", "1950000"),
  read("1\u202f250\u202f000", "1950000"),
  read("1\u2009250\u2009000", "1950000"),
  read("  500000  ", "1200000"),
  read("1.250.000,50", "1950000.5"),
  read("1,250,000.50", "1950000.5"),
  read("1.250.000", "1950000"),
  read("1,250,000", "1950000"),
  read("1'250'000", "1950000"),
  read("1’250’000", "1950000"),
  read("1250000,50", "1950000.5"),
  read("'1250000.50", "1950000.5"),
  read("1 250 tkr", "1950000"),
  read("1250tkr", "1950000"),
  read("1,25 mkr", "1950000"),
  read("1,25 mnkr", "1950000"),
  read("1,25 Mkr", "1950000"),
  read("1.25 MSEK", "1950000"),
  read("1,25 miljoner kronor", "1950000"),
  read("1 250 tusen kronor", "1950000"),
  read("1 250 kkr", "1950000"),
  read("500 000 kr", "1200000"),
  read("500 000 kronor", "1200000"),
  read("500000:-", "1200000"),
  read("500 000,-", "1200000"),
  read("SEK 500 000", "1200000"),
  read("500 000 SEK", "1200000"),
  read("kr 500 000", "1200000"),
  read("+500000", "1200000"),
  read("''500000", "1200000"),
  read("5E+05", "1200000"),
  read("5,0e5", "1200000"),
  read("0500000", "1200000"),
  read("500 000,00", "1200000"),
  read("500\u2007000", "1200000"),
  read("\ufeff500000", "1200000"),
  read("\u200b500000", "1200000"),
  read("0.1", "700000.1"),
  read("0.01", "700000.01"),
  read("1e-12", "700000.000000000001"),
  read("500000.10000000003", "1200000.1"),
  read("999999999999999", "1000000000699999"),
  read("1 000 000 mkr", "1000000700000"),
  read("12.345", "700012.345"),
];

const unreadable: BadWorkbook[] = [
  ...refused("textAmount", "ca 500000", "500 000?", "500000 + moms", "500 000 kr/år", "500-600", "500 / 600", "1 23", "12 34 567", "1.23.4", "1,2,3", "1.250,000.50", "--500", "-(500)", "(-500)", "5OO OOO", "femhundratusen", "500000 st", "€ 500", "500 EUR", "$500", "500 usd", "x", "?", "saknas", "ej klart", "se bilaga", "enligt ök", "N/A", "n/a", "t.b.d.", "2026-01-01", "1/2", "½", "５０００００", "#", "kr", "=500", "500\n600", `'${"9".repeat(41)}`, "'1e400", "Infinity", "NaN", "null", "undefined", "0x1F4", "500 000 000 00"),
  ...refused("percentAmount", "75 %", "75%", "0,5 %", "-10 %"),
  ...refused("errorValue", "#N/A", "#SAKNAS!", "#REF!", "#REFERENS!", "#DIV/0!", "#DIVISION/0!", "#VALUE!", "#VÄRDEFEL!", "#NAME?", "#NAMN?", "#NUM!", "#OGILTIGT!", "#NULL!", "#SKÄRNING!", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#BUSY!", "#GETTING_DATA", "#UNKNOWN!", "#PYTHON!"),
  ...refused("truthValue", "<true>", "<false>"),
];

/** Nothing stands there, so the project has no costs: its savings name a project that the sheet does not have. */
const nothing: BadWorkbook[] = ["", "   ", "-", "–", "\u00a0", "'"].map((cell) => ({ ...amount(cell, [], "700000"), says: ["plan.unknownProject@Besparingar!C2"] }));
const zero: BadWorkbook[] = ["0", "0 kr", "-0", "0,00"].map((cell) => amount(cell, ["plan.noCosts"], "700000"));

/** Read, and then refused by the plan, for which the project has no costs. */
const refusedByThePlan = (code: string, ...cells: string[]): BadWorkbook[] => cells.map((cell) => ({ ...amount(cell, [code, "plan.noCosts"], ""), costs: undefined }));

/** A cost is not negative, and the largest and smallest numbers that a cell can hold are no amounts. */
const negative = refusedByThePlan("plan.negativeCost", "-500", "'-500", "−500", "–500", "(500)", "500-", "500−", "- 500", "(500 kr)", "−0,5 tkr", "-0.000001", "-1e15");
const beyond = refusedByThePlan("plan.amountNotNumber", "1.7976931348623157e308", "-1.7976931348623157e308", "1e300", "5e-324");

export const amounts: BadWorkbook[] = [...written, ...nothing, ...zero, ...unreadable, ...negative, ...beyond];

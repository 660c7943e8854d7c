import type { Language } from "../i18n";
import type { CellReference, Diagnostic } from "../planning/types";
import { parseReference } from "./cellAddress";
import { failureDiagnostic, refusalDiagnostic, withUndoing } from "./excelErrors";

/** A formula, in the English notation that Excel takes from code, and the language to refuse it in. */
interface NewFormula {
  formula: string;
  language: Language;
}

/**
 * Writes a formula into the active cell, in two syncs, and gives the cell: `Blad1!B2`. Nothing is written when the cell
 * holds something, or would show the formula as text: then, and when Excel refuses, `failure` says what to do.
 */
export async function insertFormula(context: Excel.RequestContext, { formula, language }: NewFormula): Promise<CellReference | { failure: Diagnostic }> {
  let sentTo: CellReference | undefined;
  try {
    const cell = context.workbook.getActiveCell();
    cell.load("address,formulas,numberFormat");
    await context.sync();
    // A cell without a formula has its value there, also one that another formula spills into.
    if (cell.formulas[0]?.[0] !== "") return { failure: failureDiagnostic("cellNotEmpty", language, cell.address) };
    if (cell.numberFormat[0]?.[0] === "@") return { failure: failureDiagnostic("cellIsText", language, cell.address) };
    sentTo = cell.address;
    cell.formulas = [[formula]];
    await context.sync();
    return cell.address;
  } catch (error) {
    const failure = await refusalDiagnostic(context, error, language);
    return { failure: sentTo === undefined ? failure : withUndoing(failure, await takeBack(context, formula, sentTo), language) };
  }
}

const plain = (formula: unknown) => String(formula).replace(/[\s@]/g, "").toUpperCase();

/** Empties the cell again, if it is the formula that stands there; gives the cell when that could not be done. */
async function takeBack(context: Excel.RequestContext, formula: string, cell: CellReference): Promise<CellReference[]> {
  try {
    const { sheet = "", address } = parseReference(cell) ?? {};
    const range = context.workbook.worksheets.getItem(sheet).getRange(address);
    range.load("formulas");
    await context.sync();
    if (plain(range.formulas[0]?.[0]) === plain(formula)) range.formulas = [[""]];
    await context.sync();
    return [];
  } catch {
    return [cell];
  }
}

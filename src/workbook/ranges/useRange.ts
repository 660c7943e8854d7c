import type { Language } from "../../i18n";
import type { Diagnostic } from "../../planning/types";
import { areaOfAddress, quoteSheet } from "../cellAddress";
import { refusalDiagnostic, withUndoing } from "../excelErrors";
import { inBlock, type RangeCorrection } from "../reading/correction";
import { Findings } from "../reading/findings";
import { findHeaders } from "../reading/headers";
import { belowTitles, pointedText, wantedRange, type PointedRange } from "../reading/pointedRange";
import { rangeNames, type RangeKind } from "../reading/rangeNames";
import { readRanges } from "../reading/rangeValues";
import { pointOut } from "./pointOut";
import { correctionText, headingsOf } from "./storedCorrection";
import type { RangeRequest } from "./understandRange";

/**
 * Remembers in the workbook that a range holds the costs or the savings: a name that refers to it, so that it follows
 * when rows and columns are inserted, with the correction as its comment. `readWorkbook` reads it from then on.
 * Three syncs. Null when it is done, else why not.
 */
export async function useRange(context: Excel.RequestContext, { kind, address, correction = {}, language }: RangeRequest): Promise<Diagnostic | null> {
  const findings = new Findings(language);
  let undo: (() => Promise<string[]>) | undefined;
  try {
    const pointed = await pointOut(context, address, findings);
    if (!pointed) return findings.diagnostics()[0] ?? null;
    const name = rangeNames[kind];
    const existing = context.workbook.names.getItemOrNullObject(name);
    existing.load("formula,comment");
    const [read] = await readRanges(context, [wantedRange(pointed)]);
    if (!read) findings.problem("error", "rangeEmpty", { text: pointedText(pointed) });
    const comment = read && commentOf(pointed, correction, belowTitles(read));
    if (read && comment === undefined) findings.problem("error", "correctionTooLong", {});
    const [problem] = findings.diagnostics();
    if (problem) return problem;
    const was = keptName(existing);
    undo = () => restore(context, name, was);
    if (!was) context.workbook.names.add(name, formulaOf(pointed), comment);
    else {
      existing.formula = formulaOf(pointed);
      existing.comment = comment ?? "";
    }
    await context.sync();
    return null;
  } catch (error) {
    return undone(context, error, undo, language);
  }
}

/** What a name says; null when there is none. */
type KeptName = { formula: string; comment: string } | null;

const keptName = (item: Excel.NamedItem): KeptName => (item.isNullObject ? null : { formula: String(item.formula), comment: item.comment });

/** Lets a name say again what it said; gives it when that could not be done. */
async function restore(context: Excel.RequestContext, name: string, was: KeptName): Promise<string[]> {
  try {
    const { names } = context.workbook;
    const now = names.getItemOrNullObject(name);
    now.load("formula,comment");
    await context.sync();
    if (!was) now.delete();
    else if (now.isNullObject) names.add(name, was.formula, was.comment);
    else Object.assign(now, was);
    await context.sync();
    return [];
  } catch {
    return [name];
  }
}

async function undone(context: Excel.RequestContext, error: unknown, undo: (() => Promise<string[]>) | undefined, language: Language): Promise<Diagnostic> {
  const failure = await refusalDiagnostic(context, error, language);
  return undo ? withUndoing(failure, await undo(), language) : failure;
}

/** As Excel writes it: `=Blad1!$A$5:$H$20`. */
function formulaOf({ sheet, address = "1:1048576" }: PointedRange): string {
  return `=${quoteSheet(sheet)}!${address.replace(/[A-Z]+|\d+/g, "$$$&")}`;
}

function commentOf({ address }: PointedRange, correction: RangeCorrection, block: ReturnType<typeof belowTitles>): string | undefined {
  const place = areaOfAddress(address);
  const headerRow = inBlock(correction, block).headerRow ?? findHeaders(block)[0]?.main;
  return correctionText(correction, place, headerRow === undefined ? undefined : headingsOf(block, headerRow, place));
}

/** Forgets the range of a kind: the template's tables or recognised sheets are read again. Two syncs. */
export async function forgetRange(context: Excel.RequestContext, kind: RangeKind, language: Language = "sv"): Promise<Diagnostic | null> {
  let undo: (() => Promise<string[]>) | undefined;
  try {
    const name = rangeNames[kind];
    const existing = context.workbook.names.getItemOrNullObject(name);
    existing.load("formula,comment");
    await context.sync();
    const was = keptName(existing);
    if (!was) return null;
    undo = () => restore(context, name, was);
    existing.delete();
    await context.sync();
    return null;
  } catch (error) {
    return undone(context, error, undo, language);
  }
}

import type { Language } from "../../i18n";
import type { Diagnostic } from "../../planning/types";
import { areaOfAddress, quoteSheet } from "../cellAddress";
import { refusalDiagnostic } from "../excelErrors";
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
  try {
    const pointed = await pointOut(context, address, findings);
    if (!pointed) return findings.diagnostics()[0] ?? null;
    const name = rangeNames[kind];
    const existing = context.workbook.names.getItemOrNullObject(name);
    existing.load("name");
    const [read] = await readRanges(context, [wantedRange(pointed)]);
    if (!read) findings.problem("error", "rangeEmpty", { text: pointedText(pointed) });
    const comment = read && commentOf(pointed, correction, belowTitles(read));
    if (read && comment === undefined) findings.problem("error", "correctionTooLong", {});
    const [problem] = findings.diagnostics();
    if (problem) return problem;
    if (existing.isNullObject) context.workbook.names.add(name, formulaOf(pointed), comment);
    else {
      existing.formula = formulaOf(pointed);
      existing.comment = comment ?? "";
    }
    await context.sync();
    return null;
  } catch (error) {
    return await refusalDiagnostic(context, error, language);
  }
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

/** Forgets the range of a kind: the template's tables or recognised sheets are read again. One sync. */
export async function forgetRange(context: Excel.RequestContext, kind: RangeKind, language: Language = "sv"): Promise<Diagnostic | null> {
  try {
    context.workbook.names.getItemOrNullObject(rangeNames[kind]).delete();
    await context.sync();
    return null;
  } catch (error) {
    return await refusalDiagnostic(context, error, language);
  }
}

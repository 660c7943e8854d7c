import type { Language } from "../../i18n";
import type { AmountUnit } from "../../i18n/format";
import type { AmountRow, DecimalText, Diagnostic } from "../../planning/types";
import { unhurried } from "../breath";
import { readAmount } from "../amountText";
import { excelDiagnostic } from "../excelErrors";
import { inBlock, type RangeCorrection } from "../reading/correction";
import { Findings, type Interpretation, type LeftOut } from "../reading/findings";
import { belowTitles, pointedText, rowBelow, tellOfRowBelow, wantedRange } from "../reading/pointedRange";
import type { RangeKind } from "../reading/rangeNames";
import { readRanges, tellOfHidden } from "../reading/rangeValues";
import { unitAbove } from "../reading/tableUnit";
import { understanding, type UnderstoodAmounts } from "../reading/understandAmounts";
import { pointOut } from "./pointOut";
import { rangeColumns, type RangeColumn } from "./rangeColumns";

export interface RangeRequest {
  kind: RangeKind;
  /** `Blad1!A5:H20`, `'Mitt blad'!A:H`; left out: what is selected in Excel. */
  address?: string;
  correction?: RangeCorrection;
  language: Language;
}

/** A range, before it is used: how it is understood, what is left out, and what is not understood. */
export interface RangeUnderstanding {
  /** To use it by; whole columns stay whole, so that new rows are read too. "" when there is no range. */
  address: string;
  /** A column per year, or a row per amount; undefined when no headings were found. */
  layout?: "wide" | "long";
  /** Those that are not blank. */
  columns: RangeColumn[];
  /** The sheet's row, counted from 1. */
  headerRow: number | null;
  /** How many amounts. */
  rows: number;
  years: number[];
  /** Their sum, kr. */
  total: DecimalText;
  unit: AmountUnit;
  leftOut: LeftOut[];
  interpreted: Interpretation[];
  diagnostics: Diagnostic[];
  /** The first amounts, in kr. */
  preview: AmountRow[];
}

const previewRows = 5;

const nothing = (address: string, diagnostics: Diagnostic[]): RangeUnderstanding => ({
  address, columns: [], headerRow: null, rows: 0, years: [], total: "0", unit: "kr", leftOut: [], interpreted: [], diagnostics, preview: [],
});

/**
 * Tells how a range would be read, as it is or corrected, in two syncs (more only for a range over Excel's size limit).
 * Nothing in the workbook changes. Never throws: what went wrong is an error diagnostic.
 */
export async function understandRange(context: Excel.RequestContext, request: RangeRequest): Promise<RangeUnderstanding> {
  try {
    return await understand(context, request);
  } catch (error) {
    return nothing(request.address ?? "", [excelDiagnostic(error, request.language)]);
  }
}

async function understand(context: Excel.RequestContext, { kind, address, correction, language }: RangeRequest): Promise<RangeUnderstanding> {
  const findings = new Findings(language);
  const pointed = await pointOut(context, address, findings);
  if (!pointed) return nothing(address ?? "", findings.diagnostics());
  const text = pointedText(pointed);
  const below = rowBelow(pointed);
  const [read, readBelow] = await readRanges(context, [wantedRange(pointed), ...(below ? [below] : [])]);
  if (!read) {
    findings.problem("error", "rangeEmpty", { text });
    return nothing(text, findings.diagnostics());
  }
  const block = belowTitles(read);
  if (!block.values.some((row) => row.some((value) => readAmount(value).kind === "amount"))) {
    findings.problem("error", "rangeWithoutNumbers", { text });
    return nothing(text, findings.diagnostics());
  }
  const options = { kind, language, unitAbove: unitAbove(read.block, read.firstRow), ...(correction ? { correction: inBlock(correction, block) } : {}) };
  const found: UnderstoodAmounts = await unhurried(understanding(block, options));
  tellOfHidden(read, findings);
  tellOfRowBelow(pointed, readBelow, findings);
  const problems = [...found.diagnostics, ...findings.diagnostics()];
  if (found.rows.length === 0 && problems.length === 0) findings.problem("warning", "rangeWithoutAmounts", { text });
  return {
    address: text,
    ...(found.layout ? { layout: found.layout } : {}),
    columns: rangeColumns(block, found, language),
    headerRow: found.headerRow === undefined ? null : block.row + found.headerRow + 1,
    rows: found.rows.length,
    years: found.years,
    total: found.total,
    unit: found.unit,
    leftOut: found.leftOut,
    interpreted: found.interpreted,
    diagnostics: [...found.diagnostics, ...findings.diagnostics()],
    preview: found.rows.slice(0, previewRows),
  };
}

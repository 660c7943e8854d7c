import type { Language } from "../../i18n";
import { columnOf, templateTables, type TableKey, type TemplateTable } from "../template/tables";
import { isSheetOf } from "../template/texts";
import { cellOf, type CellBlock } from "./cellBlock";
import { Findings } from "./findings";
import { findHeaders } from "./headers";
import { tellOfMissingYears } from "./missingYears";
import { findRecords, type RecordPlace } from "./records";
import { kindOfTable } from "./tableKind";
import { flowOf, type AmountKind } from "./words";
import type { Diagnostic } from "../../planning/types";

const amountKinds: readonly AmountKind[] = ["costs", "savings", "outcomes", "booked", "frames"];

export function isAmountKind(key: TableKey): key is AmountKind {
  return (amountKinds as readonly TableKey[]).includes(key);
}

/** What a sheet without Excel tables holds: a table of records, or tables of amounts. */
export type SheetContent = { records: TemplateTable; place: RecordPlace } | { amounts: AmountKind[]; unclear: Diagnostic[] };

/** Recognises a sheet by its headings and its name: files from other programs have no Excel tables. */
export function contentOf(block: CellBlock, language: Language): SheetContent {
  const named = templateTables.filter(({ key }) => !isAmountKind(key)).flatMap((table) => {
    const place = findRecords(block, table);
    if (!place) return [];
    const bySheet = isSheetOf(block.sheet, table.key);
    const required = table.columns.filter((column) => columnOf(column).required);
    const complete = required.every((column) => place.columns.has(column));
    return bySheet || (complete && place.columns.size >= 3) ? [{ records: table, place, rank: (bySheet ? 100 : 0) + place.columns.size }] : [];
  });
  const places = findHeaders(block);
  const kinds = new Set<AmountKind>();
  const findings = new Findings(language);
  for (const place of places) {
    const kind = kindOfTable(block, place);
    if (kind === "both") for (const one of ["costs", "savings"] as const) kinds.add(one);
    else if (kind) kinds.add(kind);
    else findings.problem("warning", "tableUnclear", {}, cellOf(block, place.first, place.fromColumn));
  }
  const best = named.sort((a, b) => b.rank - a.rank)[0];
  if (best && (best.rank >= 100 || kinds.size === 0)) return { records: best.records, place: best.place };
  if (places.length === 0 && flowOf(block.sheet)) tellOfMissingYears(block, findings);
  return { amounts: [...kinds], unclear: findings.diagnostics() };
}

import { translator, type Language } from "../../i18n";
import type { AmountUnit } from "../../i18n/format";
import type { AmountRow, DecimalText, Diagnostic } from "../../planning/types";
import { atOnce, type Work } from "../../planning/work";
import { readAmountTable, type ReadAmount } from "./amountTable";
import { cellOf, textAt, valueAt, type CellBlock } from "./cellBlock";
import { tableColumns, type TableColumns } from "./columns";
import { layoutOf, type BlockCorrection } from "./correction";
import { Findings, type Interpretation, type LeftOut } from "./findings";
import { bareHeader, findHeaders, headerAt, type HeaderPlace } from "./headers";
import { nameKey } from "./names";
import { totalOf } from "./sums";
import { kindOfTable } from "./tableKind";
import { nameInTitles } from "./titles";
import { unitOfTable } from "./tableUnit";
import type { AmountKind } from "./words";

export interface UnderstandOptions {
  /** What is looked for, where the block has costs and savings beside or below each other. */
  kind?: AmountKind;
  /** The language of sentences; default Swedish. */
  language?: Language;
  /** The heading row, when it is known (an Excel table): counted from the block's corner. */
  headerRow?: number;
  /** What the user says of the headings, columns and unit. */
  correction?: BlockCorrection;
  /** The unit of a block that states none: it may stand above the range that was pointed out. */
  unitAbove?: AmountUnit;
  /** The project of a table without a project column. Default: the one named in its titles, else the sheet's name. */
  defaultProject?: string;
  /** The committee of a project's rows in a table without a committee column. */
  committeeOf?: (project: string) => string | undefined;
}

/** A column that was recognised. */
export interface FoundColumn {
  role: "project" | "committee" | "projectOrCommittee" | "year" | "amount" | "unit" | "kind" | "total";
  /** Its heading as written. */
  header: string;
  /** The heading's cell. */
  cell: string;
  year?: number;
}

export interface UnderstoodAmounts {
  /** Undefined when no heading row was found. */
  layout?: "wide" | "long";
  /** The heading row of the first table, counted from the block's corner; undefined where there is none. */
  headerRow?: number;
  columns: FoundColumn[];
  /** In kronor, each with its cell. */
  rows: AmountRow[];
  /** The sheet row of each of `rows`, counted from 0. */
  sourceRows: number[];
  leftOut: LeftOut[];
  interpreted: Interpretation[];
  diagnostics: Diagnostic[];
  unit: AmountUnit;
  /** Sorted, without repetition. */
  years: number[];
  /** Sum of the rows, kr. */
  total: DecimalText;
}

/**
 * Understands a block of cells as amounts per project, committee and year, in the layouts that people use: a column
 * per year, or a row per amount; with titles, sums, notes, units, merged names and numbers typed as text.
 * Nothing is guessed in silence: what is left out, assumed or unreadable comes back with its cells.
 */
export function understandAmounts(block: CellBlock, options: UnderstandOptions = {}): UnderstoodAmounts {
  return atOnce(understanding(block, options));
}

/** `understandAmounts` as work that can be left for a while: a block may have a hundred thousand amounts. */
export function* understanding(block: CellBlock, options: UnderstandOptions = {}): Work<UnderstoodAmounts> {
  const findings = new Findings(options.language ?? "sv");
  const known = options.correction?.headerRow ?? options.headerRow;
  const places = placesIn(block, options, findings);
  const chosen = known === undefined ? placesOfKind(block, places, options.kind, findings) : places;
  if (places.length === 0) {
    const blank = block.values.every((row) => row.every((value) => value === ""));
    findings.problem("error", blank ? "emptyRange" : "noHeader", { sheet: block.sheet }, cellOf(block, 0, 0));
  }
  yield;
  const tables: PlaceRead[] = [];
  for (const place of chosen) tables.push(yield* readPlace(block, place, options, findings));
  const amounts = sameSpelling(tables.flatMap((table) => table.amounts), findings);
  yield;
  const first = tables[0];
  return {
    layout: chosen[0]?.layout,
    ...(chosen[0] && chosen[0].main >= 0 ? { headerRow: chosen[0].main } : {}),
    columns: tables.flatMap((table) => foundColumns(block, table.place, table.columns)),
    rows: amounts.map(({ project, committee, year, amount, cell }) => ({ project, committee, year, amount, cell })),
    sourceRows: amounts.map(({ row }) => block.row + row),
    leftOut: findings.leftOut(),
    interpreted: findings.interpretations(),
    diagnostics: findings.diagnostics(),
    unit: first?.unit ?? "kr",
    years: [...new Set(amounts.map(({ year }) => year))].sort((a, b) => a - b),
    total: totalOf(amounts.map(({ amount }) => amount)),
  };
}

/** Where the block's tables have their headings: where the user says, else where they are known or found. */
function placesIn(block: CellBlock, { correction, headerRow }: UnderstandOptions, findings: Findings): HeaderPlace[] {
  if (!correction) return headerRow === undefined ? findHeaders(block) : [headerAt(block, headerRow)].filter((place) => place !== undefined);
  const layout = layoutOf(correction);
  const stated = correction.headerRow ?? headerRow;
  const row = stated === undefined || block.values[stated] ? stated : undefined;
  if (stated !== undefined && row === undefined) findings.problem("error", "headerRowOutside", { row: block.row + stated + 1 }, cellOf(block, 0, 0));
  // A heading row without years says nothing of its columns: the user has still to say it.
  const bare = row === undefined && layout === undefined ? undefined : bareHeader(block, row ?? -1, layout ?? "wide");
  const found = findHeaders(block);
  const chosen = row === undefined ? found : [found.find(({ first, last }) => first <= row && row <= last) ?? headerAt(block, row)].filter((place) => place !== undefined);
  if (chosen.length === 0) return bare ? [bare] : [];
  return layout ? chosen.map((place) => ({ ...place, layout })) : chosen;
}

/** Of the tables in a block, those that hold what is looked for. */
function placesOfKind(block: CellBlock, places: HeaderPlace[], kind: AmountKind | undefined, findings: Findings): HeaderPlace[] {
  if (kind === undefined || places.length === 0) return places;
  const kinds = places.map((place) => kindOfTable(block, place));
  const matching = places.filter((_, index) => kinds[index] === kind || (kinds[index] === "both" && (kind === "costs" || kind === "savings")));
  const open = places.filter((_, index) => kinds[index] === undefined);
  const chosen = matching.length > 0 ? matching : open.length > 0 ? open : places;
  for (const place of places) {
    if (chosen.includes(place)) continue;
    findings.leave("otherTable", cellOf(block, place.first, place.fromColumn));
  }
  const wrong = chosen === places && matching.length === 0 && kinds.some((found) => (found === "costs" || found === "savings") && (kind === "costs" || kind === "savings"));
  if (wrong) findings.problem("warning", kind === "costs" ? "looksLikeSavings" : "looksLikeCosts", {}, cellOf(block, places[0]?.first ?? 0, places[0]?.fromColumn ?? 0));
  return chosen;
}

/** A table of a block, read. */
interface PlaceRead {
  place: HeaderPlace;
  columns: TableColumns;
  amounts: ReadAmount[];
  unit: AmountUnit;
}

function* readPlace(block: CellBlock, place: HeaderPlace, options: UnderstandOptions, findings: Findings): Work<PlaceRead> {
  const { correction } = options;
  const columns = withUnit(tableColumns(block, place, options.kind, findings, correction), correction?.unit);
  const stated = correction?.unit ?? unitOfTable(block, place, columns, findings) ?? options.unitAbove;
  if (place.layout === "long" && (columns.year === undefined || columns.amounts.length === 0)) {
    findings.problem("error", columns.year === undefined ? "yearColumnMissing" : "amountColumnMissing", { sheet: block.sheet }, cellOf(block, place.main, place.fromColumn));
    return { place, columns, amounts: [], unit: stated ?? "kr" };
  }
  const asked = columns.amounts.length > 0 || [...(correction?.roles.values() ?? [])].includes("year");
  if (correction && !asked) findings.problem("error", "yearColumnsMissing", { sheet: block.sheet }, cellOf(block, Math.max(0, place.main), place.fromColumn));
  const text = translator(findings.language);
  yield;
  const amounts = yield* readAmountTable(
    block,
    place,
    columns,
    {
      kind: options.kind,
      unit: stated ?? "kr",
      defaultProject: options.defaultProject === undefined ? nameInTitles(block, place, "project") ?? { name: text("reading:defaults.project"), from: "" } : { name: options.defaultProject, from: "" },
      committeeOf: (project) => {
        const known = options.committeeOf?.(project);
        return known === undefined ? nameInTitles(block, place, "committee") ?? { name: text("reading:defaults.committee"), from: "" } : { name: known, from: "" };
      },
    },
    findings,
  );
  leaveTitles(block, place, findings);
  if (stated === undefined) warnOfSmallAmounts(block, place, amounts, findings);
  const columnUnits = new Set(columns.amounts.map(({ unit }) => unit ?? stated ?? "kr"));
  const [unit = "kr"] = columnUnits;
  return { place, columns, amounts, unit };
}

/** The unit that the user states goes before those in the columns' headings. */
function withUnit(columns: TableColumns, unit: AmountUnit | undefined): TableColumns {
  return unit === undefined ? columns : { ...columns, amounts: columns.amounts.map((column) => ({ ...column, unit })) };
}

function leaveTitles(block: CellBlock, place: HeaderPlace, findings: Findings): void {
  for (let row = place.titlesFrom; row < place.first; row += 1) {
    for (let column = place.fromColumn; column < place.toColumn; column += 1) {
      if (valueAt(block, row, column) !== "") findings.leave("title", cellOf(block, row, column));
    }
  }
}

/** Amounts that are all small, without a stated unit, may be in tkr. */
function warnOfSmallAmounts(block: CellBlock, place: HeaderPlace, amounts: ReadAmount[], findings: Findings): void {
  const written = amounts.filter(({ explicitZero }) => !explicitZero);
  const small = written.every(({ amount }) => amount.replace("-", "").split(".")[0]!.length <= 4);
  if (written.length > 0 && small) findings.problem("warning", "unitGuessed", {}, cellOf(block, place.main, place.fromColumn));
}

/** Spellings of a name that differ in spaces or case only are the same name; the first is used. */
function sameSpelling(amounts: ReadAmount[], findings: Findings): ReadAmount[] {
  const names = new Map<string, string>();
  const one = (name: string, cell: string) => {
    const key = nameKey(name);
    const first = names.get(key);
    if (first === undefined) names.set(key, name);
    else if (first !== name) findings.interpret("sameName", cell, { name: first, other: name });
    return first ?? name;
  };
  return amounts.map((amount) => {
    const project = one(amount.project, amount.cell);
    const committee = one(amount.committee, amount.cell);
    return project === amount.project && committee === amount.committee ? amount : { ...amount, project, committee };
  });
}

function foundColumns(block: CellBlock, place: HeaderPlace, columns: TableColumns): FoundColumn[] {
  const found = (role: FoundColumn["role"], column: number | undefined, year?: number): FoundColumn[] => {
    if (column === undefined) return [];
    const own = [place.main, place.first, place.last].find((row) => String(valueAt(block, row, column)).trim() !== "") ?? place.main;
    const header = textAt(block, own, column) || String(valueAt(block, own, column));
    return [{ role, header, cell: cellOf(block, own, column), ...(year === undefined ? {} : { year }) }];
  };
  const label = columns.label && ({ project: "project", committee: "committee", both: "projectOrCommittee", nothing: "projectOrCommittee" } as const)[columns.label.says];
  return [
    ...found("project", columns.project),
    ...found("committee", columns.committee),
    ...(label ? found(label, columns.label?.column) : []),
    ...found("year", columns.year),
    ...columns.amounts.flatMap(({ column, year }) => found("amount", column, year)),
    ...found("unit", columns.unit),
    ...found("kind", columns.kind),
    ...columns.totals.flatMap((column) => found("total", column)),
  ];
}

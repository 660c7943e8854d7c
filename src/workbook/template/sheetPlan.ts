import { translator, type Language } from "../../i18n";
import type { CellValue } from "../amountText";
import { areaReference, columnLetters, quoteSheet } from "../cellAddress";
import type { FilledTable } from "./fillTemplate";
import { choices, columnOf, hasAmounts, settingKinds, templateTable, type ChoiceList, type ColumnKey, type ColumnKind, type TableKey } from "./tables";
import { choiceText, explanationText, headerText, settingExplanation, settingRows, settingText, sheetText } from "./texts";

/** Where things stand on a template sheet; rows count from 0. */
export const templateRows = { title: 0, intro: 1, unit: 2, explanations: 3, header: 4, body: 5 } as const;

/** Rows to write in when the table is empty. */
const blankRows = 15;

export interface Validation {
  /** Without its sheet: `B6:B20`. */
  address: string;
  rule?: Excel.DataValidationRule;
  prompt?: { title: string; message: string };
  /** Left out: anything may be written, the list is an offer. */
  alert?: string;
}

/** A template sheet as it will be written: pure, so that it can be read without Excel. */
export interface TemplateSheet {
  table: TableKey;
  tableName: string;
  sheet: string;
  title: string;
  /** From A1; strings as they shall read (not yet guarded against becoming formulas). */
  values: CellValue[][];
  tableAddress: string;
  columns: { width: number; numberFormat: string; kind: ColumnKind }[];
  bodyRows: number;
  validations: Validation[];
}

const widths: Record<ColumnKind, number> = { text: 150, project: 190, committee: 170, year: 75, count: 85, amount: 95, share: 95, number: 95, choice: 165, yesNo: 85, date: 90, years: 80, any: 170 };
const formats: Record<ColumnKind, string> = { text: "General", project: "General", committee: "General", year: "0", count: "0", amount: "#,##0", share: "0.0%", number: "General", choice: "General", yesNo: "General", date: "yyyy-mm-dd", years: "#,##0", any: "General" };

/** What the sheets are made of. */
export interface TemplateContent {
  language: Language;
  firstYear: number;
  years: number;
  filled?: readonly FilledTable[];
}

/** Where names stand below each other; on a template sheet in its second column, from the first row of the table. */
export interface NameColumn {
  sheet: string;
  rows: number;
  /** Counted from 0. */
  row?: number;
  column?: number;
}

/** Lays out the sheet of a table. `namesOf` tells where projects and committees are listed, for drop-downs. */
export function templateSheet(key: TableKey, sheet: string, content: TemplateContent, namesOf: (key: TableKey) => NameColumn | undefined): TemplateSheet {
  const { language } = content;
  const text = translator(language);
  const declared = templateTable(key);
  const filled = content.filled?.find((one) => one.table === key);
  const columns = expandedColumns(key, content, filled);
  const body = filled?.rows ?? (key === "settings" ? emptySettings(language) : []);
  const bodyRows = bodyRowCount(key, content);
  const blank = (width: number) => new Array<CellValue>(width).fill("");
  const width = Math.max(columns.length, 2);
  const unitRow = hasAmounts(declared) ? [text("template:unit"), "kr", ...blank(width - 2)] : blank(width);
  const values: CellValue[][] = [
    [text(`template:tables.${key}.title`), ...blank(width - 1)],
    [text(`template:tables.${key}.intro`), ...blank(width - 1)],
    unitRow,
    columns.map(({ key: column, first }) => (first ? explanationText(column, language) : "")),
    columns.map(({ header }) => header),
    ...Array.from({ length: bodyRows }, (_, index) => columns.map((_column, at) => body[index]?.[at] ?? "")),
  ].map((row) => [...row, ...blank(width - row.length)]);
  const decimals = body.some((row) => row.some((value, at) => ["amount", "years"].includes(columns[at]?.kind ?? "") && typeof value === "number" && !Number.isInteger(value)));
  return {
    table: key,
    tableName: declared.name,
    sheet,
    title: text(`template:tables.${key}.title`),
    values,
    tableAddress: areaReference(sheet, templateRows.header, 0, bodyRows + 1, columns.length),
    columns: columns.map(({ kind }) => ({ kind, width: widths[kind], numberFormat: decimals && ["amount", "years"].includes(kind) ? "#,##0.00" : formats[kind] })),
    bodyRows,
    validations: [
      ...(hasAmounts(declared) ? [{ address: "B3", rule: { list: { inCellDropDown: true, source: "kr,tkr,mkr" } }, prompt: { title: text("template:unit"), message: text("template:unitPrompt") }, alert: text("template:validation.choice") }] : []),
      ...columns.flatMap(({ key: column, kind, header, first }, at) => columnValidations(column, kind, header, first, at, bodyRows, language, namesOf)),
      ...(key === "settings" ? settingValidations(language) : []),
    ],
  };
}

interface ExpandedColumn {
  key: ColumnKey;
  kind: ColumnKind;
  header: string;
  /** The first of a group of year columns, or a column of its own. */
  first: boolean;
}

function expandedColumns(key: TableKey, content: TemplateContent, filled: FilledTable | undefined): ExpandedColumn[] {
  const declared = templateTable(key);
  const years = Array.from({ length: content.years }, (_, index) => String(content.firstYear + index));
  const written = filled ? filled.header.slice(declared.columns.length - 1) : years;
  return declared.columns.flatMap((column): ExpandedColumn[] => {
    const { kind } = columnOf(column);
    if (kind !== "years") return [{ key: column, kind, header: headerText(column, content.language), first: true }];
    return (written.length > 0 ? written : years).map((header, index) => ({ key: column, kind, header, first: index === 0 }));
  });
}

/** How many rows a table's body gets. */
export function bodyRowCount(key: TableKey, { filled }: TemplateContent): number {
  if (key === "settings") return settingRows.length;
  const rows = filled?.find((one) => one.table === key)?.rows.length ?? 0;
  return rows > 0 ? rows : blankRows;
}

function emptySettings(language: Language): CellValue[][] {
  return settingRows.map((row) => [settingText(row, language), "", settingExplanation(row, language)]);
}

const short = (text: string, most: number) => (text.length <= most ? text : `${text.slice(0, most - 1)}…`);

function columnValidations(
  key: ColumnKey,
  kind: ColumnKind,
  header: string,
  first: boolean,
  at: number,
  bodyRows: number,
  language: Language,
  namesOf: (key: TableKey) => NameColumn | undefined,
): Validation[] {
  const letter = columnLetters(at);
  const heading: Validation[] = first ? [{ address: `${letter}${templateRows.header + 1}`, prompt: { title: short(header, 32), message: short(explanationText(key, language), 255) } }] : [];
  const address = `${letter}${templateRows.body + 1}:${letter}${templateRows.body + bodyRows}`;
  const list = kind === "project" ? nameList(namesOf("projects")) : kind === "committee" ? nameList(namesOf("committees")) : undefined;
  if (list !== undefined) return [...heading, { address, rule: { list: { inCellDropDown: true, source: list } } }];
  const body = kindValidation(kind, columnOf(key).choice, address, language);
  return body ? [...heading, body] : heading;
}

/** The names in a column of another sheet's table; Excel lets the list grow with the table. */
function nameList(from: NameColumn | undefined): string | undefined {
  if (!from) return undefined;
  const { sheet, rows, row = templateRows.body, column = 1 } = from;
  const letter = columnLetters(column);
  return `=${quoteSheet(sheet)}!$${letter}$${row + 1}:$${letter}$${row + rows}`;
}

function kindValidation(kind: ColumnKind, choice: ChoiceList | undefined, address: string, language: Language): Validation | undefined {
  const text = translator(language);
  if (kind === "choice" && choice) {
    const source = choices[choice].map((one) => choiceText(one, language)).join(",");
    return { address, rule: { list: { inCellDropDown: true, source } }, alert: text("template:validation.choice") };
  }
  if (kind === "yesNo") return { address, rule: { list: { inCellDropDown: true, source: `${choiceText("yes", language)},${choiceText("no", language)}` } }, alert: text("template:validation.choice") };
  if (kind === "year") return { address, rule: { wholeNumber: { formula1: 1990, formula2: 2150, operator: "Between" } }, alert: text("template:validation.year") };
  if (kind === "share") return { address, rule: { decimal: { formula1: 0, formula2: 1, operator: "Between" } }, alert: text("template:validation.share") };
  if (kind === "number") return { address, rule: { decimal: { formula1: -1e15, formula2: 1e15, operator: "Between" } }, alert: text("template:validation.number") };
  if (kind === "count") return { address, rule: { wholeNumber: { formula1: 0, formula2: 160, operator: "Between" } }, alert: text("template:validation.count") };
  return undefined;
}

function settingValidations(language: Language): Validation[] {
  return settingRows.flatMap((row, index) => {
    const declared: { kind: ColumnKind; choice?: ChoiceList } = "setting" in row ? settingKinds[row.setting] : columnOf(row.rule);
    const validation = kindValidation(declared.kind, declared.choice, `B${templateRows.body + 1 + index}`, language);
    return validation ? [validation] : [];
  });
}

/** The sheet name a table would like to have. */
export function wantedSheet(key: TableKey, language: Language): string {
  return sheetText(key, language);
}

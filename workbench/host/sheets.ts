import { HostError, invalidArgument, itemAlreadyExists } from "./errors";
import { dropSheetIn, renameSheetIn } from "./formulaText";
import type { Sheet } from "./model";
import { freeTableName } from "./tables";
import { newSheet, type Book } from "./workbook";

/** InvalidArgument for a name that Excel refuses, ItemAlreadyExists for one that another sheet has. */
function requireFreeName(book: Book, name: string, owner?: Sheet): void {
  const legal = name.length > 0 && name.length <= 31 && !/[:\\/?*[\]]/.test(name) && !name.startsWith("'") && !name.endsWith("'");
  if (!legal) throw invalidArgument();
  if (/^(history|historik)$/i.test(name)) throw invalidArgument();
  const other = book.model.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  if (other && other !== owner) throw itemAlreadyExists();
}

function freeName(book: Book): string {
  for (let number = book.model.sheets.length + 1; ; number++) {
    const name = `Blad${number}`;
    if (!book.findSheet(name)) return name;
  }
}

/** Adds a sheet after the others; without a name it is called as a Swedish Excel would. */
export function addSheet(book: Book, name = freeName(book)): Sheet {
  book.requireOpenStructure();
  requireFreeName(book, name);
  const sheet = newSheet(book.newSheetId(), name);
  book.model.sheets.push(sheet);
  book.calculation.reset();
  book.tell({ kind: "added", sheet });
  return sheet;
}

/** Gives every formula of the workbook, and every address that it keeps, to `change`. */
function rewriteFormulas(book: Book, change: (formula: string) => string): void {
  const { model } = book;
  for (const name of [...model.names, ...model.sheets.flatMap((sheet) => sheet.names)]) name.formula = change(name.formula);
  for (const sheet of model.sheets) {
    for (const line of sheet.cells.values()) {
      for (const cell of line.values()) if (cell.formula !== undefined) cell.formula = change(cell.formula);
    }
    for (const validation of sheet.validations) validation.rule = rewriteRule(validation.rule, change);
    for (const { series } of sheet.charts) {
      for (const one of series) {
        one.valuesAddress = change(one.valuesAddress);
        if (one.nameAddress !== undefined) one.nameAddress = change(one.nameAddress);
        if (one.categoriesAddress !== undefined) one.categoriesAddress = change(one.categoriesAddress);
      }
    }
  }
  book.calculation.reset();
}

function rewriteRule(rule: Record<string, unknown>, change: (formula: string) => string): Record<string, unknown> {
  const rewrite = (value: unknown): unknown => {
    if (typeof value === "string") return value.startsWith("=") ? change(value) : value;
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, rewrite(part)]));
  };
  return rewrite(rule) as Record<string, unknown>;
}

/** Renames the sheet, and every formula that refers to it. */
export function renameSheet(book: Book, sheet: Sheet, name: string): void {
  book.requireOpenStructure();
  requireFreeName(book, name, sheet);
  const before = sheet.name;
  if (before === name) return;
  sheet.name = name;
  rewriteFormulas(book, (formula) => renameSheetIn(formula, before, name));
  book.tell({ kind: "renamed", sheet, before, after: name });
}

/** InvalidOperation when the sheet is the only one that shows. */
function requireAnotherVisible(book: Book, sheet: Sheet): void {
  const others = book.model.sheets.filter((other) => other !== sheet && other.visibility === "Visible");
  if (others.length === 0) throw new HostError("InvalidOperation", "A workbook must contain at least one visible worksheet.");
}

/** Deletes the sheet; what referred to it becomes #REF!. */
export function deleteSheet(book: Book, sheet: Sheet): void {
  book.requireOpenStructure();
  if (sheet.visibility === "VeryHidden") throw new HostError("InvalidOperation", "A very hidden worksheet can't be deleted.");
  requireAnotherVisible(book, sheet);
  const { model } = book;
  const active = book.activeSheet;
  const index = model.sheets.indexOf(sheet);
  model.sheets.splice(index, 1);
  const visible = model.sheets.slice(index).find(({ visibility }) => visibility === "Visible") ?? model.sheets.findLast(({ visibility }) => visibility === "Visible");
  model.activeSheet = model.sheets.indexOf(active === sheet && visible ? visible : active);
  rewriteFormulas(book, (formula) => dropSheetIn(formula, sheet.name));
  book.tell({ kind: "deleted", sheet });
}

/** Shows or hides the sheet. */
export function setVisibility(book: Book, sheet: Sheet, visibility: Sheet["visibility"]): void {
  book.requireOpenStructure();
  if (visibility !== "Visible") {
    requireAnotherVisible(book, sheet);
    if (book.activeSheet === sheet) {
      const next = book.model.sheets.findIndex((other) => other !== sheet && other.visibility === "Visible");
      book.model.activeSheet = next;
    }
  }
  sheet.visibility = visibility;
}

/** Moves the sheet to the place, counted from 0. */
export function moveSheet(book: Book, sheet: Sheet, position: number): void {
  book.requireOpenStructure();
  const { sheets } = book.model;
  if (position < 0 || position >= sheets.length) throw invalidArgument();
  const active = book.activeSheet;
  sheets.splice(sheets.indexOf(sheet), 1);
  sheets.splice(position, 0, sheet);
  book.model.activeSheet = sheets.indexOf(active);
  book.calculation.reset();
}

/** Copies the sheet with its cells and layout to the place; tables and charts get ids and names of their own. */
export function copySheet(book: Book, sheet: Sheet, position: number): Sheet {
  book.requireOpenStructure();
  const { sheets } = book.model;
  const copy = structuredClone(sheet);
  copy.id = book.newSheetId();
  let number = 2;
  while (book.findSheet(`${sheet.name.slice(0, 26)} (${number})`)) number++;
  copy.name = `${sheet.name.slice(0, 26)} (${number})`;
  for (const table of copy.tables) {
    table.id = book.newId();
    table.name = freeTableName(book, table.name);
  }
  for (const chart of copy.charts) chart.id = book.newId();
  const active = book.activeSheet;
  sheets.splice(position, 0, copy);
  book.model.activeSheet = sheets.indexOf(active);
  book.calculation.reset();
  book.tell({ kind: "added", sheet: copy });
  return copy;
}

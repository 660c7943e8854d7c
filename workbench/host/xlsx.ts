import { writeXlsx } from "hucre/xlsx";
import type { Area, CellValue, Sheet, Workbook } from "./model";
import { Book } from "./xlsx/book";
import { Package } from "./xlsx/package";
import { emptySheet, readSheet, writeSheet } from "./xlsx/sheet";
import { readZip, writeZip, type ZipEntries } from "./xlsx/zip";

export { XlsxError } from "./xlsx/failure";

/** The file that a workbook was opened from: its parts, and in which of them each sheet (by id) is. */
interface XlsxSource {
  kind: "xlsx";
  parts: ZipEntries;
  sheets: Map<string, string>;
}

/** Something of a cell, by its sheet's name, row and column; undefined when it is not known. */
type OfCell<T> = (sheet: string, row: number, column: number) => T | undefined;

const firstCell = { row: 0, column: 0, rows: 1, columns: 1 };

/**
 * Opens an .xlsx (or .xlsm) file. What the model does not know stays in `source`, for `saveXlsx`.
 * Values of formulas are not read: the workbook's engine computes them. Throws XlsxError when the file is no
 * workbook, has a password, or is damaged; its message is a Swedish sentence.
 */
export async function loadXlsx(bytes: Uint8Array): Promise<Workbook> {
  const book = new Book(new Package(await readZip(bytes)));
  const names = book.names();
  const source: XlsxSource = { kind: "xlsx", parts: book.file.parts, sheets: new Map() };
  const workbook: Workbook = { sheets: [], names: names.workbook, activeSheet: 0, selection: firstCell, structureProtected: book.structureProtected, source };
  book.entries.forEach(({ element, name, visibility, path }, place) => {
    const xml = path === undefined ? undefined : book.file.text(path);
    if (path === undefined || xml === undefined) return;
    const { content, selection } = readSheet(path, xml, book.context);
    const own = names.sheets.get(place);
    const sheet: Sheet = { id: sheetId(element.attributes["sheetId"] ?? String(place + 1)), name, visibility, names: own?.names ?? [], ...content, page: { ...content.page, ...own?.print } };
    if (place === book.activeTab) {
      workbook.activeSheet = workbook.sheets.length;
      workbook.selection = selection ?? firstCell;
    }
    source.sheets.set(sheet.id, path);
    workbook.sheets.push(sheet);
  });
  return workbook;
}

/** An id in the form that Excel's API has, its first group ("F11E") kept for sheets from a file. */
function sheetId(number: string): string {
  return `{F11E0000-0001-0000-0000-${number.padStart(12, "0")}}`;
}

/**
 * Saves the workbook as an .xlsx file. One that was opened from a file is that file with the changes made in
 * it: sheets, cells and parts that have not changed are copied as they stand, so what the model does not know
 * is kept. `computed` gives formulas' values, stored for those who show the file without calculating, and `spills` the
 * area that an answer of several cells fills; the
 * file asks Excel and LibreOffice to calculate when they open it, unless it is `calculated`: then Excel shows the stored
 * values, also of functions that come with an add-in that the reader does not have.
 */
export async function saveXlsx(workbook: Workbook, computed: OfCell<CellValue> = () => undefined, spills: OfCell<Area> = () => undefined, calculated = false): Promise<Uint8Array> {
  const source = sourceOf(workbook) ?? { parts: await emptyParts(), sheets: new Map<string, string>() };
  const file = new Package(new Map(source.parts));
  const book = new Book(file);
  const before = file.reachable();
  const paths = new Map<Sheet, string>();
  const tableIds = new Set([...file.parts.keys()].flatMap((path) => (/^xl\/tables\//i.test(path) ? [Number(/<table\b[^>]*?\sid="(\d+)"/.exec(file.text(path) ?? "")?.[1] ?? 0)] : [])));
  const newTableId = () => {
    const id = Math.max(0, ...tableIds) + 1;
    tableIds.add(id);
    return id;
  };
  const active = workbook.sheets[workbook.activeSheet];
  const sameActive = active !== undefined && source.sheets.get(active.id) === book.entries[book.activeTab]?.path;
  let changed = workbook.sheets.length !== source.sheets.size;
  for (const sheet of workbook.sheets) {
    const known = source.sheets.get(sheet.id);
    const path = known ?? book.newSheetPart(emptySheet);
    paths.set(sheet, path);
    const part = readSheet(path, file.text(path) ?? emptySheet, book.context);
    const wasActive = known !== undefined && sameActive;
    const selection = sheet === active ? workbook.selection : undefined;
    const written = await writeSheet(part, sheet, (row, column) => computed(sheet.name, row, column), (row, column) => spills(sheet.name, row, column), wasActive ? undefined : sheet === active, selection, newTableId, book.context);
    changed ||= written || known === undefined;
  }
  const isChart = (path: string) => path.startsWith("xl/charts/");
  if ([...file.parts.keys()].some((path) => isChart(path) && !source.parts.has(path))) await giveTheme(book);
  book.write(workbook, paths);
  book.finish(changed, calculated);
  file.removeUnreachable(before);
  return writeZip(file.parts);
}

/** New charts take their colours from the theme; LibreOffice writes files without one. */
async function giveTheme(book: Book): Promise<void> {
  if (book.file.target(book.path, { kind: "theme" }) !== undefined) return;
  const path = "xl/theme/theme1.xml";
  book.file.write(path, (await emptyParts()).get(path) ?? "", "application/vnd.openxmlformats-officedocument.theme+xml");
  book.file.link(book.path, "theme", path);
}

function sourceOf({ source }: Workbook): XlsxSource | undefined {
  return typeof source === "object" && source !== null && "kind" in source && source.kind === "xlsx" ? (source as XlsxSource) : undefined;
}

/**
 * The parts of an empty workbook, made by hucre: theme, styles and properties. Its one sheet is not ours and
 * goes; so does the time of writing, so that the same workbook gives the same bytes.
 */
async function emptyParts(): Promise<ZipEntries> {
  const file = new Package(await readZip(await writeXlsx({ sheets: [{ name: "Blad1" }], defaultFont: { name: "Calibri", size: 11 } })));
  const before = file.reachable();
  for (const { kind, id } of file.relationships("")) if (kind === "core-properties") file.unlink("", id);
  file.removeUnreachable(before);
  return file.parts;
}

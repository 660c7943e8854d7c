import { translator } from "../../i18n";
import { annexTranslator } from "../paper/annexTexts";
import { plainText } from "../paper/plainText";
import type { Annex, AnnexBlock } from "../paper/types";
import { headerText, SheetDraft } from "../sheetDraft";
import type { SheetLayout, SheetPage, SheetStyleName } from "../sheetLayout";
import { AnnexPage } from "./annexPage";
import { addTable, beginningOf } from "./annexTable";
import { joinedRows } from "./joinedRows";
import { pageColumns } from "./pageColumns";
import { linesOf, rowPoints, rowsOfText } from "./textHeight";

const titlePoints = 24;
const headingPoints = 22;

/**
 * The annex as a sheet that prints as a paper: A4 upright, one page wide, texts over its width, wide tables in parts,
 * headers again on every page. It holds no formulas: amounts are numbers in the annex's unit. Charts are left out, as
 * the tables say the same.
 */
export function annexSheet(annex: Annex): SheetLayout {
  const { language, title, lines, unitNote, sections, inputFingerprint, fingerprint } = annex;
  const translate = translator(language);
  const tables = sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "table" ? [block.table] : [])));
  const columns = pageColumns(tables, annex);
  const name = annexTranslator(language)("annex:sheet");
  const draft = new SheetDraft({ language, fingerprint: inputFingerprint, subtitle: "", made: "", madeAt: "", decimals: 0 }, "annex", name, columns.names + columns.amounts);
  const page = new AnnexPage(draft, columns);
  for (const row of rowsOfText(plainText(title), page.pixelsFrom(0) / 1.8)) page.wide(titlePoints * linesOf(row, page.pixelsFrom(0) / 1.8), [row], 0, ["title", "sentence"]);
  page.gap();
  addEntries(page, lines);
  addText(page, unitNote, ["note"]);
  for (const { title: heading, blocks } of sections) {
    page.gap();
    page.keep(headingPoints + (blocks[0] ? leastOf(page, blocks[0]) : 0));
    page.wide(headingPoints, [heading], 0, ["section"]);
    for (const block of blocks) addBlock(page, block, annex);
  }
  page.gap();
  addText(page, fingerprint, ["note"]);
  const whole = draft.area(0, draft.nextRow);
  const layout = draft.layout();
  return {
    ...layout,
    styles: [{ style: "paper", area: whole }, ...joinedRows(layout.styles, ({ style }) => style)],
    numberFormats: joinedRows(layout.numberFormats, ({ format }) => format),
    mergedRows: joinedRows(layout.mergedRows.map((area) => ({ area })), () => "").map(({ area }) => area),
    page: {
      orientation: "Portrait",
      onePage: false,
      rowBreaks: page.rowBreaks,
      header: pageHeader(plainText(title), plainText(lines[0]?.text ?? "")),
      footer: { left: headerText(plainText(fingerprint)), right: translate("report:print.page", { page: "&P", pages: "&N" }) },
    },
  };
}

/** So many letters fit on one line above a standing A4 page. */
const headerLetters = 90;

/** The title to the left, and what the paper is about to the right where both fit: Excel would print them over each other. */
function pageHeader(title: string, about: string): SheetPage["header"] {
  return { left: headerText(title), right: title.length + about.length < headerLetters ? headerText(about) : "" };
}

/** What of a block must stand under its heading. */
function leastOf(page: AnnexPage, block: AnnexBlock): number {
  if (block.kind === "table") return beginningOf(page, block.table) + block.table.notes.length * rowPoints(2);
  return rowPoints(block.kind === "paragraph" || block.kind === "note" ? linesOf(plainText(block.text), page.pixelsFrom(0)) : 3);
}

function addBlock(page: AnnexPage, block: AnnexBlock, annex: Annex): void {
  switch (block.kind) {
    case "paragraph":
      return addText(page, block.text, []);
    case "note":
      return addText(page, block.text, ["note"]);
    case "numbered":
      return block.items.forEach((item, index) => addText(page, `${index + 1}. ${item}`, []));
    case "entries":
      return addEntries(page, block.entries);
    case "table":
      block.table.notes.forEach((note) => addText(page, note, []));
      return addTable(page, block.table, annex);
    case "chart":
      return;
  }
}

function addText(page: AnnexPage, text: string, styles: SheetStyleName[]): void {
  const width = page.pixelsFrom(0);
  for (const row of rowsOfText(plainText(text), width)) page.wide(rowPoints(linesOf(row, width)) + 3, [row], 0, ["sentence", ...styles]);
}

/** A label, and its text over the rest of the width. */
function addEntries(page: AnnexPage, entries: readonly { label: string; text: string }[]): void {
  const width = page.pixelsFrom(1);
  for (const { label, text } of entries) {
    rowsOfText(plainText(text), width).forEach((row, index) => {
      const shown = index === 0 ? plainText(label) : null;
      const lines = Math.max(linesOf(row, width), shown === null ? 1 : linesOf(shown, page.pixelsOf(0, 1)));
      page.wide(rowPoints(lines), [shown, row], 1, ["sentence"]);
      page.draft.style("label", page.draft.area(page.draft.nextRow - 1, 1, 0, 1));
    });
  }
}

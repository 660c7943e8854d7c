import { cellAt, hasContent } from "../cells";
import type { Area, Sheet } from "../model";
import { areaAddress, parseArea } from "./address";
import { cellsOf, isErrorValue, type FileCell, type PlacedRow } from "./cells";
import { xmlDocument, type Package } from "./package";
import type { Computed } from "./rows";

/** The area that a formula's answer fills; undefined when it fills its own cell only, or is not computed. */
export type Spills = (row: number, column: number) => Area | undefined;

/**
 * The sheet as files have it: a formula that spills states its area, and the cells of the area hold their values. What
 * our engine can't compute keeps what the file says.
 */
export function withSpills(sheet: Sheet, placed: Map<number, PlacedRow>, computed: Computed, spills: Spills): Sheet {
  const cells = new Map<number, Map<number, FileCell>>(sheet.cells);
  const put = (row: number, column: number, cell: FileCell) => cells.set(row, new Map(cells.get(row)).set(column, cell));
  for (const [row, line] of sheet.cells) {
    for (const [column, cell] of line) {
      if (cell.formula === undefined) continue;
      const before = placed.get(row)?.cells.get(column)?.cell;
      const stated = before?.spills !== undefined && before.formula === cell.formula ? parseArea(before.spills) : undefined;
      const failed = isErrorValue(computed(row, column));
      const now = failed && stated ? undefined : spills(row, column);
      const area = now ?? stated;
      if (!area) continue;
      put(row, column, { ...cell, spills: areaAddress(area) });
      for (const place of cellsOf(area)) {
        const own = cellAt(sheet, place.row, place.column);
        const filled: boolean = hasContent(own);
        if (filled) continue;
        const value = now ? computed(place.row, place.column) : placed.get(place.row)?.cells.get(place.column)?.cell?.value;
        if (value !== undefined && value !== "") put(place.row, place.column, { ...own, value });
      }
    }
  }
  return { ...sheet, cells };
}

const metadata =
  '<metadata xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray">' +
  '<metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/></metadataTypes>' +
  '<futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}"><xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata>' +
  '<cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>';

/**
 * The number by which cells say that their formula spills (ECMA-376 18.3.1.4, `cm`); the part that it points into is
 * made when there is none. Undefined when the file's own part holds something else.
 */
export function spillMark(file: Package, workbookPath: string): number | undefined {
  const known = file.target(workbookPath, { kind: "sheetMetadata" });
  if (known !== undefined) return /<metadataTypes count="1"><metadataType name="XLDAPR"[^]*<cellMetadata count="1">/.test(file.text(known) ?? "") ? 1 : undefined;
  const path = "xl/metadata.xml";
  file.write(path, xmlDocument(metadata), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheetMetadata+xml");
  file.link(workbookPath, "sheetMetadata", path);
  return 1;
}

import { Table, type IContext, type ITableOptions, type IXmlableObject } from "docx";

/** A cell with a text on one line. */
export interface WrittenCell {
  text: string;
  /** In twips. */
  width: number;
  /** Whether it stands at the cell's right edge, as amounts do. */
  right: boolean;
}

/** How a row looks. */
export interface RowLook {
  /** The paragraphs' style, by its id. */
  style: string;
  bold: boolean;
  /** Whether the row stays on the page of the next one. */
  keepNext: boolean;
  /** A line above the row. */
  top?: { style: string; size: number; color: string };
}

/**
 * A table of the docx library with more rows, which are written as XML at once: the library builds a dozen objects for
 * each cell, and takes three times as long for a large fund's tables.
 */
export class LongTable extends Table {
  constructor(
    head: ITableOptions,
    private readonly body: readonly IXmlableObject[],
  ) {
    super(head);
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    const written = super.prepForXml(context);
    return written && { "w:tbl": [...(written["w:tbl"] as IXmlableObject[]), ...this.body] };
  }
}

const on = {};
const spaces = { _attr: { "xml:space": "preserve" } };
const bold = { "w:rPr": [{ "w:b": on }, { "w:bCs": on }] };
const rowProperties = { "w:trPr": [{ "w:cantSplit": on }] };
const value = (text: string | number) => ({ _attr: { "w:val": text } });

/** A row of a `LongTable`, never split between pages. The elements of each stand in the order that the format asks for. */
export function writtenRow(cells: readonly WrittenCell[], look: RowLook): IXmlableObject {
  const { style, keepNext, top } = look;
  const borders = top === undefined ? [] : [{ "w:tcBorders": [{ "w:top": { _attr: { "w:val": top.style, "w:color": top.color, "w:sz": top.size } } }] }];
  const begun = [{ "w:pStyle": value(style) }, ...(keepNext ? [{ "w:keepNext": on }] : [])];
  const paragraph = { left: { "w:pPr": begun }, right: { "w:pPr": [...begun, { "w:jc": value("right") }] } };
  const written = cells.map(({ text, width, right }) => ({
    "w:tc": [
      { "w:tcPr": [{ "w:tcW": { _attr: { "w:type": "dxa", "w:w": width } } }, ...borders] },
      { "w:p": [right ? paragraph.right : paragraph.left, ...(text === "" ? [] : [{ "w:r": [...(look.bold ? [bold] : []), { "w:t": [spaces, text] }] }])] },
    ],
  }));
  return { "w:tr": [rowProperties, ...written] };
}

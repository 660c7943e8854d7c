import { translator } from "../../i18n";
import { textAt, widthOf, type CellBlock } from "../reading/cellBlock";
import { findHeaders, headerAt } from "../reading/headers";
import { headerWords } from "../reading/words";

/** A block that states no year, with a column of one year beside it; a block that does is given back as it is. */
export function withYearColumn(block: CellBlock, year: number): CellBlock {
  if (findHeaders(block).length > 0) return block;
  const heading = block.values.findIndex((_, row) => hasAmountHeading(block, row));
  if (heading < 0) return block;
  const width = widthOf(block);
  const values = block.values.map((cells, row) => {
    const blank = cells.every((cell) => cell === "");
    const cell = row < heading || blank ? "" : row === heading ? translator("sv")("template:columns.year.header") : year;
    return [...cells, ...new Array<string>(width - cells.length).fill(""), cell];
  });
  const widened = { ...block, values };
  return headerAt(widened, heading) ? widened : block;
}

/** A row of headings with a column for amounts, and one for projects or committees. */
function hasAmountHeading(block: CellBlock, row: number): boolean {
  const roles = new Set(Array.from({ length: widthOf(block) }, (_, column) => textAt(block, row, column)).flatMap((text) => headerWords(text).map((word) => word.role)));
  return roles.has("amount") && (roles.has("project") || roles.has("committee"));
}

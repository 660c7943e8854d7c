import { cellOf, textAt, type CellBlock } from "./cellBlock";
import type { HeaderPlace } from "./headers";
import { tidyName } from "./names";
import { headerWords, kindOf } from "./words";

const generic = /^(?:blad|sheet|tabell|table|data|underlag|kalkyl|budget|sammanställning|sammanfattning|översikt|plan|ekonomi|prognos|projekt|\d+$)/iu;

/**
 * The project or committee that a table's titles name, "Projekt: Skolfam" in one cell or two beside each other;
 * for a project also the sheet's name, when it says something. Undefined when nothing names it.
 */
export function nameInTitles(block: CellBlock, place: HeaderPlace, role: "project" | "committee"): { name: string; from: string } | undefined {
  for (let row = place.first - 1; row >= 0; row -= 1) {
    for (let column = 0; column < (block.values[row]?.length ?? 0); column += 1) {
      const text = textAt(block, row, column);
      const colon = text.indexOf(":");
      const label = colon < 0 ? text : text.slice(0, colon);
      if (!headerWords(label).some((word) => word.role === role && word.strict) || text.length > 100) continue;
      const name = colon >= 0 && text.slice(colon + 1).trim() !== "" ? text.slice(colon + 1) : nextText(block, row, column);
      if (name !== "") return { name: tidyName(name), from: cellOf(block, row, column) };
    }
  }
  const sheet = tidyName(block.sheet);
  return role === "project" && kindOf(sheet) === undefined && !generic.test(sheet) ? { name: sheet, from: "" } : undefined;
}

function nextText(block: CellBlock, row: number, column: number): string {
  for (let right = column + 1; right <= column + 3; right += 1) {
    const text = textAt(block, row, right);
    if (text !== "") return text;
  }
  return "";
}

import { textAt, type CellBlock } from "./cellBlock";
import { yearColumns, type HeaderPlace } from "./headers";
import { flowOf, headerWords, kindOf, type AmountKind } from "./words";

const longestTitle = 60;

/**
 * What a table of amounts holds, as far as its headings, its titles (the nearest first) and its sheet's name say.
 * `both` when it has columns or rows for costs as well as savings.
 */
export function kindOfTable(block: CellBlock, place: HeaderPlace): AmountKind | "both" | undefined {
  const flows = flowsOfColumns(block, place);
  if (flows.size > 1) return "both";
  const [flow] = flows;
  if (flow) return flow;
  for (let row = place.first - 1; row >= place.titlesFrom; row -= 1) {
    for (let column = place.fromColumn; column < place.toColumn; column += 1) {
      const text = textAt(block, row, column);
      // A sentence explains; a title names.
      const kind = text === "" || text.length > longestTitle ? undefined : kindOf(text);
      if (kind) return kind;
    }
  }
  return kindOf(block.sheet);
}

/** Costs and savings as the headings of the amount columns say, or the cells of a column that tells them apart. */
function flowsOfColumns(block: CellBlock, place: HeaderPlace): Set<"costs" | "savings"> {
  const flows = new Set<"costs" | "savings">();
  const years = place.layout === "wide" ? yearColumns(block, place.main) : [];
  const firstYear = Math.min(...years);
  const from = place.layout === "wide" ? Math.max(place.titlesFrom, place.main - 2) : place.first;
  for (let column = place.fromColumn; column < place.toColumn; column += 1) {
    for (let row = from; row <= place.last; row += 1) {
      const text = textAt(block, row, column);
      if (text === "") continue;
      const words = headerWords(text).map((word) => word.role);
      if (words.includes("kind")) for (let below = place.last + 1; below < place.end; below += 1) addFlow(flows, textAt(block, below, column));
      else if (place.layout === "wide" ? column >= firstYear : words.includes("amount")) addFlow(flows, text);
    }
  }
  return flows;
}

function addFlow(flows: Set<"costs" | "savings">, text: string): void {
  const flow = text === "" ? undefined : flowOf(text);
  if (flow) flows.add(flow);
}

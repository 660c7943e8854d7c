import type { AmountRow } from "../../planning/types";
import { sum } from "../../report/amounts";
import { unhurried } from "../breath";
import { excelDiagnostic } from "../excelErrors";
import { pointOut } from "../ranges/pointOut";
import { Findings } from "../reading/findings";
import { nameKey } from "../reading/names";
import { belowTitles, pointedText, wantedRange } from "../reading/pointedRange";
import { readRanges } from "../reading/rangeValues";
import { unitAbove } from "../reading/tableUnit";
import { understanding } from "../reading/understandAmounts";
import { withYearColumn } from "./withYearColumn";
import type { AmountsRequest, ReadAmounts } from "./types";

/**
 * Reads the selected range, or the one at an address, as amounts per project, committee and year, as costs and savings
 * are read. A range that states no year takes the one that is given; amounts of the same project, committee and year add up.
 * Nothing is written. Two syncs; never throws.
 */
export async function readAmounts(context: Excel.RequestContext, request: AmountsRequest): Promise<ReadAmounts> {
  try {
    return await read(context, request);
  } catch (error) {
    return { rows: [], where: request.address ?? "", leftOut: [], diagnostics: [excelDiagnostic(error, request.language)] };
  }
}

async function read(context: Excel.RequestContext, { address, year, input, language }: AmountsRequest): Promise<ReadAmounts> {
  const findings = new Findings(language);
  const pointed = await pointOut(context, address, findings);
  if (!pointed) return { rows: [], where: address ?? "", leftOut: [], diagnostics: findings.diagnostics() };
  const where = pointedText(pointed);
  const [range] = await readRanges(context, [wantedRange(pointed)]);
  if (!range) {
    findings.problem("error", "rangeEmpty", { text: where });
    return { rows: [], where, leftOut: [], diagnostics: findings.diagnostics() };
  }
  const block = belowTitles(range);
  const options = { kind: "outcomes", language, unitAbove: unitAbove(range.block, range.firstRow) } as const;
  const { rows, leftOut, diagnostics } = await unhurried(understanding(year === undefined ? block : withYearColumn(block, year), options));
  if (rows.length === 0 && diagnostics.length === 0) findings.problem("warning", "rangeWithoutAmounts", { text: where });
  return { rows: addedUp(rows, input), where, leftOut, diagnostics: [...diagnostics, ...findings.diagnostics()] };
}

/** By id, one for each project, committee and year, where its first amount stands. */
function addedUp(rows: readonly AmountRow[], { projects, committees }: AmountsRequest["input"]): AmountRow[] {
  const sums = new Map<string, AmountRow>();
  for (const row of rows) {
    const named = { ...row, project: idOf(projects, row.project), committee: idOf(committees, row.committee) };
    const key = JSON.stringify([named.project, named.committee, named.year]);
    const earlier = sums.get(key);
    sums.set(key, earlier ? { ...earlier, amount: sum([earlier.amount, named.amount]) } : named);
  }
  return [...sums.values()];
}

function idOf(items: readonly { id: string; name: string }[], text: string): string {
  const said = nameKey(text);
  return (items.find(({ id }) => nameKey(id) === said) ?? items.find(({ name }) => nameKey(name) === said))?.id ?? text;
}

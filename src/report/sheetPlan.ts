import { areaAddress, cellAddress } from "./a1";
import { amountWidth, nameWidth } from "./columnWidths";
import { amountCell, SheetDraft, sumOver } from "./sheetDraft";
import type { SheetArea, SheetLayout } from "./sheetLayout";
import type { PlanReport } from "./types";

/** Where things stand on Återföringsplan, for the formulas of the other sheets. */
export interface PlanPlaces {
  /** By calendar year. */
  yearColumn: Map<number, number>;
  sumColumn: number;
  /** The planned amounts themselves. */
  amounts: SheetArea;
  /** The amounts of each project that repays, by its place in the input. */
  projectAmounts: Map<number, SheetArea>;
  /** By the committee's place in the input. */
  committeeRow: Map<number, number>;
  totalRow: number;
}

const firstYearColumn = 2;

/**
 * Återföringsplan: planned amounts are values; the sums by row, by committee and in all are formulas.
 * The sum per committee compares names, which `labelsOf` has made unlike one another.
 */
export function planSheet(report: PlanReport): { layout: SheetLayout; places: PlanPlaces } {
  const { columns, rows, notes, title } = report.plan;
  const yearCount = columns.length - firstYearColumn - 1;
  const sumColumn = columns.length - 1;
  const draft = new SheetDraft(report, "plan", title, columns.length);
  draft.columnWidths = [nameWidth(report.plan, 0), nameWidth(report.plan, 1), ...Array<number>(yearCount + 1).fill(amountWidth(report.plan, report.decimals))];

  draft.addHead(title, notes);
  const headerRow = draft.addHeader(columns);
  const statuses = columns.map(({ status }) => status?.text ?? null);
  const bookedColumns = columns.filter(({ status }) => status?.booked === true).length;
  if (statuses.some((status) => status !== null)) draft.style("status", draft.area(draft.add(...statuses)));

  const items = rows.filter(({ role }) => role === "item");
  const firstItem = draft.nextRow;
  const projectAmounts = new Map<number, SheetArea>();
  for (const { cells, project } of items) {
    const row = draft.nextRow;
    const yearCells = cells.slice(firstYearColumn, sumColumn).map(amountCell);
    draft.add(cells[0] ?? "", cells[1] ?? "", ...yearCells, sumOver(draft.area(row, 1, firstYearColumn, yearCount)));
    const sameProject = projectAmounts.get(project ?? -1);
    if (sameProject === undefined) projectAmounts.set(project ?? -1, draft.area(row, 1, firstYearColumn, yearCount));
    else sameProject.rows += 1;
  }
  const itemRows = items.length;
  const names = draft.area(firstItem, itemRows, 1, 1);
  draft.style("rows", draft.area(firstItem, itemRows));
  draft.names(draft.area(firstItem, itemRows, 0, firstYearColumn));
  draft.style("booked", draft.area(firstItem, itemRows, firstYearColumn, bookedColumns));
  draft.style("strong", draft.area(firstItem, itemRows, sumColumn, 1));

  const sums = rows.filter(({ role }) => role === "sum");
  const committeeRow = new Map<number, number>();
  draft.add();
  if (sums.length > 0) draft.style("section", draft.area(draft.add(sums[0]?.cells[0] ?? ""), 1, 0, 1));
  const firstSum = draft.nextRow;
  for (const { cells, committee } of sums) {
    const row = draft.nextRow;
    const matching = `(${areaAddress(names, "both")}=${cellAddress(row, 1, "column")})*1`;
    const yearSums = columns.slice(firstYearColumn, sumColumn).map((_, index) => {
      const column = draft.area(firstItem, itemRows, firstYearColumn + index, 1);
      return { formula: `=SUMPRODUCT(${matching},${areaAddress(column, "row")})` };
    });
    draft.add(null, cells[1] ?? "", ...yearSums, sumOver(draft.area(row, 1, firstYearColumn, yearCount)));
    committeeRow.set(committee ?? -1, row);
  }
  draft.style("rows", draft.area(firstSum, sums.length));
  draft.names(draft.area(firstSum, sums.length, 0, firstYearColumn));
  draft.style("strong", draft.area(firstSum, sums.length, sumColumn, 1));

  const totals = columns.slice(firstYearColumn, sumColumn).map((_, index) => sumOver(draft.area(firstItem, itemRows, firstYearColumn + index, 1)));
  const totalRow = draft.add(rows.at(-1)?.cells[0] ?? "", null, ...totals, sumOver(draft.area(draft.nextRow, 1, firstYearColumn, yearCount)));
  draft.style("total", draft.area(totalRow));
  draft.amounts(draft.area(firstItem, totalRow - firstItem + 1, firstYearColumn));

  const lastHeaderRow = firstItem - 1;
  draft.frozen = { rows: firstItem, columns: firstYearColumn };
  draft.titleRows = `$${headerRow + 1}:$${lastHeaderRow + 1}`;
  draft.titleColumns = "$A:$B";
  return {
    layout: draft.layout(),
    places: {
      yearColumn: new Map(columns.flatMap(({ year }, column) => (year === undefined ? [] : [[year, column] as const]))),
      sumColumn,
      amounts: draft.area(firstItem, itemRows, firstYearColumn, yearCount),
      projectAmounts,
      committeeRow,
      totalRow,
    },
  };
}

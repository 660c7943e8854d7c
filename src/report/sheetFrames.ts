import { areaAddress, cellAddress, onSheet } from "./a1";
import { amountWidth, nameWidth } from "./columnWidths";
import { amountCell, SheetDraft, sumOver } from "./sheetDraft";
import type { CellContent, SheetLayout } from "./sheetLayout";
import type { PlanPlaces } from "./sheetPlan";
import type { PlanReport } from "./types";

/** Where things stand on Ramförändringar. */
export interface FramePlaces {
  yearColumn: Map<number, number>;
  sumColumn: number;
  /** The row of a committee's change of frame, by its place in the input. */
  changeRow: Map<number, number>;
  repaymentRow: Map<number, number>;
  totalGrantRow: number;
  totalRepaymentRow: number;
  totalChangeRow: number;
}

const firstYearColumn = 2;

/** Ramförändringar: grants are values, repayments come from Återföringsplan, changes and sums are formulas. */
export function framesSheet(report: PlanReport, plan: PlanPlaces): { layout: SheetLayout; places: FramePlaces } {
  const { columns, rows, notes, title } = report.frames;
  const sumColumn = columns.length - 1;
  const yearCount = sumColumn - firstYearColumn;
  const draft = new SheetDraft(report, "frames", title, columns.length);
  draft.columnWidths = [nameWidth(report.frames, 0), nameWidth(report.frames, 1), ...Array<number>(yearCount + 1).fill(amountWidth(report.frames, report.decimals))];
  draft.addHead(title, notes);
  const headerRow = draft.addHeader(columns);

  const committeeRows = rows.filter(({ committee }) => committee !== undefined);
  const totalRows = rows.filter(({ committee }) => committee === undefined);
  const first = draft.nextRow;
  const yearCells = (cell: (year: number, column: number) => CellContent) =>
    columns.slice(firstYearColumn, sumColumn).map(({ year }, index) => cell(year ?? 0, firstYearColumn + index));
  const change = (row: number) => (_: number, column: number) => ({ formula: `=${cellAddress(row - 2, column)}-${cellAddress(row - 1, column)}` });
  const rowSum = (row: number) => sumOver(draft.area(row, 1, firstYearColumn, yearCount));

  const changeRow = new Map<number, number>();
  const repaymentRow = new Map<number, number>();
  for (const { role, committee = -1, cells } of committeeRows) {
    const row = draft.nextRow;
    const [name = "", item = ""] = cells;
    if (role === "grant") draft.add(name, item, ...cells.slice(firstYearColumn, sumColumn).map(amountCell), rowSum(row));
    if (role === "repayment") {
      const source = plan.committeeRow.get(committee);
      const linked = yearCells((year) => {
        const column = plan.yearColumn.get(year);
        return source === undefined || column === undefined ? 0 : { formula: `=${onSheet("plan", cellAddress(source, column))}` };
      });
      draft.add(name, item, ...linked, rowSum(row));
      repaymentRow.set(committee, row);
    }
    if (role === "change") {
      draft.add(name, item, ...yearCells(change(row)), rowSum(row));
      draft.style("strong", draft.area(row, 1, 1));
      changeRow.set(committee, row);
    }
  }
  draft.style("rows", draft.area(first, committeeRows.length));
  draft.names(draft.area(first, committeeRows.length, 0, firstYearColumn));

  const items = draft.area(first, committeeRows.length, 1, 1);
  const firstTotal = draft.nextRow;
  for (const { role, cells } of totalRows) {
    const row = draft.nextRow;
    const matching = `(${areaAddress(items, "both")}=${cellAddress(row, 1, "column")})*1`;
    const summed = yearCells((_, column) =>
      committeeRows.length === 0 ? 0 : { formula: `=SUMPRODUCT(${matching},${areaAddress(draft.area(first, committeeRows.length, column, 1), "row")})` },
    );
    draft.add(cells[0] ?? "", cells[1] ?? "", ...(role === "change" ? yearCells(change(row)) : summed), rowSum(row));
  }
  draft.style("total", draft.area(firstTotal, totalRows.length));
  draft.amounts(draft.area(first, draft.nextRow - first, firstYearColumn));
  draft.frozen = { rows: first, columns: firstYearColumn };
  draft.titleRows = `$${headerRow + 1}:$${headerRow + 1}`;
  draft.titleColumns = "$A:$B";
  return {
    layout: draft.layout(),
    places: {
      yearColumn: new Map(columns.flatMap(({ year }, column) => (year === undefined ? [] : [[year, column] as const]))),
      sumColumn,
      changeRow,
      repaymentRow,
      totalGrantRow: firstTotal,
      totalRepaymentRow: firstTotal + 1,
      totalChangeRow: firstTotal + 2,
    },
  };
}

import type { Language } from "../../i18n";
import type { AmountUnit } from "../../i18n/format";
import type { AmountRow, DecimalText, Diagnostic, PlanInput } from "../../planning/types";
import type { CellValue } from "../amountText";
import { fromKronor } from "../amountUnits";
import { cellOf } from "../reading/cellBlock";
import type { PlacedReading, RecordTable } from "../reading/readWorkbook";
import { unitOfRecords } from "../reading/records";
import { RecordEdit, type RowValues } from "../rules/recordEdit";
import { recordOf, type TableWork } from "../rules/writeRules";
import { planTables } from "../template/addTables";
import { displayNames } from "../template/fillTemplate";
import { decimalCell } from "../template/ruleCells";
import { historyProblem } from "./problems";

/** A project's year at a committee. */
export type ReportedCell = Pick<AmountRow, "project" | "committee" | "year">;

/** What a cell is to say: in the row that is there, or in a new one. */
export interface RowChange extends ReportedCell {
  amount: DecimalText;
  /** Status, source and date, in the language of the table. */
  details: (language: Language) => RowValues;
  /** The row to change, as it was read; undefined for a new one. */
  row: AmountRow | undefined;
}

export const isSameCell = (one: ReportedCell, other: ReportedCell) => one.project === other.project && one.committee === other.committee && one.year === other.year;

/** What sentences call the cell. */
export function cellFacts({ project, committee, year }: ReportedCell, { projects, committees }: PlanInput): Record<"project" | "committee", string> & { year: number } {
  const name = (items: { id: string; name: string }[], id: string) => items.find((one) => one.id === id)?.name ?? id;
  return { project: name(projects, project), committee: name(committees, committee), year };
}

/** The changes in the table of outcomes or of bookings, which is made when it is missing. */
export function reportedWork(placed: PlacedReading, key: "outcomes" | "booked", changes: readonly RowChange[], after: PlanInput, language: Language): TableWork | Diagnostic {
  const { input } = placed.reading;
  const record = recordOf(placed, key);
  const outside = changes.find(({ row }) => row !== undefined && rowOf(record, row) === undefined);
  if (outside) return historyProblem("otherTable", { ...cellFacts(outside, input), cell: outside.row?.cell ?? "" }, language);
  if (!record) return { edits: [], plans: planTables(placed, [key], after, language) };
  const edit = new RecordEdit(record);
  const unit = unitOf(placed, key, record);
  for (const { project, committee, year, amount, details, row } of changes) {
    const values: RowValues = { amount: decimalCell(fromKronor(amount, unit)), ...details(edit.language(language)) };
    const at = row && rowOf(record, row);
    if (at !== undefined) edit.set(at, values);
    else edit.add({ project: displayNames(input.projects)(project), committee: displayNames(input.committees)(committee), year: year as CellValue, ...values });
  }
  return { edits: [edit], plans: [] };
}

/** The row of the table that an amount was read from. */
function rowOf(record: RecordTable | undefined, { cell }: AmountRow): number | undefined {
  const column = record?.place.columns.get("amount");
  if (!record || column === undefined) return undefined;
  const { block, place } = record;
  for (let row = place.headerRow + 1; row < block.values.length; row += 1) if (cellOf(block, row, column) === cell) return row;
  return undefined;
}

/** The unit that the table's amounts were read in. */
function unitOf({ reading }: PlacedReading, key: "outcomes" | "booked", { block, place }: RecordTable): AmountUnit {
  const sheet = cellOf(block, 0, 0).replace(/![^!]*$/, "!");
  return reading.tables.find(({ kind, where }) => kind === key && where.startsWith(sheet))?.unit ?? unitOfRecords(block, place.headerRow);
}

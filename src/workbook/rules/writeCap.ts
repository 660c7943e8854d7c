import type { Language } from "../../i18n";
import type { CellReference, DecimalText, Diagnostic, PlanInput, YearlyCap } from "../../planning/types";
import { fromKronor } from "../amountUnits";
import { cellOf } from "../reading/cellBlock";
import type { PlacedReading, RecordTable } from "../reading/readWorkbook";
import { unitOfRecords } from "../reading/records";
import { planTables } from "../template/addTables";
import { displayNames } from "../template/fillTemplate";
import { decimalCell } from "../template/ruleCells";
import { sameName } from "./changes";
import { RecordEdit, type RowValues } from "./recordEdit";
import { recordOf, ruleProblem, writeTables, type TableWork } from "./writeRules";

/** A cap to write. */
export interface CapChange {
  /** The committee's id. */
  committee: string;
  /** All years when left out. */
  year?: number;
  /** kr; either this or a part of the committee's frame, 0–1. */
  amount?: DecimalText;
  shareOfFrame?: DecimalText;
  /** The cell of the cap that this one takes the place of. */
  cell?: CellReference;
}

/**
 * Writes a cap in the table of caps, which is made when it is missing: in place of the one at `cell`, else of the one
 * for the same committee and year, else on a row of its own. Three syncs. Null when it is done, else why not.
 */
export function writeCap(context: Excel.RequestContext, { language, ...cap }: CapChange & { language: Language }): Promise<Diagnostic | null> {
  return writeTables(context, language, (placed) => capWork(placed, cap, language));
}

function capWork(placed: PlacedReading, cap: CapChange, language: Language): TableWork | Diagnostic {
  const { input } = placed.reading;
  const { committee, year, amount, shareOfFrame, cell } = cap;
  if (!input.committees.some(({ id }) => id === committee)) return ruleProblem("committeeGone", { committee }, language);
  const record = recordOf(placed, "caps");
  if (!record) {
    if (cell !== undefined) return ruleProblem("capGone", { cell }, language);
    const added: YearlyCap = { committee, ...(year === undefined ? {} : { year }), ...(amount === undefined ? {} : { amount }), ...(shareOfFrame === undefined ? {} : { shareOfFrame }) };
    return { edits: [], plans: planTables(placed, ["caps"], { ...input, caps: [...(input.caps ?? []), added] }, language) };
  }
  const edit = new RecordEdit(record);
  const row = cell === undefined ? sameCap(edit, cap, input) : rowAt(edit, record, cell);
  if (cell !== undefined && row === undefined) return ruleProblem("capGone", { cell }, language);
  const unit = unitOfRecords(record.block, record.place.headerRow);
  const values: RowValues = {
    committee: displayNames(input.committees)(committee),
    capYear: year ?? "",
    capAmount: amount === undefined ? "" : decimalCell(fromKronor(amount, unit)),
    capShare: shareOfFrame === undefined ? "" : decimalCell(shareOfFrame),
  };
  if (row === undefined) edit.add(values);
  else edit.set(row, values);
  return { edits: [edit], plans: [] };
}

/** Empties the row of a cap; blank rows are passed over when the table is read. */
export function removeCap(context: Excel.RequestContext, { cell, language }: { cell: CellReference; language: Language }): Promise<Diagnostic | null> {
  return writeTables(context, language, (placed) => {
    const record = recordOf(placed, "caps");
    const edit = record && new RecordEdit(record);
    const row = record && edit && rowAt(edit, record, cell);
    if (!edit || row === undefined) return ruleProblem("capGone", { cell }, language);
    edit.set(row, { committee: "", capYear: "", capAmount: "", capShare: "" });
    return { edits: [edit], plans: [] };
  });
}

function rowAt(edit: RecordEdit, { block, place }: RecordTable, cell: CellReference): number | undefined {
  const column = place.columns.get("committee");
  return column === undefined ? undefined : edit.rows().find((row) => cellOf(block, row, column) === cell && edit.text(row, "committee") !== "");
}

function sameCap(edit: RecordEdit, { committee, year }: CapChange, input: PlanInput): number | undefined {
  const names = input.committees.filter(({ id }) => id === committee).flatMap(({ id, name }) => [id, name]);
  return edit.rows().find((row) => names.some((name) => sameName(name, edit.text(row, "committee"))) && edit.text(row, "capYear") === String(year ?? ""));
}

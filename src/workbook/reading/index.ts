export { readWorkbook, type ReadOptions, type WorkbookReading } from "./readWorkbook";
export { understandAmounts, type FoundColumn, type UnderstandOptions, type UnderstoodAmounts } from "./understandAmounts";
export type { ColumnRole, RangeCorrection } from "./correction";
export type { RangeKind } from "./rangeNames";
export type { CellBlock } from "./cellBlock";
export type { ReadTable } from "./collected";
export type { Interpretation, LeftOut } from "./findings";
export type { AmountKind } from "./words";

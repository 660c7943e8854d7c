export { readWorkbook, type ReadOptions, type WorkbookReading } from "./readWorkbook";
export { understandAmounts, type FoundColumn, type UnderstandOptions, type UnderstoodAmounts } from "./understandAmounts";
export type { CellBlock } from "./cellBlock";
export type { ReadTable } from "./collected";
export type { Interpretation, LeftOut } from "./findings";
export type { AmountKind } from "./words";

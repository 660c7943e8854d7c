/** A plan as a document, and the document as sheets. */
export { fingerprintBytes, fingerprintOf, sha256, utf8Of } from "./fingerprint";
export { inputRecord } from "./inputRecord";
export { planOverview, type PlanOverview } from "./overview";
export { planReport, planReportWork } from "./planReport";
export { planSheets } from "./planSheets";
export { recordArea, recordIn } from "./recordCells";
export { whatChanged } from "./whatChanged";
export { areaAddress, withSheetNames } from "./a1";
export { accent, sheetStyles, type SheetStyle } from "./sheetStyles";
export { documentSheets, sheetKinds, type CellContent, type SheetArea, type SheetChart, type SheetDocument, type SheetKind, type SheetLayout } from "./sheetLayout";
export type { PlanReport, ReadSource, ReportOptions, ReportTable, ReportText } from "./types";

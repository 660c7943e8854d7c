import { translator, type Language } from "../i18n";
import type { Diagnostic } from "../planning/types";

/** What went wrong, as far as a user can do something about it. */
export type ExcelFailure =
  | "cellEditing"
  | "sheetProtected"
  | "structureProtected"
  | "readOnly"
  | "tooMuch"
  | "connectionLost"
  | "noAnswer"
  | "activityLimit"
  | "sheetGone"
  | "tooOld"
  | "noCellsSelected"
  | "cellNotEmpty"
  | "cellIsText"
  | "unknown";

const failures: Record<string, ExcelFailure> = {
  InvalidOperationInCellEditMode: "cellEditing",
  CellEditMode: "cellEditing",
  AccessDenied: "sheetProtected",
  RequestPayloadSizeLimitExceeded: "tooMuch",
  ResponsePayloadSizeLimitExceeded: "tooMuch",
  OperationCellsExceedLimit: "tooMuch",
  RangeExceedsLimit: "tooMuch",
  ConnectionFailure: "connectionLost",
  RequestAborted: "connectionLost",
  InactiveWorkbook: "connectionLost",
  NoAnswer: "noAnswer",
  ActivityLimitReached: "activityLimit",
  TooManyRequests: "activityLimit",
  InvalidSelection: "noCellsSelected",
  ItemNotFound: "sheetGone",
  InvalidReference: "sheetGone",
  ApiNotFound: "tooOld",
  ApiNotAvailable: "tooOld",
  UnsupportedFeature: "tooOld",
};

interface CodedError {
  code?: unknown;
}

/** The code of a failed call to Excel, "" when it carries none. */
export function excelErrorCode(error: unknown): string {
  const code = typeof error === "object" && error !== null ? (error as CodedError).code : undefined;
  return typeof code === "string" ? code : "";
}

/** Sorts a failed call to Excel by what the user can do about it. */
export function excelFailure(error: unknown): ExcelFailure {
  return failures[excelErrorCode(error)] ?? "unknown";
}

/**
 * A failed call to Excel as a diagnostic: a sentence that says what happened and what to do.
 * An unknown failure carries Excel's own code and message, so that it can be reported.
 */
export function excelDiagnostic(error: unknown, language: Language): Diagnostic {
  const code = excelErrorCode(error);
  const text = error instanceof Error ? error.message : String(error);
  return failureDiagnostic(excelFailure(error), language, code === "" ? text : `${code}: ${text}`);
}

/**
 * As `excelDiagnostic`, when something was to be written. Excel says the same (AccessDenied) of a protected sheet and of
 * a workbook that is open as read-only, in words of its own language: so it is asked which. One sync, if that. It is not
 * asked before: on a desktop a read-only workbook can be written in, and saved under another name.
 */
export async function refusalDiagnostic(context: Excel.RequestContext, error: unknown, language: Language): Promise<Diagnostic> {
  if (excelFailure(error) === "sheetProtected" && (await isReadOnly(context))) return failureDiagnostic("readOnly", language);
  return excelDiagnostic(error, language);
}

async function isReadOnly({ workbook }: Excel.RequestContext): Promise<boolean> {
  try {
    workbook.load("readOnly");
    await workbook.context.sync();
    return workbook.readOnly;
  } catch {
    return false;
  }
}

/**
 * A failure that also says what became of what had been begun: where something may be left, else, when nobody could see
 * what Excel did, that it is undone.
 */
export function withUndoing(failure: Diagnostic, left: readonly string[], language: Language): Diagnostic {
  const text = translator(language);
  if (left.length > 0) return { ...failure, message: `${failure.message} ${text("template:problems.leftBehind", { sheets: left.join(", ") })}` };
  return failure.code === "excel.noAnswer" ? { ...failure, message: `${failure.message} ${text("template:problems.undone")}` } : failure;
}

/** The diagnostic of a failure that was foreseen, before Excel refused; the detail may be the cell. */
export function failureDiagnostic(failure: ExcelFailure, language: Language, detail = ""): Diagnostic {
  return { code: `excel.${failure}`, severity: "error", message: translator(language)(`excel:${failure}`, { detail }), values: { detail } };
}

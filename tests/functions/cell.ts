import { readFileSync } from "node:fs";

/** Loads Microsoft's own runtime into the page, so that the errors are the ones that Excel gets. */
export function loadRuntime(): void {
  document.head.innerHTML = '<script src="https://localhost/custom-functions-runtime.debug.js"></script>'; // it looks for its own tag
  window.eval(readFileSync(require.resolve("@microsoft/office-js/dist/custom-functions-runtime.debug.js"), "utf8"));
}

/** What the cells would show: the values, or the error with its sentence. */
export function shown<Answer>(implementation: (...passed: unknown[]) => Answer, ...passed: unknown[]): Answer | string {
  try {
    return implementation(...passed);
  } catch (error) {
    if (!(error instanceof CustomFunctions.Error)) throw error;
    return `${String(error.code)} ${error.message ?? ""}`;
  }
}

/** How many rows a sheet has. */
export const sheetRows = 1_048_576;

/** A whole column with a few cells filled, counted from 0; the others are blank. */
export function wholeColumn(filled: Record<number, number>): unknown[][] {
  const blank = [null];
  const column: unknown[][] = Array.from({ length: sheetRows }, () => blank);
  for (const [row, value] of Object.entries(filled)) column[Number(row)] = [value];
  return column;
}

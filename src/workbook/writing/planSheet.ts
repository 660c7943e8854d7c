import { markerName } from "./marker";
import { hasWorkName } from "./sheetNames";

/**
 * Whether a sheet is a plan's: written by the add-in, being written, or on its way out.
 * @param names the sheet's own names; such a name may come with its sheet before it: `Kontroll!Aterforing_blad`
 */
export function isPlanSheet(sheet: string, names: readonly string[]): boolean {
  return names.some((name) => name.slice(name.lastIndexOf("!") + 1) === markerName) || hasWorkName(sheet, "temporary");
}

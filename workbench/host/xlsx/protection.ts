import { hashSheetPassword } from "hucre/xlsx";
import type { Sheet } from "../model";
import { flag, xmlElement, type XmlElement } from "./xml";

type Protection = Pick<Sheet, "protected" | "protectionOptions" | "protectionPassword">;

/** What the API's options allow, and the file's attribute that says the opposite: "0" allows. */
const allowed = {
  allowFormatCells: "formatCells", allowFormatColumns: "formatColumns", allowFormatRows: "formatRows", allowInsertColumns: "insertColumns",
  allowInsertRows: "insertRows", allowInsertHyperlinks: "insertHyperlinks", allowDeleteColumns: "deleteColumns", allowDeleteRows: "deleteRows",
  allowSort: "sort", allowAutoFilter: "autoFilter", allowPivotTables: "pivotTables",
};
/** These the file locks only when it says so. */
const locked = { allowEditObjects: "objects", allowEditScenarios: "scenarios" };

/** A `<sheetProtection>`; its password can't be read back, it stays in the file. */
export function readProtection(element: XmlElement | undefined): Protection {
  const attributes = element?.attributes ?? {};
  if (!flag(attributes["sheet"])) return { protected: false };
  const options: Record<string, unknown> = {};
  for (const [option, attribute] of Object.entries(allowed)) if (!flag(attributes[attribute], true)) options[option] = true;
  for (const [option, attribute] of Object.entries(locked)) if (!flag(attributes[attribute])) options[option] = true;
  if (flag(attributes["selectUnlockedCells"])) options["selectionMode"] = "None";
  else if (flag(attributes["selectLockedCells"])) options["selectionMode"] = "Unlocked";
  return Object.keys(options).length > 0 ? { protected: true, protectionOptions: options } : { protected: true };
}

/** The `<sheetProtection>` for the sheet; undefined when it stays. */
export function protectionXml(before: Protection, sheet: Protection): string | undefined {
  const options = (of: Protection) => JSON.stringify(Object.entries(of.protectionOptions ?? {}).filter(([, value]) => value && value !== "Normal").sort());
  const password = sheet.protectionPassword;
  if (before.protected === sheet.protected && (!sheet.protected || (options(before) === options(sheet) && password === undefined))) return undefined;
  if (!sheet.protected) return "";
  const given = sheet.protectionOptions ?? {};
  const mode = given["selectionMode"];
  return xmlElement("sheetProtection", {
    password: password === undefined ? undefined : hashSheetPassword(password),
    sheet: true,
    ...Object.fromEntries(Object.entries(locked).map(([option, attribute]) => [attribute, given[option] ? undefined : true])),
    ...Object.fromEntries(Object.entries(allowed).map(([option, attribute]) => [attribute, given[option] ? false : undefined])),
    selectLockedCells: mode === "Unlocked" || mode === "None" ? true : undefined,
    selectUnlockedCells: mode === "None" ? true : undefined,
  });
}

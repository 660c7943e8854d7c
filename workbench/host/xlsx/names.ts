import { quoteSheet } from "../address";
import type { DefinedName, PageLayout, Sheet, Workbook } from "../model";
import { formulaForFile, formulaFromFile } from "./formulas";
import { sectionElement } from "./package";
import { escapeText, flag, raw, rewritten, xmlElement, type XmlElement } from "./xml";

const titles = "_xlnm.Print_Titles";
const area = "_xlnm.Print_Area";

type Print = Pick<PageLayout, "printTitleRows" | "printTitleColumns" | "printArea">;

/** A workbook's names: its own, and each sheet's own by the sheet's place in the file. */
export interface Names {
  workbook: DefinedName[];
  sheets: Map<number, { names: DefinedName[]; print: Print }>;
}

/** Reads a `<definedNames>`. */
export function readNames(section: string): Names {
  const names: Names = { workbook: [], sheets: new Map() };
  for (const element of sectionElement(section)?.children ?? []) {
    const { name = "", localSheetId, hidden, comment } = element.attributes;
    const scope = localSheetId === undefined ? undefined : Number(localSheetId);
    const sheet = scope === undefined ? undefined : (names.sheets.get(scope) ?? { names: [], print: {} });
    if (sheet && scope !== undefined) names.sheets.set(scope, sheet);
    if (name.startsWith("_xlnm.")) {
      if (sheet) Object.assign(sheet.print, printOf(name, element.text));
      continue;
    }
    const defined: DefinedName = { name, formula: formulaFromFile(element.text), visible: !flag(hidden) };
    if (comment !== undefined) defined.comment = comment;
    (sheet?.names ?? names.workbook).push(defined);
  }
  return names;
}

/** The addresses of a print name without their sheet. */
function printOf(name: string, text: string): Print {
  const addresses = (text.match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? []).map((part) => part.slice(part.lastIndexOf("!") + 1).trim());
  if (addresses.some((address) => address.startsWith("#"))) return {};
  if (name === area) return { printArea: addresses.join(",") };
  if (name !== titles) return {};
  const print: Print = {};
  for (const address of addresses) {
    if (/^\$?\d+:\$?\d+$/.test(address)) print.printTitleRows = address;
    else print.printTitleColumns = address;
  }
  return print;
}

/** An address as names have it: every part with its sheet and dollar signs. */
function absolute(sheet: string, address: string): string {
  return address
    .split(",")
    .map((part) => `${quoteSheet(sheet)}!${part.slice(part.lastIndexOf("!") + 1).replaceAll("$", "").toUpperCase().replace(/[A-Z]+|\d+/g, "$$$&")}`)
    .join(",");
}

function printNames({ name, page }: Sheet): { name: string; text: string }[] {
  const both = [page.printTitleColumns, page.printTitleRows].flatMap((address) => (address ? [absolute(name, address)] : []));
  return [...(page.printArea ? [{ name: area, text: absolute(name, page.printArea) }] : []), ...(both.length > 0 ? [{ name: titles, text: both.join(",") }] : [])];
}

/** Does the sheet print what it printed? */
function samePrint(before: Print, { name, page }: Sheet): boolean {
  const text = (print: Print) => [print.printArea, print.printTitleColumns, print.printTitleRows].map((address) => (address ? absolute(name, address) : "")).join(";");
  return text(before) === text(page);
}

/**
 * The `<definedNames>` for the workbook. `before` has the sheets by their place in the file that was opened,
 * `places` their places in the file to be written. Names that have not changed are copied, among them those
 * that the model leaves out (a filter's range).
 */
export function namesXml(section: string, before: (Sheet | undefined)[], renamed: Set<Sheet>, places: Map<Sheet, number>, others: Map<number, number>, workbook: Workbook): string {
  const old = readNames(section);
  const root = sectionElement(section);
  const kept = new Set<DefinedName>();
  const keptPrint = new Set<Sheet>();
  const parts: string[] = [];
  for (const element of root?.children ?? []) {
    const scope = element.attributes["localSheetId"];
    const sheet = scope === undefined ? undefined : before[Number(scope)];
    const place = scope === undefined ? undefined : sheet ? places.get(sheet) : others.get(Number(scope));
    if (scope !== undefined && place === undefined) continue;
    const name = element.attributes["name"] ?? "";
    if (sheet && (name === area || name === titles)) {
      if (renamed.has(sheet) || !samePrint(old.sheets.get(Number(scope))?.print ?? {}, sheet)) continue;
      keptPrint.add(sheet);
    } else if (name.startsWith("_xlnm.") && sheet && renamed.has(sheet)) continue;
    else if (!name.startsWith("_xlnm.") && (sheet || scope === undefined)) {
      const now = (sheet?.names ?? workbook.names).find((candidate) => sameName(element, candidate));
      if (!now) continue;
      kept.add(now);
    }
    parts.push(place === undefined || String(place) === scope ? raw(section, element) : rewritten(section, element, { localSheetId: place }));
  }
  const add = ({ name, formula, visible, comment }: DefinedName, localSheetId?: number) =>
    parts.push(xmlElement("definedName", { name, comment, localSheetId, hidden: visible ? undefined : true }, escapeText(formulaForFile(formula))));
  for (const name of workbook.names) if (!kept.has(name)) add(name);
  for (const [sheet, place] of places) {
    for (const name of sheet.names) if (!kept.has(name)) add(name, place);
    if (!keptPrint.has(sheet)) for (const { name, text } of printNames(sheet)) parts.push(xmlElement("definedName", { name, localSheetId: place }, escapeText(text)));
  }
  if (parts.length === 0) return "";
  const content = parts.join("");
  if (!root) return xmlElement("definedNames", {}, content);
  return content === section.slice(root.contentStart, root.contentEnd).trim() ? section : rewritten(section, root, {}, content);
}

function sameName(element: XmlElement, now: DefinedName): boolean {
  const { name, hidden, comment } = element.attributes;
  return name === now.name && !flag(hidden) === now.visible && (comment ?? undefined) === now.comment && formulaFromFile(element.text) === now.formula;
}

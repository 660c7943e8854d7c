import type { Validation } from "../model";
import { areaAddress, parseArea } from "./address";
import { formulaForFile, formulaFromFile } from "./formulas";
import { sectionElement, type Sections } from "./package";
import { child, childrenOf, decodeText, descendants, encodeText, escapeText, flag, raw, rewritten, spliced, xmlElement, type XmlElement } from "./xml";

/** The API's word for a rule, and the file's. */
const kinds = { wholeNumber: "whole", decimal: "decimal", date: "date", time: "time", textLength: "textLength", custom: "custom", list: "list" };
const operators: Record<string, string> = {
  between: "Between", notBetween: "NotBetween", equal: "EqualTo", notEqual: "NotEqualTo", greaterThan: "GreaterThan", lessThan: "LessThan",
  greaterThanOrEqual: "GreaterThanOrEqualTo", lessThanOrEqual: "LessThanOrEqualTo",
};
const styles: Record<string, string> = { stop: "Stop", warning: "Warning", information: "Information" };

/** Excel takes a file with longer ones for damaged. */
const longestTitle = 32;
const longestMessage = 255;

interface Placed {
  element: XmlElement;
  validations: Validation[];
}

/** The drop-downs and rules of a sheet; those that Excel keeps in its extension list too. */
export function readValidations(sections: Sections): Validation[] {
  return ["dataValidations", "extLst"].flatMap((name) => placed(sectionElement(sections.get(name)))).flatMap(({ validations }) => validations);
}

function placed(root: XmlElement | undefined): Placed[] {
  return descendants(root, "dataValidation").map((element) => ({ element, validations: readElement(element) }));
}

function readElement(element: XmlElement): Validation[] {
  const rule = readRule(element);
  const { sqref = child(element, "sqref")?.text ?? "" } = element.attributes;
  if (!rule) return [];
  const { promptTitle, prompt, errorTitle, error, showInputMessage, showErrorMessage, allowBlank, errorStyle = "stop" } = element.attributes;
  const common: Omit<Validation, "area"> = { rule };
  if (!flag(allowBlank)) common.ignoreBlanks = false;
  if (promptTitle !== undefined || prompt !== undefined) {
    common.prompt = { title: decodeText(promptTitle ?? ""), message: decodeText(prompt ?? ""), showPrompt: flag(showInputMessage) };
  }
  // A plain "stop" without words is what a rule has by itself.
  if (errorTitle !== undefined || error !== undefined || !flag(showErrorMessage) || errorStyle !== "stop") {
    common.errorAlert = { title: decodeText(errorTitle ?? ""), message: decodeText(error ?? ""), showAlert: flag(showErrorMessage), style: styles[errorStyle] ?? "Stop" };
  }
  return sqref.split(/\s+/).flatMap((address) => {
    const area = parseArea(address);
    return area ? [{ area, ...structuredCloneOf(common) }] : [];
  });
}

function structuredCloneOf(common: Omit<Validation, "area">): Omit<Validation, "area"> {
  return JSON.parse(JSON.stringify(common)) as Omit<Validation, "area">;
}

function readRule(element: XmlElement): Record<string, unknown> | undefined {
  const { type = "none", operator = "between", showDropDown } = element.attributes;
  const formula = (name: string) => {
    const holder = child(element, name);
    return holder && (child(holder, "f")?.text ?? holder.text);
  };
  const [first, second] = [formula("formula1"), formula("formula2")];
  if (type === "list") {
    const literal = first !== undefined && /^"[\s\S]*"$/.test(first);
    const source = literal ? decodeText(first.slice(1, -1).replaceAll('""', '"')) : formulaFromFile(first ?? "");
    // showDropDown="1" hides the arrow: the attribute says the opposite of its name.
    return { list: { inCellDropDown: !flag(showDropDown), source } };
  }
  if (type === "custom") return { custom: { formula: formulaFromFile(first ?? "") } };
  const kind = Object.entries(kinds).find(([, name]) => name === type)?.[0];
  if (kind === undefined) return undefined;
  const rule: Record<string, unknown> = { formula1: operand(first) };
  // LibreOffice writes a second operand where none belongs.
  if (second !== undefined && /between$/i.test(operator)) rule["formula2"] = operand(second);
  rule["operator"] = operators[operator] ?? "Between";
  return { [kind]: rule };
}

function operand(text: string | undefined): number | string {
  const number = Number(text ?? NaN);
  return text !== undefined && text.trim() !== "" && !Number.isNaN(number) ? number : formulaFromFile(text ?? "");
}

/** Writes the rules; those that have not changed are copied as they stand. */
export function writeValidations(sections: Sections, validations: Validation[]): void {
  const wanted = new Map<string, Validation>();
  for (const validation of validations) wanted.set(key(validation), validation);
  const here = keepers(sections, "dataValidations", wanted);
  const extended = keepers(sections, "extLst", wanted);
  const added = [...wanted.values()].map(elementXml).filter((xml) => xml !== "");
  if (here.gone.length > 0 || added.length > 0) {
    const count = here.kept.length + added.length;
    const content = here.kept.map((element) => raw(here.xml, element)).join("") + added.join("");
    sections.set("dataValidations", count === 0 ? "" : here.root ? rewritten(here.xml, here.root, { count }, content) : xmlElement("dataValidations", { count }, content));
  }
  if (extended.gone.length > 0) writeExtensions(sections, extended);
}

/** An extension without rules goes as a whole: an empty list is no valid one. */
function writeExtensions(sections: Sections, { xml, root, gone }: ReturnType<typeof keepers>): void {
  const dropped = childrenOf(root, "ext").flatMap((extension) => {
    const rules = descendants(extension, "dataValidation");
    if (rules.length === 0) return [];
    const left = rules.filter((rule) => !gone.includes(rule));
    if (left.length === 0) return [{ start: extension.start, end: extension.end, text: "" }];
    const list = descendants(extension, "dataValidations")[0];
    return list ? [{ start: list.start, end: list.end, text: rewritten(xml, list, { count: left.length }, left.map((rule) => raw(xml, rule)).join("")) }] : [];
  });
  const result = spliced(xml, dropped);
  sections.set("extLst", sectionElement(result)?.children.length ? result : "");
}

/** Takes the rules that stand in the section from `wanted`, whole elements only. */
function keepers(sections: Sections, name: string, wanted: Map<string, Validation>) {
  const xml = sections.get(name);
  const root = sectionElement(xml);
  const [kept, gone]: [XmlElement[], XmlElement[]] = [[], []];
  for (const { element, validations } of placed(root)) {
    const keys = validations.map(key);
    // What we can't read (a kind of rule without a name) stays.
    if (keys.every((each) => wanted.has(each))) {
      kept.push(element);
      keys.forEach((each) => wanted.delete(each));
    } else gone.push(element);
  }
  return { xml, root, kept, gone };
}

function key({ area, rule, ignoreBlanks = true, prompt, errorAlert }: Validation): string {
  return JSON.stringify([areaAddress(area), rule, ignoreBlanks, prompt ?? null, errorAlert ?? null]);
}

function elementXml({ area, rule, ignoreBlanks, prompt, errorAlert }: Validation): string {
  const [kind, content] = (Object.entries(rule).find(([name, value]) => name in kinds && value) ?? []) as [keyof typeof kinds | undefined, Record<string, unknown> | undefined];
  if (!kind || !content) return "";
  const operator = Object.entries(operators).find(([, name]) => name === content["operator"])?.[0];
  const style = Object.entries(styles).find(([, name]) => name === errorAlert?.style)?.[0];
  const plainRule = kind !== "list" && kind !== "custom";
  const attributes = {
    type: kinds[kind],
    errorStyle: style === "stop" ? undefined : style,
    operator: plainRule && operator !== "between" ? operator : undefined,
    allowBlank: ignoreBlanks === false ? undefined : true,
    showDropDown: kind === "list" && content["inCellDropDown"] === false ? true : undefined,
    showInputMessage: prompt?.showPrompt === false ? undefined : true,
    showErrorMessage: errorAlert?.showAlert === false ? undefined : true,
    errorTitle: errorAlert && encodeText(errorAlert.title.slice(0, longestTitle)),
    error: errorAlert && encodeText(errorAlert.message.slice(0, longestMessage)),
    promptTitle: prompt && encodeText(prompt.title.slice(0, longestTitle)),
    prompt: prompt && encodeText(prompt.message.slice(0, longestMessage)),
    sqref: areaAddress(area),
  };
  const formulas = kind === "list" ? [listSource(content["source"])] : kind === "custom" ? [operandText(content["formula"])] : [operandText(content["formula1"]), operandText(content["formula2"])];
  return xmlElement("dataValidation", attributes, formulas.map((text, index) => (text === undefined ? "" : xmlElement(`formula${index + 1}`, {}, escapeText(text)))).join(""));
}

function listSource(source: unknown): string {
  const text = String(source ?? "");
  return text.startsWith("=") ? formulaForFile(text) : `"${encodeText(text).replaceAll('"', '""')}"`;
}

/** A number, a formula, or a date as ISO text, which files have as a day's number. */
function operandText(value: unknown): string | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  const text = String(value);
  if (/^\d{4}-\d\d-\d\d/.test(text)) return String(Date.parse(text.length === 10 ? text : `${text.replace(/Z$/, "")}Z`) / 86400000 + 25569);
  return text.startsWith("=") ? formulaForFile(text) : text;
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { planRepayments, type PlanInput } from "../../../src/planning";
import { annex, type AnnexSource } from "../../../src/report/paper/annex";
import { annexSections, type AnnexChoices } from "../../../src/report/paper/types";
import { wordAnnexBytes } from "../../../src/report/word/wordAnnex";
import { readZip } from "../../../workbench/host/xlsx/zip";

const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const details = { municipality: "Norrköpings kommun", caseNumber: "KS 2026/123", date: "2026-11-21", officer: "Anna Andersson", recipient: "Kommunfullmäktige", decider: "" };
const choices = (over: Partial<AnnexChoices> = {}): AnnexChoices => ({ language: "sv", unit: "kr", form: "frameReduction", sections: annexSections, details, ...over });

/** The input's fingerprint in the papers. */
export const fingerprint = "0123456789abcdef".repeat(4);
const sourceOf = (input: PlanInput): AnnexSource => ({ plan: planRepayments(input), input, options: { madeAt: "2026-11-21", version: "1.0.0", sources: [], fingerprint } });

/** An example's input. */
export const exampleInput = (name: string) => JSON.parse(readFileSync(join(__dirname, `../../planning/examples/${name}.json`), "utf8")) as PlanInput;

/** 12 committees × 30 years of repayment, and names as long as people write them. */
export function large(): PlanInput {
  const committees = Array.from({ length: 12 }, (_, index) => ({ id: `N${index}`, name: `Nämnden för arbetsmarknad och vuxenutbildning ${index + 1}` }));
  const projects = Array.from({ length: 8 }, (_, index) => ({ id: `P${index}`, name: `Projekt ${index + 1}`, rule: { profile: "level" as const, guarantee: "1", window: { from: 2027, years: 30 } } }));
  return {
    committees,
    projects,
    costs: projects.map(({ id }, index) => ({ project: id, committee: `N${index}`, year: 2026, amount: String(12_345_678 + index) })),
    savings: projects.flatMap(({ id }) => committees.map((committee, index) => ({ project: id, committee: committee.id, year: 2027, amount: String(1000 * (index + 1)) }))),
    fund: { openingBalance: "100000000", openingYear: 2026 },
  };
}

/** The showcase, as grants that nobody repays. */
export function ordinaryGrants(): PlanInput {
  const input = exampleInput("norrkoping-2010");
  return { ...input, projects: input.projects.map((project) => ({ ...project, rule: { cap: "0" } })) };
}

/** A paper's Word file, taken apart. */
export async function partsOf(input: PlanInput, over: Partial<AnnexChoices> = {}, committee?: string) {
  const bytes = await wordAnnexBytes(annex(sourceOf(input), choices(over), committee));
  const files = await readZip(bytes);
  const part = (path: string) => new DOMParser().parseFromString(new TextDecoder().decode(files.get(path)), "application/xml");
  return { bytes, paths: [...files.keys()], part, document: part("word/document.xml") };
}

/** Word's elements of a name within another, in order. Walked by hand: jsdom's own lists are made anew at every step of a large paper. */
export function elements(root: Document | Element, name: string): Element[] {
  const found: Element[] = [];
  const walk = (parent: Node) => {
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      if (node.nodeType !== 1) continue;
      const element = node as Element;
      if (element.localName === name && element.namespaceURI === word) found.push(element);
      walk(element);
    }
  };
  walk(root);
  return found;
}
export const valueOf = (element: Element | undefined, name = "val") => element?.getAttributeNS(word, name);
export const textOf = (element: Element) => elements(element, "t").map(({ textContent }) => textContent).join("").replaceAll("\u00a0", " ");
export const styleOf = (paragraph: Element) => valueOf(elements(paragraph, "pStyle")[0]);

/** The tables of the file: their rows as texts. */
export const tablesOf = (document: Document) => elements(document, "tbl").map((table) => elements(table, "tr").map((row) => elements(row, "tc").map(textOf)));

/** A shown amount as a number. */
export const kronor = (text: string | undefined) => Number(text?.replaceAll(/\s/g, "").replace("−", "-").replace(",", "."));

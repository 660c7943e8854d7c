import type { PageLayout } from "../model";
import type { Sections } from "./package";
import { sectionElement } from "./package";
import { child, childrenOf, decodeText, encodeText, escapeText, flag, raw, rewritten, xmlElement, type XmlElement } from "./xml";

type Sides = NonNullable<PageLayout["margins"]>;
type Thirds = NonNullable<PageLayout["header"]>;

/** Paper by the number that files have (ECMA-376 18.3.1.63), in Excel.PaperType's words. */
const papers: Record<string, string> = {
  "1": "Letter", "2": "LetterSmall", "3": "Tabloid", "5": "Legal", "6": "Statement", "7": "Executive", "8": "A3", "9": "A4", "10": "A4Small", "11": "A5",
  "12": "B4", "13": "B5", "14": "Folio",
};
/** Switches, with the section and the attribute that they are. */
const switches = {
  centerHorizontally: ["printOptions", "horizontalCentered"], centerVertically: ["printOptions", "verticalCentered"],
  printGridlines: ["printOptions", "gridLines"], printHeadings: ["printOptions", "headings"], blackAndWhite: ["pageSetup", "blackAndWhite"],
} as const;
/** Points; the model leaves them out. */
const standardMargins: Required<Sides> = { left: 50.4, right: 50.4, top: 54, bottom: 54, header: 21.6, footer: 21.6 };
const sides = ["left", "right", "top", "bottom", "header", "footer"] as const;
/** Points to a millionth and inches finer than that, so that points come back as they were. */
const rounded = (number: number, decimals = 6) => Math.round(number * 10 ** decimals) / 10 ** decimals;

/** The page layout of a sheet, but for print titles and print area: those are names of the workbook. */
export function readPage(sections: Sections): PageLayout {
  const section = (name: string) => sectionElement(sections.get(name));
  const setup = section("pageSetup")?.attributes ?? {};
  const page: PageLayout = { orientation: setup["orientation"] === "landscape" ? "Landscape" : "Portrait" };
  const paper = papers[setup["paperSize"] ?? ""];
  if (paper !== undefined) page.paperSize = paper;
  if (flag(child(section("sheetPr"), "pageSetUpPr")?.attributes["fitToPage"])) {
    const [wide, tall] = [Number(setup["fitToWidth"] ?? 1), Number(setup["fitToHeight"] ?? 1)];
    if (wide > 0) page.fitToWidth = wide;
    if (tall > 0) page.fitToHeight = tall;
  } else if (Number(setup["scale"] ?? 100) !== 100) page.scale = Number(setup["scale"]);
  for (const [key, [name, attribute]] of Object.entries(switches)) {
    if (flag(section(name)?.attributes[attribute])) page[key as keyof typeof switches] = true;
  }
  if (flag(setup["useFirstPageNumber"])) page.firstPageNumber = Number(setup["firstPageNumber"] ?? 1);
  if (setup["pageOrder"] === "overThenDown") page.printOrder = "OverThenDown";
  const breaks = childrenOf(section("rowBreaks"), "brk").flatMap(({ attributes }) => (flag(attributes["man"]) ? [Number(attributes["id"])] : []));
  if (breaks.length > 0) page.rowBreaks = breaks;
  const margins = readMargins(section("pageMargins"));
  if (margins) page.margins = margins;
  const headerFooter = section("headerFooter");
  const header = thirds(decodeText(child(headerFooter, "oddHeader")?.text ?? ""));
  const footer = thirds(decodeText(child(headerFooter, "oddFooter")?.text ?? ""));
  if (header) page.header = header;
  if (footer) page.footer = footer;
  return page;
}

/** Writes what has changed of the page layout; the fitting itself is in `sheetPr`. */
export function writePage(sections: Sections, before: PageLayout, page: PageLayout): void {
  const section = (name: string) => sectionElement(sections.get(name));
  const edit = (name: string, attributes: Parameters<typeof xmlElement>[1]) => sections.set(name, xmlElement(name, { ...section(name)?.attributes, ...attributes }));
  const fitted = page.fitToWidth !== undefined || page.fitToHeight !== undefined;
  const setup = (of: PageLayout) => [of.orientation, of.paperSize, of.fitToWidth, of.fitToHeight, of.scale ?? 100, of.firstPageNumber, of.printOrder ?? "DownThenOver"].join();
  if (setup(before) !== setup(page)) {
    const paper = Object.entries(papers).find(([, name]) => name.toLowerCase() === page.paperSize?.toLowerCase())?.[0];
    edit("pageSetup", {
      ...(before.paperSize !== page.paperSize ? { paperSize: paper } : {}),
      orientation: page.orientation.toLowerCase(),
      fitToWidth: fitted ? (page.fitToWidth ?? 0) : undefined,
      fitToHeight: fitted ? (page.fitToHeight ?? 0) : undefined,
      scale: fitted || page.scale === undefined || page.scale === 100 ? undefined : page.scale,
      firstPageNumber: page.firstPageNumber,
      useFirstPageNumber: page.firstPageNumber === undefined ? undefined : true,
      pageOrder: page.printOrder === "OverThenDown" ? "overThenDown" : undefined,
    });
  }
  for (const [key, [name, attribute]] of Object.entries(switches)) {
    const [was, is] = [before, page].map((layout) => Boolean(layout[key as keyof typeof switches]));
    if (was !== is) edit(name, { [attribute]: is ? true : undefined });
  }
  const { rowBreaks = [] } = page;
  if ((before.rowBreaks ?? []).join() !== rowBreaks.join()) {
    const written = rowBreaks.map((id) => xmlElement("brk", { id, max: 16383, man: true })).join("");
    sections.set("rowBreaks", rowBreaks.length === 0 ? "" : xmlElement("rowBreaks", { count: rowBreaks.length, manualBreakCount: rowBreaks.length }, written));
  }
  const margins = (layout: PageLayout) => sides.map((side) => rounded((layout.margins?.[side] ?? standardMargins[side]) / 72, 9));
  const inches = margins(page);
  if (margins(before).join() !== inches.join()) edit("pageMargins", Object.fromEntries(sides.map((side, index) => [side, inches[index]])));
  const text = (layout: PageLayout) => joined(layout.header) + "\n" + joined(layout.footer);
  if (text(before) !== text(page)) writeHeaderFooter(sections, page);
}

function writeHeaderFooter(sections: Sections, page: PageLayout): void {
  const xml = sections.get("headerFooter");
  const old = sectionElement(xml);
  const part = (name: string, value: Thirds | undefined) => (joined(value) === "" ? "" : xmlElement(name, {}, escapeText(encodeText(joined(value)))));
  const rest = (old?.children ?? []).filter(({ name }) => name !== "oddHeader" && name !== "oddFooter").map((element) => raw(xml, element)).join("");
  const content = part("oddHeader", page.header) + part("oddFooter", page.footer) + rest;
  sections.set("headerFooter", content === "" ? "" : old ? rewritten(xml, old, {}, content) : xmlElement("headerFooter", {}, content));
}

function readMargins(element: XmlElement | undefined): Sides | undefined {
  const margins: Sides = {};
  for (const side of sides) {
    const inches = Number(element?.attributes[side] ?? NaN);
    const points = rounded(inches * 72);
    if (!Number.isNaN(inches) && points !== standardMargins[side]) margins[side] = points;
  }
  return Object.keys(margins).length > 0 ? margins : undefined;
}

/** "&LUnderlag&CPlan&RSida &P" as its three parts; undefined when all are empty. */
function thirds(text: string): Thirds | undefined {
  const parts: Thirds = { left: "", center: "", right: "" };
  let current: keyof Thirds = "center";
  // An ampersand and its sign belong together (a font's name too), so that "&&L" is no section.
  for (const [token] of text.matchAll(/&"[^"]*"|&[\s\S]?|[^&]+/g)) {
    const section = ({ "&L": "left", "&C": "center", "&R": "right" } as const)[token.toUpperCase() as "&L" | "&C" | "&R"];
    if (section) current = section;
    else parts[current] += token;
  }
  return parts.left + parts.center + parts.right === "" ? undefined : parts;
}

function joined(parts: Thirds | undefined): string {
  if (!parts) return "";
  return [["&L", parts.left], ["&C", parts.center], ["&R", parts.right]].map(([code, text]) => (text ? `${code}${text}` : "")).join("");
}

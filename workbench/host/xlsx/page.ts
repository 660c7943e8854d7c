import type { PageLayout } from "../model";
import type { Sections } from "./package";
import { sectionElement } from "./package";
import { child, decodeText, encodeText, escapeText, flag, raw, rewritten, xmlElement, type XmlElement } from "./xml";

type Sides = NonNullable<PageLayout["margins"]>;
type Thirds = NonNullable<PageLayout["header"]>;

/** Paper by the number that files have (ECMA-376 18.3.1.63), in Excel.PaperType's words. */
const papers: Record<string, string> = { "1": "Letter", "5": "Legal", "7": "Executive", "8": "A3", "9": "A4", "11": "A5", "12": "B4", "13": "B5" };
/** Points; the model leaves them out. */
const standardMargins: Required<Sides> = { left: 50.4, right: 50.4, top: 54, bottom: 54, header: 21.6, footer: 21.6 };
const sides = ["left", "right", "top", "bottom", "header", "footer"] as const;
/** To a millionth, so that inches and points come back as they were. */
const rounded = (number: number) => Math.round(number * 1e6) / 1e6;

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
  }
  if (flag(section("printOptions")?.attributes["horizontalCentered"])) page.centerHorizontally = true;
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
  if (before.orientation !== page.orientation || before.paperSize !== page.paperSize || before.fitToWidth !== page.fitToWidth || before.fitToHeight !== page.fitToHeight) {
    const paper = Object.entries(papers).find(([, name]) => name.toLowerCase() === page.paperSize?.toLowerCase())?.[0];
    edit("pageSetup", {
      ...(before.paperSize !== page.paperSize ? { paperSize: paper } : {}),
      orientation: page.orientation.toLowerCase(),
      fitToWidth: fitted ? (page.fitToWidth ?? 0) : undefined,
      fitToHeight: fitted ? (page.fitToHeight ?? 0) : undefined,
    });
  }
  if (Boolean(before.centerHorizontally) !== Boolean(page.centerHorizontally)) edit("printOptions", { horizontalCentered: page.centerHorizontally ? true : undefined });
  const margins = (layout: PageLayout) => sides.map((side) => rounded((layout.margins?.[side] ?? standardMargins[side]) / 72));
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

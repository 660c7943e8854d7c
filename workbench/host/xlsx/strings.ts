import { Sections } from "./package";
import { child, childrenOf, decodeText, parseXml, textElement, xmlElement, type XmlElement } from "./xml";

/** Excel's longest cell text. */
const longest = 32767;

/** The text of an `<si>` or `<is>`: plain, or runs of rich text; phonetic hints are no part of it. */
export function stringItem(item: XmlElement | undefined): string {
  const plain = child(item, "t");
  if (plain) return decodeText(plain.text);
  return childrenOf(item, "r").map((run) => decodeText(child(run, "t")?.text ?? "")).join("");
}

/** A workbook's shared strings: read by number, new ones added at the end. */
export class SharedStrings {
  private readonly items: XmlElement[];
  private readonly texts: string[];
  private readonly added: string[] = [];
  private numbers: Map<string, number> | undefined;

  constructor(private readonly xml: string) {
    this.items = childrenOf(parseXml(xml), "si");
    this.texts = this.items.map(stringItem);
  }

  /** The text with that number, "" when the file has none. */
  text(number: number): string {
    return this.texts[number] ?? "";
  }

  /** The number of a text, cut where Excel's cells end. */
  number(text: string): number {
    const cut = text.slice(0, longest);
    // Rich text is no match for a plain one.
    this.numbers ??= new Map(this.items.flatMap((item, index) => (child(item, "t") ? [[this.text(index), index] as const] : [])));
    const known = this.numbers.get(cut);
    if (known !== undefined) return known;
    const number = this.items.length + this.added.length;
    this.numbers.set(cut, number);
    this.added.push(xmlElement("si", {}, textElement(cut)));
    return number;
  }

  get changed(): boolean {
    return this.added.length > 0;
  }

  /** The part with what was added. */
  toString(): string {
    const root = parseXml(this.xml);
    // Elements are added without a prefix, so the main namespace must be the default one: see Sections.
    const sections = new Sections(this.xml, ["si"]);
    const uniqueCount = this.items.length + this.added.length;
    sections.set("si", sections.get("si") + this.added.join(""));
    const xml = sections.toString();
    return xml.replace(/<[^?!][^>]*>/, (opening) => opening.replace(/ (count|uniqueCount)="\d*"/g, "").replace(">", ` count="${Math.max(uniqueCount, Number(root.attributes["count"] ?? 0))}" uniqueCount="${uniqueCount}">`));
  }
}

import { childrenOf, parseXml, raw, spliced, xmlElement, type XmlElement } from "./xml";
import type { ZipEntries } from "./zip";

/** A link from a part to another, or to an address outside the file. */
export interface Relationship {
  id: string;
  /** The last word of its type: "worksheet", "table". */
  kind: string;
  /** A part's path, or an address when external. */
  target: string;
  external: boolean;
}

const contentTypes = "[Content_Types].xml";
const officeRelationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";

/** An Office file as its parts, with their relationships and content types (ECMA-376 part 2). */
export class Package {
  private readonly decoder = new TextDecoder();
  private readonly encoder = new TextEncoder();

  constructor(readonly parts: ZipEntries) {}

  /** The part's path as the file writes it: part names ignore case. */
  find(path: string): string | undefined {
    if (this.parts.has(path)) return path;
    const lower = path.toLowerCase();
    return [...this.parts.keys()].find((candidate) => candidate.toLowerCase() === lower);
  }

  /** A part as text; undefined when it is missing. */
  text(path: string): string | undefined {
    const found = this.find(path);
    const bytes = found === undefined ? undefined : this.parts.get(found);
    if (!bytes) return undefined;
    const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    return utf16 ? new TextDecoder(bytes[0] === 0xff ? "utf-16le" : "utf-16be").decode(bytes) : this.decoder.decode(bytes);
  }

  /** Writes a part; with a content type it is a new one. */
  write(path: string, content: string | Uint8Array, contentType?: string): void {
    this.parts.set(this.find(path) ?? path, typeof content === "string" ? this.encoder.encode(content) : content);
    if (contentType === undefined) return;
    const types = this.text(contentTypes) ?? "";
    const override = xmlElement("Override", { PartName: `/${path}`, ContentType: contentType });
    this.write(contentTypes, types.replace(/<\/(\w+:)?Types>/, `${override}$&`));
  }

  /** Free paths of a numbered kind: `newPath("xl/charts/chart", ".xml")`. */
  newPath(before: string, after: string): string {
    const taken = new Set([...this.parts.keys()].map((path) => path.toLowerCase()));
    for (let number = 1; ; number++) {
      const path = `${before}${number}${after}`;
      if (!taken.has(path.toLowerCase())) return path;
    }
  }

  /** The relationships of a part; of the file itself for "". */
  relationships(path: string): Relationship[] {
    const xml = this.text(relationshipsPath(path));
    if (xml === undefined) return [];
    return childrenOf(parseXml(xml), "Relationship").map(({ attributes }) => {
      const external = attributes["TargetMode"] === "External";
      const target = attributes["Target"] ?? "";
      return { id: attributes["Id"] ?? "", kind: (attributes["Type"] ?? "").split("/").at(-1) ?? "", target: external ? target : this.resolve(path, target), external };
    });
  }

  /** The target of the part's relationship with that id, or of the first of that kind. */
  target(path: string, by: { id?: string | undefined } | { kind: string }): string | undefined {
    return this.relationships(path).find((link) => ("kind" in by ? link.kind === by.kind : link.id === by.id))?.target;
  }

  /** Links a part to another and returns the new relationship's id. */
  link(path: string, kind: string, target: string): string {
    const taken = new Set(this.relationships(path).map((link) => link.id));
    let number = taken.size + 1;
    while (taken.has(`rId${number}`)) number++;
    const id = `rId${number}`;
    const xml = this.text(relationshipsPath(path)) ?? xmlDocument(`<Relationships xmlns="${packageRelationships}"></Relationships>`);
    const link = xmlElement("Relationship", { Id: id, Type: `${officeRelationships}/${kind}`, Target: `/${target}` });
    const root = parseXml(xml);
    const inner = xml.slice(root.contentStart, root.contentEnd);
    this.write(relationshipsPath(path), spliced(xml, [{ start: root.start, end: root.end, text: xmlElement(root.tag, root.attributes, inner + link) }]));
    return id;
  }

  /** Takes a relationship away; what only it led to goes with `removeUnreachable`. */
  unlink(path: string, id: string): void {
    const xml = this.text(relationshipsPath(path));
    if (xml === undefined) return;
    const gone = childrenOf(parseXml(xml), "Relationship").filter((link) => link.attributes["Id"] === id);
    this.write(relationshipsPath(path), spliced(xml, gone.map(({ start, end }) => ({ start, end, text: "" }))));
  }

  /** The parts that relationships lead to, from the file's root on. */
  reachable(): Set<string> {
    const seen = new Set<string>();
    const waiting = [""];
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      for (const { target, external } of this.relationships(path)) {
        const found = external ? undefined : this.find(target);
        if (found === undefined || seen.has(found)) continue;
        seen.add(found);
        waiting.push(found);
      }
    }
    return seen;
  }

  /** Removes the parts of `before` that nothing leads to any more, with their relationships and content types. */
  removeUnreachable(before: Set<string>): void {
    const now = this.reachable();
    const gone = [...before].filter((path) => !now.has(path));
    for (const path of gone) {
      this.parts.delete(path);
      const links = this.find(relationshipsPath(path));
      if (links !== undefined) this.parts.delete(links);
    }
    const types = this.text(contentTypes);
    if (types === undefined || gone.length === 0) return;
    const names = new Set(gone.map((path) => `/${path}`.toLowerCase()));
    const overrides = childrenOf(parseXml(types), "Override").filter((override) => names.has((override.attributes["PartName"] ?? "").toLowerCase()));
    this.write(contentTypes, spliced(types, overrides.map(({ start, end }) => ({ start, end, text: "" }))));
  }

  private resolve(from: string, target: string): string {
    const base = target.startsWith("/") ? [] : from.split("/").slice(0, -1);
    for (const step of target.split("/")) {
      if (step === "..") base.pop();
      else if (step !== "" && step !== ".") base.push(step);
    }
    const plain = base.join("/");
    return this.find(plain) ?? this.find(decodeURI(plain)) ?? plain;
  }
}

function relationshipsPath(path: string): string {
  const slash = path.lastIndexOf("/") + 1;
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
}

/** A document with its declaration. */
export function xmlDocument(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
}

/**
 * A part as the list of its root's children, to be replaced, added in schema order, or removed, with
 * everything else kept as it stands.
 */
export class Sections {
  private readonly items: { name: string; xml: string }[];
  private readonly before: string;
  private readonly after: string;
  private touched = false;
  /** The part as it was, parsed. */
  readonly root: XmlElement;

  constructor(
    readonly xml: string,
    private readonly order: readonly string[],
  ) {
    const root = (this.root = parseXml(xml));
    this.items = root.children.map((element) => ({ name: element.name, xml: raw(xml, element) }));
    // Added elements have no prefix, so the main namespace must be the default one, and r: must be bound.
    const prefix = root.tag.includes(":") ? root.tag.split(":")[0] : undefined;
    const attributes: Record<string, string | undefined> = { ...root.attributes };
    if (prefix !== undefined) attributes["xmlns"] ??= root.attributes[`xmlns:${prefix}`];
    attributes["xmlns:r"] ??= officeRelationships;
    const opening = xmlElement(root.tag, attributes);
    this.before = `${xml.slice(0, root.start)}${opening.slice(0, -2)}>`;
    this.after = `</${root.tag}>${xml.slice(root.end)}`;
  }

  /** Has a section been set to something else? */
  get changed(): boolean {
    return this.touched;
  }

  /** The section's text, "" when it is absent. */
  get(name: string): string {
    return this.items.filter((item) => item.name === name).map((item) => item.xml).join("");
  }

  /** Sets a section; "" removes it. */
  set(name: string, xml: string): void {
    const first = this.items.findIndex((item) => item.name === name);
    if (this.get(name) === xml) return;
    this.touched = true;
    for (let i = this.items.length - 1; i >= 0; i--) if (this.items[i]?.name === name) this.items.splice(i, 1);
    if (xml === "") return;
    const rank = this.order.indexOf(name);
    const later = this.items.findIndex((item) => this.order.indexOf(item.name) > rank);
    const at = first >= 0 ? first : later < 0 ? this.items.length : later;
    this.items.splice(at, 0, { name, xml });
  }

  /** The document; the very text that it was made from when nothing has changed. */
  toString(): string {
    return this.touched ? this.before + this.items.map((item) => item.xml).join("") + this.after : this.xml;
  }
}

/** A section's text as an element, undefined when the section is absent. */
export function sectionElement(xml: string): XmlElement | undefined {
  return xml === "" ? undefined : parseXml(xml);
}

import { XlsxError } from "./failure";

/**
 * An element with its place in the text, so that what we do not know can be copied as it stands and
 * only what we change is written anew.
 */
export interface XmlElement {
  /** With its prefix: "x:row". */
  tag: string;
  /** Without: "row". */
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  /** The text directly inside, decoded. */
  text: string;
  /** From "<" to after the closing ">". */
  start: number;
  end: number;
  /** Between the opening and the closing tag; both are `end` when there is no content. */
  contentStart: number;
  contentEnd: number;
}

const damaged = (what: string) => new XlsxError("damaged", `Filen är skadad (${what}). Öppna den i Excel, spara den på nytt och försök igen.`);

/** Parses a document; returns its root. Document types and their entities are ignored. Throws XlsxError `damaged`. */
export function parseXml(xml: string): XmlElement {
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  let at = xml.indexOf("<");
  while (at >= 0) {
    const next = xml.charCodeAt(at + 1);
    let after: number;
    if (next === 47 /* </ */) {
      const close = xml.indexOf(">", at);
      const element = open.pop();
      if (!element || close < 0 || xml.slice(at + 2, close).trim() !== element.tag) throw damaged("felaktig XML");
      element.contentEnd = at;
      element.end = after = close + 1;
    } else if (next === 33 /* <! */) {
      const cdata = xml.startsWith("<![CDATA[", at);
      const closing = cdata ? "]]>" : xml.startsWith("<!--", at) ? "-->" : ">";
      const close = xml.indexOf(closing, at);
      if (close < 0) throw damaged("felaktig XML");
      const parent = open.at(-1);
      if (cdata && parent) parent.text += xml.slice(at + 9, close);
      after = close + closing.length;
    } else if (next === 63 /* <? */) {
      const close = xml.indexOf("?>", at);
      if (close < 0) throw damaged("felaktig XML");
      after = close + 2;
    } else {
      const element = openElement(xml, at);
      const parent = open.at(-1);
      if (parent) parent.children.push(element);
      else root ??= element;
      after = element.contentStart;
      if (element.end < 0) open.push(element);
    }
    at = xml.indexOf("<", after);
    const parent = open.at(-1);
    if (parent && at > after) parent.text += decodeEntities(xml.slice(after, at));
  }
  if (!root || open.length > 0) throw damaged("felaktig XML");
  return root;
}

/** Reads an opening tag; `end` is -1 while the element is open. */
function openElement(xml: string, start: number): XmlElement {
  let at = start + 1;
  while (at < xml.length && xml.charCodeAt(at) > 32 && xml[at] !== "/" && xml[at] !== ">") at++;
  const tag = xml.slice(start + 1, at);
  const attributes: Record<string, string> = {};
  for (;;) {
    while (xml.charCodeAt(at) <= 32) at++;
    const code = xml.charCodeAt(at);
    if (code === 62 || code === 47 || Number.isNaN(code)) break;
    const equals = xml.indexOf("=", at);
    let quote = equals + 1;
    while (xml.charCodeAt(quote) <= 32) quote++;
    const close = xml.indexOf(xml[quote] ?? "", quote + 1);
    if (equals < 0 || close < 0) throw damaged("felaktig XML");
    attributes[xml.slice(at, equals).trim()] = decodeEntities(xml.slice(quote + 1, close));
    at = close + 1;
  }
  const empty = xml[at] === "/";
  const contentStart = xml.indexOf(">", at) + 1;
  if (contentStart === 0) throw damaged("felaktig XML");
  const name = tag.slice(tag.indexOf(":") + 1);
  return { tag, name, attributes, children: [], text: "", start, end: empty ? contentStart : -1, contentStart, contentEnd: contentStart };
}

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, entity: string) => {
    if (!entity.startsWith("#")) return entities[entity] ?? whole;
    const code = /^#x/i.test(entity) ? parseInt(entity.slice(2), 16) : Number(entity.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** The first child of that name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((candidate) => candidate.name === name);
}

/** The children of that name. */
export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((candidate) => candidate.name === name) ?? [];
}

/** All elements of that name below, in document order. */
export function descendants(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.flatMap((inner) => (inner.name === name ? [inner, ...descendants(inner, name)] : descendants(inner, name))) ?? [];
}

/** An attribute by its local name, whatever the prefix: `r:id`. */
export function prefixed(element: XmlElement, local: string): string | undefined {
  const key = Object.keys(element.attributes).find((name) => name.endsWith(`:${local}`));
  return key === undefined ? undefined : element.attributes[key];
}

/** A boolean attribute as XML Schema has it; `otherwise` when it is absent. */
export function flag(value: string | undefined, otherwise = false): boolean {
  return value === undefined ? otherwise : value === "1" || value === "true" || value === "on";
}

/** Text between tags. What XML can't hold at all becomes U+FFFD. */
export function escapeText(text: string): string {
  return onlyLegal(text).replace(/[&<>]/g, (sign) => (sign === "&" ? "&amp;" : sign === "<" ? "&lt;" : "&gt;"));
}

function escapeAttribute(text: string): string {
  return escapeText(text).replace(/["\t\n\r]/g, (sign) => (sign === '"' ? "&quot;" : `&#${sign.charCodeAt(0)};`));
}

function onlyLegal(text: string): string {
  // eslint's no-control-regex forbids the escapes in a literal.
  return text.replace(/\p{Surrogate}/gu, "\uFFFD").replace(illegal, "\uFFFD");
}
const illegal = new RegExp("[\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\uFFFE\\uFFFF]", "g");
const mustBeEscaped = new RegExp("[\\u0000-\\u0008\\u000B-\\u001F\\uFFFE\\uFFFF]", "g");

export type Attributes = Record<string, string | number | boolean | undefined>;

/** An element as text; attributes that are undefined are left out, true is "1". `content` is XML already. */
export function xmlElement(tag: string, attributes: Attributes = {}, content?: string): string {
  let opening = `<${tag}`;
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    opening += ` ${name}="${escapeAttribute(typeof value === "boolean" ? (value ? "1" : "0") : String(value))}"`;
  }
  return content === undefined || content === "" ? `${opening}/>` : `${opening}>${content}</${tag}>`;
}

/** The element as it stands in `xml`, with some attributes set (undefined: removed) and perhaps other content. */
export function rewritten(xml: string, element: XmlElement, attributes: Attributes, content = xml.slice(element.contentStart, element.contentEnd)): string {
  return xmlElement(element.tag, { ...element.attributes, ...attributes }, content);
}

/** The element's own text, as it stands. */
export function raw(xml: string, element: XmlElement): string {
  return xml.slice(element.start, element.end);
}

/** `xml` with the parts named by their places replaced; the places must not overlap. */
export function spliced(xml: string, changes: { start: number; end: number; text: string }[]): string {
  let result = "";
  let at = 0;
  for (const change of [...changes].sort((a, b) => a.start - b.start)) {
    result += xml.slice(at, change.start) + change.text;
    at = change.end;
  }
  return result + xml.slice(at);
}

/**
 * Text as spreadsheets store it (ST_Xstring): control characters as `_x0001_`, and what looks like such an
 * escape as `_x005F_x0001_`, so that every text comes back as it was.
 */
export function encodeText(text: string): string {
  return text
    .replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_")
    .replace(mustBeEscaped, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`);
}

/** The text that `encodeText` stored. */
export function decodeText(text: string): string {
  return text.includes("_x") ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : text;
}

/** A `<t>` element, its blanks kept. */
export function textElement(text: string): string {
  return xmlElement("t", /^\s|\s$|\n|\t/.test(text) ? { "xml:space": "preserve" } : {}, escapeText(encodeText(text)));
}

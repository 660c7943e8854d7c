import type { Package } from "./package";
import { childrenOf, decodeText, encodeText, prefixed, xmlElement, type XmlElement } from "./xml";

const contentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.customProperty";

/** Worksheet.customProperties: each value is a part of its own, in UTF-16. */
export function readCustomProperties(file: Package, sheetPath: string, section: XmlElement | undefined): Map<string, string> {
  return new Map(
    childrenOf(section, "customPr").map((element) => {
      const part = file.target(sheetPath, { id: prefixed(element, "id") });
      const bytes = part === undefined ? undefined : file.parts.get(part);
      return [decodeText(element.attributes["name"] ?? ""), bytes ? new TextDecoder("utf-16le").decode(bytes) : ""];
    }),
  );
}

/** Writes the properties anew when they have changed, and returns the `<customProperties>`; undefined when it stays. */
export function writeCustomProperties(file: Package, sheetPath: string, section: XmlElement | undefined, properties: Map<string, string>): string | undefined {
  const before = readCustomProperties(file, sheetPath, section);
  if (JSON.stringify([...before]) === JSON.stringify([...properties])) return undefined;
  for (const element of childrenOf(section, "customPr")) file.unlink(sheetPath, prefixed(element, "id") ?? "");
  const elements = [...properties].map(([name, value]) => {
    const path = file.newPath("xl/customProperty", ".bin");
    const bytes = new Uint8Array(value.length * 2);
    const view = new DataView(bytes.buffer);
    for (let i = 0; i < value.length; i++) view.setUint16(i * 2, value.charCodeAt(i), true);
    file.write(path, bytes, contentType);
    return xmlElement("customPr", { name: encodeText(name), "r:id": file.link(sheetPath, "customProperty", path) });
  });
  return elements.length === 0 ? "" : xmlElement("customProperties", {}, elements.join(""));
}

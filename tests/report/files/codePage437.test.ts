import { execFileSync } from "node:child_process";
import { codePage437Bytes, inCodePage437 } from "../../../src/report/files/codePage437";

/** By hand from Unicode's CP437.TXT. */
const known: [string, number][] = [["å", 0x86], ["ä", 0x84], ["ö", 0x94], ["Å", 0x8f], ["Ä", 0x8e], ["Ö", 0x99], ["é", 0x82], ["ü", 0x81], ["Ç", 0x80], ["½", 0xab], ["░", 0xb0], ["α", 0xe0], ["ß", 0xe1], ["°", 0xf8], ["²", 0xfd], ["\u00a0", 0xff]];

test.each(known)("%s has its byte in Unicode's mapping", (character, byte) => {
  expect([...codePage437Bytes(character)]).toEqual([byte]);
});

test("every byte is the character that another implementation reads", () => {
  const all = Uint8Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => byte >= 0x20 && byte !== 0x7f);
  const text = execFileSync("iconv", ["-f", "CP437", "-t", "UTF-8"], { input: all, encoding: "utf8" });
  expect([...text]).toHaveLength(all.length);
  expect(inCodePage437(text)).toBe(text);
  expect([...codePage437Bytes(text)]).toEqual([...all]);
});

test("what the code page lacks gets its nearest likeness, else a question mark", () => {
  expect(inCodePage437("Barn – och “unga” … 12 €")).toBe('Barn - och "unga" ... 12 EUR');
  expect(inCodePage437("Škoda, Bjørn, Łódź, a\u030A")).toBe("Skoda, Björn, ?ódz, å");
  expect(inCodePage437("🚀👩‍👧")).toBe("???");
  expect(inCodePage437("\u202Eעב\u202C")).toBe("??");
});

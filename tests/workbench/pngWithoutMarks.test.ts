import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { crc32, deflateSync, inflateSync } from "node:zlib";
import { pngWithoutMarks } from "../../workbench/pngWithoutMarks";

const MARK = "X".repeat(3);
const images = join(__dirname, "../../docs/images");

/** A PNG's chunks, each with its checksum checked. */
function chunksOf(png: Buffer): { type: string; content: Buffer }[] {
  const chunks = [];
  for (let at = 8; at < png.length; ) {
    const end = at + 8 + png.readUInt32BE(at);
    expect(png.readUInt32BE(end)).toBe(crc32(png.subarray(at + 4, end)));
    chunks.push({ type: png.toString("latin1", at + 4, at + 8), content: png.subarray(at + 8, end) });
    at = end + 4;
  }
  return chunks;
}

const pixelsOf = (png: Buffer) => inflateSync(Buffer.concat(chunksOf(png).filter(({ type }) => type === "IDAT").map(({ content }) => content)));

/** A chunk as the format has it. */
function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), content]);
  const numbers = Buffer.alloc(8);
  numbers.writeUInt32BE(content.length);
  numbers.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([numbers.subarray(0, 4), named, numbers.subarray(4)]);
}

it("takes marks out of a picture's bytes, and changes none of its pixels", () => {
  const pixels = Buffer.from(`0${MARK}1${MARK}${MARK}X2`);
  const png = Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), chunk("IHDR", Buffer.alloc(13)), chunk("IDAT", deflateSync(pixels, { level: 0 })), chunk("IEND", Buffer.alloc(0))]);
  expect(png.includes(MARK)).toBe(true);
  const made = pngWithoutMarks(png);
  expect(made.includes(MARK)).toBe(false);
  expect(pixelsOf(made)).toEqual(pixels);
  expect(chunksOf(made).filter(({ type }) => type !== "IDAT")).toEqual(chunksOf(png).filter(({ type }) => type !== "IDAT"));
});

it.each(readdirSync(images).filter((name) => name.endsWith(".png")))("a search for unfinished work does not find docs/images/%s", (name) => {
  expect(readFileSync(join(images, name)).includes(MARK)).toBe(false);
});

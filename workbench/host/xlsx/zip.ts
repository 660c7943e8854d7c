import type * as NodeZlib from "node:zlib";
import { XlsxError } from "./failure";

/** A .zip as its files, by path. */
export type ZipEntries = Map<string, Uint8Array>;

const damaged = () => new XlsxError("damaged", "Filen är skadad och kan inte läsas. Öppna den i Excel, spara den på nytt och försök igen.");
const decoder = new TextDecoder();
const encoder = new TextEncoder();
const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const localEntry = 0x04034b50;
const utf8Names = 0x0800;

/** Node's zlib where there is one (jsdom has no compression streams), else the browser's streams. */
function nodeZlib(): typeof NodeZlib | undefined {
  const host = globalThis.process as { getBuiltinModule?: (id: string) => unknown } | undefined;
  return host?.getBuiltinModule?.("node:zlib") as typeof NodeZlib | undefined;
}

async function through(bytes: Uint8Array, stream: CompressionStream | DecompressionStream): Promise<Uint8Array> {
  const source = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream();
  return new Uint8Array(await new Response(source.pipeThrough(stream)).arrayBuffer());
}

async function inflate(bytes: Uint8Array): Promise<Uint8Array> {
  const zlib = nodeZlib();
  // A copy: Node's Buffer is a view on a shared pool, and of another realm under Jest.
  return zlib ? new Uint8Array(zlib.inflateRawSync(bytes)) : through(bytes, new DecompressionStream("deflate-raw"));
}

async function deflate(bytes: Uint8Array): Promise<Uint8Array> {
  const zlib = nodeZlib();
  return zlib ? new Uint8Array(zlib.deflateRawSync(bytes)) : through(bytes, new CompressionStream("deflate-raw"));
}

/**
 * The files of a .zip, in its directory's order. Throws XlsxError when the bytes are no zip (`notZip`),
 * an Office file with a password or of the old format, or damaged.
 */
export async function readZip(bytes: Uint8Array): Promise<ZipEntries> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length >= 8 && view.getUint32(0) === 0xd0cf11e0) throw oldOrEncrypted(bytes);
  const end = findEnd(view);
  if (end < 0) throw new XlsxError("notZip", "Filen är ingen Excel-arbetsbok (.xlsx). Spara den som .xlsx i Excel och försök igen.");
  const entries: ZipEntries = new Map();
  try {
    let at = view.getUint32(end + 16, true);
    for (let left = view.getUint16(end + 10, true); left > 0; left--) {
      if (view.getUint32(at, true) !== directoryEntry) throw damaged();
      const method = view.getUint16(at + 10, true);
      const size = view.getUint32(at + 20, true);
      const [nameLength, extra, comment] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
      const local = view.getUint32(at + 42, true);
      const name = decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength));
      const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      const packed = bytes.subarray(start, start + size);
      if (packed.length !== size || (method !== 0 && method !== 8)) throw damaged();
      if (!name.endsWith("/")) entries.set(name, method === 8 ? await inflate(packed) : packed.slice());
      at += 46 + nameLength + extra + comment;
    }
  } catch (cause) {
    throw cause instanceof XlsxError ? cause : damaged();
  }
  return entries;
}

/** The end record is last, before a comment of at most 65 535 bytes. */
function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at--) if (view.getUint32(at, true) === endOfDirectory) return at;
  return -1;
}

/** An OLE2 file holds a workbook with a password (a stream named EncryptedPackage) or one of the time before 2007. */
function oldOrEncrypted(bytes: Uint8Array): XlsxError {
  const marker = [..."EncryptedPackage"].map((letter) => letter + "\0").join("");
  const text = new TextDecoder("latin1").decode(bytes.subarray(0, 1 << 20));
  return text.includes(marker)
    ? new XlsxError("encrypted", "Arbetsboken är skyddad med lösenord. Ta bort lösenordet i Excel (Arkiv > Information) och försök igen.")
    : new XlsxError("oldFormat", "Arbetsboken är sparad i ett äldre format (.xls). Spara den som .xlsx i Excel och försök igen.");
}

const crcTable = Uint32Array.from({ length: 256 }, (_, start) => {
  let crc = start;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) crc = (crc >>> 8) ^ (crcTable[(crc ^ (bytes[i] ?? 0)) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}

/** A .zip of the files, in their order, without times: the same files give the same bytes. */
export async function writeZip(entries: ZipEntries): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [name, bytes] of entries) {
    const deflated = await deflate(bytes);
    const packed = deflated.length < bytes.length ? deflated : bytes;
    const nameBytes = encoder.encode(name);
    // Both records share these fields: version, flags, method, time, date (1980-01-01), crc, sizes, name length.
    const shared = new DataView(new ArrayBuffer(26));
    const fields: [number, number, 2 | 4][] = [
      [0, 20, 2], [2, utf8Names, 2], [4, packed === bytes ? 0 : 8, 2], [6, 0, 2], [8, 0x21, 2],
      [10, crc32(bytes), 4], [14, packed.length, 4], [18, bytes.length, 4], [22, nameBytes.length, 2],
    ];
    for (const [at, value, width] of fields) {
      if (width === 2) shared.setUint16(at, value, true);
      else shared.setUint32(at, value, true);
    }
    const common = new Uint8Array(shared.buffer);
    const local = new Uint8Array(30 + nameBytes.length);
    new DataView(local.buffer).setUint32(0, localEntry, true);
    local.set(common, 4);
    local.set(nameBytes, 30);
    const central = new Uint8Array(46 + nameBytes.length);
    const centralView = new DataView(central.buffer);
    centralView.setUint32(0, directoryEntry, true);
    centralView.setUint16(4, 20, true);
    central.set(common, 6);
    centralView.setUint32(42, offset, true);
    central.set(nameBytes, 46);
    chunks.push(local, packed);
    directory.push(central);
    offset += local.length + packed.length;
  }
  const directorySize = directory.reduce((sum, record) => sum + record.length, 0);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, endOfDirectory, true);
  end.setUint16(8, entries.size, true);
  end.setUint16(10, entries.size, true);
  end.setUint32(12, directorySize, true);
  end.setUint32(16, offset, true);
  const out = new Uint8Array(offset + directorySize + 22);
  let at = 0;
  for (const chunk of [...chunks, ...directory, new Uint8Array(end.buffer)]) {
    out.set(chunk, at);
    at += chunk.length;
  }
  return out;
}

import { canonical, canonicalPieces } from "../planning/canonical";
import type { PlanInput } from "../planning/types";
import type { Work } from "../planning/work";

const encoder = new TextEncoder();

/** SHA-256 of a text as UTF-8, hexadecimal. */
export async function sha256(text: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", typeof text === "string" ? encoder.encode(text) : text);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** A text in pieces as UTF-8, made a piece at a time: all of a large fund's at once would hold the page. */
export function* utf8Of(pieces: Iterable<string>): Work<Uint8Array<ArrayBuffer>> {
  const encoded: Uint8Array[] = [];
  let length = 0;
  for (const piece of pieces) {
    const bytes = encoder.encode(piece);
    encoded.push(bytes);
    length += bytes.length;
    yield;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const bytes of encoded) {
    whole.set(bytes, at);
    at += bytes.length;
  }
  return whole;
}

/**
 * The input's fingerprint: SHA-256 of its canonical JSON (keys sorted, `cell` and empty lists left out), 64 hexadecimal digits.
 * The same input gives the same fingerprint on every machine.
 */
export function fingerprintOf(input: PlanInput): Promise<string> {
  return sha256(canonical(input));
}

/** What the fingerprint is the SHA-256 of, made a little at a time. */
export function fingerprintBytes(input: PlanInput): Work<Uint8Array<ArrayBuffer>> {
  return utf8Of(canonicalPieces(input));
}

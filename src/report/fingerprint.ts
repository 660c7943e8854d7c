import { canonical, canonicalPieces } from "../planning/canonical";
import type { PlanInput } from "../planning/types";

/** SHA-256 of a text as UTF-8, hexadecimal. */
export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * The input's fingerprint: SHA-256 of its canonical JSON (keys sorted, `cell` and empty lists left out), 64 hexadecimal digits.
 * The same input gives the same fingerprint on every machine.
 */
export function fingerprintOf(input: PlanInput): Promise<string> {
  return sha256(canonical(input));
}

/** The text that the fingerprint is the SHA-256 of, made a little at a time. */
export function* fingerprintText(input: PlanInput): Generator<void, string> {
  const pieces: string[] = [];
  for (const piece of canonicalPieces(input)) {
    pieces.push(piece);
    yield;
  }
  return pieces.join("");
}

import type { PlanInput } from "../planning/types";

/** JSON with sorted keys, without `cell`, what is undefined and empty lists: where a row stood changes no plan, nor does an empty table. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const fields = Object.entries(value)
    .filter(([key, field]) => key !== "cell" && field !== undefined && !(Array.isArray(field) && field.length === 0))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`);
  return `{${fields.join(",")}}`;
}

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

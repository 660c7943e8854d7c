import { createHash } from "node:crypto";

/**
 * A line for each file with its SHA-256, as `sha256sum -c` reads them: what lies on a server can be held against what was built.
 * @param files the files' contents by their path
 */
export function checksums(files: ReadonlyMap<string, Buffer>): string {
  const lines = [...files].sort(([one], [other]) => (one < other ? -1 : 1)).map(([path, content]) => `${createHash("sha256").update(content).digest("hex")}  ${path}\n`);
  return lines.join("");
}

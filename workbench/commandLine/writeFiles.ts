import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { MadeFile } from "./papers";

/** A sentence on the first file that stands in the way; undefined when there is none. */
export function inTheWay(folder: string, names: readonly string[], force: boolean): string | undefined {
  for (const target of names.map((name) => join(folder, name))) {
    if (!existsSync(target)) continue;
    if (statSync(target).isDirectory()) return `”${target}” är en katalog. Välj en annan katalog att spara i.`;
    if (!force) return `”${target}” finns redan. Välj en annan katalog, eller lägg till --force för att skriva över filen.`;
  }
  return undefined;
}

/** Writes all files or none: in a folder of their own first, and when all are there in whole they get their places. */
export function writeFiles(folder: string, files: readonly MadeFile[]): void {
  mkdirSync(folder, { recursive: true });
  const making = mkdtempSync(join(folder, ".skrivs-"));
  try {
    for (const { name, bytes } of files) writeFileSync(join(making, name), bytes);
    for (const { name } of files) renameSync(join(making, name), join(folder, name));
  } finally {
    rmSync(making, { recursive: true });
  }
}

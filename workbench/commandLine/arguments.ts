import { existsSync, statSync } from "node:fs";
import { parseArgs } from "node:util";
import { isYear } from "../../src/money/years";
import { paperOptions, paperRequest, paperUsage, type PaperRequest } from "./paperOptions";

export const usage = `Användning:
  npm run plan -- FIL.xlsx --out KATALOG [--costs 'Blad1!A5:H20'] [--savings 'Blad2!A3:J40'] [--force]
  npm run plan -- FIL.xlsx --out KATALOG --annex --committees --csv --sie --municipality NAMN --account 3910 --budget-year 2027
  npm run plan -- FIL.json --json

  --out       katalogen där arbetsboken med planens blad sparas, under samma namn
  --costs     området med kostnader, när det inte är en tabell från mallen
  --savings   området med besparingar
  --follow-up skriv uppföljningen av ett år, som blad i arbetsboken och som Word-fil: --follow-up 2026.
              Planen jämförs med den som senast fastställdes, om arbetsboken har någon
  --force     skriv över filer som redan finns i katalogen
  --json      skriv planen som JSON; FIL är då ett underlag i JSON
  --help      visa den här hjälpen

Filer i samma katalog, med arbetsbokens namn:
${paperUsage}`;

export interface PlanRequest {
  file: string;
  json: boolean;
  out: string;
  ranges: { costs?: string; savings?: string };
  force: boolean;
  /** The year that is followed up; none when left out. */
  followUp?: number;
  papers: PaperRequest;
}

/** What was asked for, a sentence on what is wrong with it, or that only help was asked for. */
export function parseArguments(args: string[]): PlanRequest | { problem: string } | { help: true } {
  const parsed = parsedOptions(args);
  if ("problem" in parsed) return parsed;
  const { values, positionals } = parsed;
  if (values.help) return { help: true };
  const [file, ...rest] = positionals;
  if (file === undefined || rest.length > 0) return { problem: "Ange en fil, och bara en." };
  if (!existsSync(file) || !statSync(file).isFile()) return { problem: `Filen ”${file}” finns inte.` };
  const isJson = file.toLowerCase().endsWith(".json");
  const isWorkbook = /\.xls[xm]$/i.test(file);
  if (!isJson && !isWorkbook) return { problem: `”${file}” är varken en arbetsbok (.xlsx) eller ett underlag i JSON (.json).` };
  const json = values.json ?? false;
  if (isJson !== json) return { problem: isJson ? "Lägg till --json för att planera ett underlag i JSON." : "--json gäller ett underlag i JSON, inte en arbetsbok." };
  if (!json && values.out === undefined) return { problem: "Ange med --out i vilken katalog arbetsboken ska sparas." };
  if (values.out !== undefined && existsSync(values.out) && !statSync(values.out).isDirectory()) return { problem: `”${values.out}” är en fil, inte en katalog.` };
  const papers = paperRequest(values, localDay(new Date()));
  if ("problem" in papers) return papers;
  if (json && papers.files.length > 0) return { problem: "--annex, --committees, --csv och --sie gäller en arbetsbok, inte ett underlag i JSON." };
  const year = values["follow-up"];
  if (year !== undefined && (!/^\d{4}$/.test(year) || !isYear(Number(year)))) return { problem: `--follow-up är ett år, till exempel 2026, inte ”${year}”.` };
  if (json && year !== undefined) return { problem: "--follow-up gäller en arbetsbok, inte ett underlag i JSON." };
  return { file, json, ...(year === undefined ? {} : { followUp: Number(year) }), out: values.out ?? ".", ranges: { costs: values.costs, savings: values.savings }, force: values.force ?? false, papers };
}

/** "2026-11-21" where the user is. */
function localDay(now: Date): string {
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

function parsedOptions(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { out: { type: "string" }, costs: { type: "string" }, savings: { type: "string" }, json: { type: "boolean" }, force: { type: "boolean" }, "follow-up": { type: "string" }, help: { type: "boolean" }, ...paperOptions },
    });
  } catch (error) {
    return { problem: `Det går inte att förstå argumenten: ${(error as Error).message}` };
  }
}

import { translator, type Language } from "../../i18n";
import type { SheetLayout } from "../../report";
import type { SheetNames } from "./contents";

const longestName = 31;
const languages: Language[] = ["sv", "en"];

/** Names of sheets under construction ("temporary"), and of old ones on their way out ("retired"). */
export type WorkName = "temporary" | "retired";

const pattern = (work: WorkName, language: Language) => {
  const [before = "", after = ""] = translator(language)(`report:writing.${work}`, { number: "#" }).split("#");
  return new RegExp(`^${before}\\d+${after}$`);
};

const patterns: Record<WorkName, RegExp[]> = {
  temporary: languages.map((language) => pattern("temporary", language)),
  retired: languages.map((language) => pattern("retired", language)),
};

/** Whether a sheet has a working name of ours, in any language. */
export function hasWorkName(name: string, work: WorkName): boolean {
  return patterns[work].some((one) => one.test(name));
}

/** Sheets' names are the same to Excel whatever their case. */
const folded = (name: string) => name.toLowerCase();

/** A set of taken names that hands out free ones. */
export class FreeNames {
  private readonly taken: Set<string>;

  constructor(taken: Iterable<string>) {
    this.taken = new Set([...taken].map(folded));
  }

  /** The name, or with a number after it: "Kontroll (2)". */
  take(name: string): string {
    for (let number = 1; ; number++) {
      const suffix = number === 1 ? "" : ` (${number})`;
      const candidate = name.slice(0, longestName - suffix.length) + suffix;
      if (this.claim(candidate)) return candidate;
    }
  }

  /** A working name with the next free number. */
  takeWork(work: WorkName, language: Language): string {
    for (let number = 1; ; number++) {
      const candidate = translator(language)(`report:writing.${work}`, { number });
      if (this.claim(candidate)) return candidate;
    }
  }

  private claim(name: string): boolean {
    if (this.taken.has(folded(name))) return false;
    this.taken.add(folded(name));
    return true;
  }
}

/** The names by kind of the sheets that are written. */
export function namesByKind(layouts: SheetLayout[], names: string[]): SheetNames {
  return Object.fromEntries(layouts.map(({ kind }, index) => [kind, names[index] ?? ""]));
}

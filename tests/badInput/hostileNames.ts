import type { CellValue } from "../../workbench/host";

/** The longest text of a cell. */
export const longest = `Lång ${"å".repeat(32_767 - 5)}`;

/** Ids that a program may take for something else than a name. */
export const names = [
  '=HYPERLINK("http://example.se";"klicka")', "=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "＝1+1",
  "__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "prototype",
  "<script>alert(1)</script>", "<w:p>&amp;]]>", "{{plan}} $t(report:made)", '"citat" #KONTO 1 {2}', "a;b\tc", "'';--", "\\", "${1}", longest,
];

/** A name as the add-in shows it: a tab is a space. */
export const shown = (name: string) => name.replace(/\s/g, " ");

/** As it is typed. A control character is no part of a name, wherever it stands. */
const typed = (name: string) => (name.length < 30_000 ? `${name.slice(0, 1)}\u0007${name.slice(1)}\u0000` : name);

/** Sheets whose names are no better. */
const costsSheet = "=1+1 kostnader' & <b>";
const savingsSheet = "__proto__ besparingar";

/** Every name as a project, and as the committee of the project before it. */
export const hostileSheets: Record<string, CellValue[][]> = {
  [costsSheet]: [["Projekt", "Nämnd", 2026], ...names.map((name, index): CellValue[] => [typed(name), typed(names[(index + 1) % names.length]!), 100_000 + index])],
  [savingsSheet]: [["Projekt", "Nämnd", 2027, 2028], ...names.map((name, index): CellValue[] => [typed(name), typed(names[(index + 1) % names.length]!), 70_000, 70_000])],
};

/** Names are cut in tables and papers, never changed: the beginning tells. */
export const begins = (name: string) => shown(name).slice(0, 40);

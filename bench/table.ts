import { readFileSync, writeFileSync } from "node:fs";

/** A line of the table: what was measured, what came out, and what is wanted of it. */
export interface Row {
  what: string;
  figure: string;
  /** Left out where the figure is there to be compared with. */
  target?: string;
  isMet?: boolean;
}

/** A part of the table, with what is true of all its rows. */
export interface Part {
  title: string;
  rows: Row[];
}

/** A row whose figure is to be at most so much. */
export function atMost(what: string, value: number, limit: number, written: (value: number) => string, more = ""): Row {
  return { what, figure: written(value) + more, target: `at most ${written(limit)}`, isMet: value <= limit };
}

/** 10000 → "10 000", without decimals. */
export const whole = (value: number) => value.toFixed(0).replace(/\B(?=(\d{3})+$)/g, " ");

export const ms = (time: number) => `${whole(time)} ms`;
export const megabytes = (bytes: number) => `${bytes < 10e6 ? (bytes / 1e6).toFixed(1) : whole(bytes / 1e6)} MB`;
export const kilobytes = (bytes: number) => `${whole(bytes / 1e3)} kB`;
export const times = (ratio: number) => `${ratio.toFixed(1)} times`;

const verdictOf = ({ isMet }: Row) => (isMet === undefined ? "" : isMet ? "met" : "**missed**");

/** The parts as one table in Markdown, which reads as well on a console. */
export function tableOf(parts: readonly Part[]): string {
  const lines = [["What", "Figure", "Target", "Verdict"], ...parts.flatMap(({ title, rows }) => [[`**${title}**`, "", "", ""], ...rows.map((row) => [row.what, row.figure, row.target ?? "", verdictOf(row)])])];
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  const written = lines.map((line) => `| ${line.map((cell, column) => cell.padEnd(widths[column]!)).join(" | ")} |`);
  return [written[0], `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`, ...written.slice(1)].join("\n");
}

const [begin, end] = ["<!-- npm run bench -- --update-docs: begin -->", "<!-- npm run bench -- --update-docs: end -->"];

/**
 * Puts a run between the marks in a page.
 * @throws Error when the page has not the two marks
 */
export function updatePage(file: string, text: string): void {
  const page = readFileSync(file, "utf8");
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${file}: the marks ${begin} and ${end} are not there.`);
  writeFileSync(file, `${page.slice(0, from + begin.length)}\n${text}\n${page.slice(to)}`);
}

import { corpus } from "../badInput/corpus";
import { tries } from "../badInput/mutations";
import { markdownTable, testGenerated } from "./generated";

const page = "robustness.md";
const about: Record<string, string> = {
  amounts: "amounts: texts, units, errors, signs, sizes, ways to write them",
  years: "years: missing, doubled, unordered, dates, spans, school years",
  layouts: "headings, totals, blank rows, sections, tables beside each other",
  names: "names: spellings, look-alikes, invisible characters, prototype keys",
  tables: "rules, settings, committees, successions, outcomes and the other tables",
  states: "rows, columns and sheets that are hidden, cells that are merged",
};
const count = (number: number) => number.toLocaleString("en-GB");

testGenerated(page, "corpus", () => {
  const themes = Object.entries(corpus).map(([theme, cases]) => [about[theme] ?? theme, count(cases.length)]);
  return markdownTable(["theme", "workbooks"], [...themes, ["all", count(Object.values(corpus).flat().length)]]);
});

testGenerated(page, "fuzz", () =>
  markdownTable(["what", "cases a run", "must hold"], [
    ["sheets read", count(tries.sheets), "nothing is thrown or takes long, every fault is a whole sentence, every amount a number of a year"],
    ["workbooks read and planned", count(tries.workbooks), "the same, and no plan is made of an input with errors"],
    ["workbooks written by the pane", count(tries.writings), "every check on the sheet Kontroll passes and the user's sheets are the same, or nothing at all is written"],
  ]),
);

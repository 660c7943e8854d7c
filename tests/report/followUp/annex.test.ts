/** @jest-environment jsdom */
import fc from "fast-check";
import { writeFileSync } from "node:fs";
import type { DecimalText, PlanInput } from "../../../src/planning";
import { sum } from "../../../src/report/amounts";
import { annexSheet } from "../../../src/report/annexSheet/annexSheet";
import { followUpAnnex, type FollowUpSource } from "../../../src/report/followUp";
import { roundedFollowUp } from "../../../src/report/followUp/roundedFollowUp";
import { annexHtml } from "../../../src/report/richText";
import type { Annex } from "../../../src/report/paper/types";
import { wordColumns } from "../../../src/report/word/wordColumns";
import { wordAnnexBytes } from "../../../src/report/word/wordAnnex";
import { readZip } from "../../../workbench/host/xlsx/zip";
import { histories } from "../../followUp/histories";
import { nastyNames } from "../paper/annexes";
import { history, moved, observed, options, sourceOf } from "./sources";

const details = { municipality: "Norrköpings kommun", caseNumber: "KS 2027/45", date: "2027-02-20", officer: "Anna Andersson", recipient: "Kommunstyrelsen", decider: "" };
const annexOf = (source: FollowUpSource, unit: Annex["unit"] = "kr", language: Annex["language"] = "sv") => followUpAnnex(source, { language, unit, details }, options);
const plain = (text: string) => text.replaceAll("\u00a0", " ").replaceAll("−", "-");
const paragraphs = (annex: Annex) => annex.sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "paragraph" ? [plain(block.text)] : [])));
const tableOf = (annex: Annex, id: string) => annex.sections.find((section) => section.id === id)!.blocks.flatMap((block) => (block.kind === "table" ? [block.table] : []))[0]!;

const source = sourceOf(history.before, history.now, 2026, observed(12));

describe("The follow-up's paper", () => {
  it("sums the year up in plain words", () => {
    expect(paragraphs(annexOf(source)).slice(0, 3)).toEqual([
      "Av två väntade utfall för 2026 är ett fastställt. Det finns ett preliminärt utfall, som visas men inte räknas. Enligt planen skulle 900 000 kr återföras 2026; 500 000 kr är bokfört, 400 000 kr mindre.",
      "Jämfört med planen som fastställdes 2026-02-14 (KF § 12). Den nya planen återför i allt lika mycket som den fastställda, 4 000 000 kr. De största orsakerna till att belopp skiljer är: bokfört annat än planerat (-550 000 kr); flyttat mellan år (+550 000 kr); inget fastställt utfall 2026 (-300 000 kr).",
      "Hittills är 1 160 000 kr fastställt av 1 200 000 kr som väntades för samma år och nämnder, 96,67 %.",
    ]);
    expect(annexOf(source).sections.map(({ title }) => title)).toEqual([
      "Sammanfattning", "Utfall 2026", "Återföring 2026", "Det som saknas 2026", "Ny plan och fastställd plan", "Varför planen ändras", "Förändringar per projekt och nämnd", "Vad projekten har gett", "Jämförelse med kontrollgrupp", "Anmärkningar",
    ]);
  });

  it("has tables of at most two columns of names, whose totals are the sums of what is shown", () => {
    for (const unit of ["kr", "tkr", "mkr"] as const) {
      for (const { id, blocks } of annexOf(source, unit).sections) {
        for (const block of blocks) {
          if (block.kind !== "table") continue;
          const { columns, rows } = block.table;
          expect(columns.filter(({ kind }) => kind !== "amount").length).toBeLessThanOrEqual(2);
          const total = rows.at(-1)!;
          if (id === "comparedPlans" || total.role !== "total") continue;
          columns.forEach(({ kind }, index) => kind === "amount" && expect([id, total.cells[index]]).toEqual([id, sum(rows.slice(0, -1).map(({ cells }) => cells[index] || "0"))]));
        }
      }
    }
  });

  it("gives the word for a sum room on one line under the years, in Word", () => {
    const annex = annexOf(source);
    const table = annex.sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "table" ? [block.table] : []))).find(({ columns, rows }) => columns[1]?.kind !== "amount" && rows.some(({ cells }) => cells[1] === "Summa"))!;
    // In bold at 8.5 points the word is 31 points wide, and the cell keeps 6 free; a twip is a twentieth of a point.
    expect(wordColumns(table, annex).names[1]).toBeGreaterThanOrEqual(37 * 20);
  });

  it("says that nothing is decided, and nothing about differences then", () => {
    const annex = annexOf(sourceOf(null, history.now, 2026));
    expect(paragraphs(annex)).toContain("Ingen plan är fastställd, så det finns inget att jämföra med.");
    expect(annex.sections.map(({ id }) => id)).not.toEqual(expect.arrayContaining(["comparedPlans"]));
  });

  it("has every text in English too", () => {
    expect(JSON.stringify(annexOf({ ...source, input: { ...source.input, title: "" } }, "tkr", "en").sections)).not.toMatch(/återför|utfall|fastställ|besparing/i);
  });

  it("reads back from the Word file and the clipboard, figure by figure", async () => {
    for (const one of [source, sourceOf(moved.before, moved.now, 2017)]) {
      const annex = annexOf(one, "tkr");
      const bytes = await wordAnnexBytes(annex);
      if (process.env["KEEP_DOCX"]) writeFileSync(process.env["KEEP_DOCX"], bytes);
      const xml = new DOMParser().parseFromString(new TextDecoder().decode((await readZip(bytes)).get("word/document.xml")), "application/xml");
      const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
      const elements = (root: Document | Element, name: string) => [...root.getElementsByTagNameNS(word, name)];
      const shown = elements(xml, "tbl").flatMap((table) => elements(table, "tr").slice(1).map((row) => elements(row, "tc").map((cell) => elements(cell, "t").map(({ textContent }) => textContent).join(""))));
      const { columns, rows } = tableOf(annex, "yearOutcomes");
      const figure = (cell: string, index: number) => (columns[index]!.kind !== "amount" || cell === "" ? cell : new Intl.NumberFormat("sv-SE").format(Number(cell) / 1000));
      for (const { cells } of rows) expect(shown.map((row) => row.map(plain))).toContainEqual(cells.map(figure).map(plain));
      const html = document.createElement("div");
      html.innerHTML = annexHtml(annex);
      expect([...html.querySelectorAll("tr")].map((row) => [...row.children].map(({ textContent }) => plain(textContent)))).toContainEqual(rows.at(-1)!.cells.map(figure).map(plain));
      expect(html.textContent).not.toContain("NaN");
    }
  });

  it("keeps hostile names as texts, in the Word file and on a sheet that is a page wide", async () => {
    const named: PlanInput = { ...history.now, title: nastyNames.join(" "), committees: history.now.committees.map((one, index) => ({ ...one, name: nastyNames[index]! })), projects: history.now.projects.map((one) => ({ ...one, name: nastyNames[6]! })) };
    const annex = annexOf(sourceOf({ ...named, outcomes: [], booked: [], planFrom: undefined }, named, 2026), "mkr");
    const xml = new DOMParser().parseFromString(new TextDecoder().decode((await readZip(await wordAnnexBytes(annex))).get("word/document.xml")), "application/xml");
    expect(xml.getElementsByTagName("parsererror")).toHaveLength(0);
    expect(xml.documentElement.textContent).toContain(nastyNames[0]);
    const { cells, columnWidths } = annexSheet(annex);
    expect(cells.flat().filter((cell) => typeof cell === "object" && cell !== null)).toEqual([]);
    expect(columnWidths.reduce((sum, width) => sum + (width * 7 + 5) * 0.75, 0)).toBeLessThanOrEqual(481);
  });
});

describe("Rounded for a paper", () => {
  const wholeIn = (kronor: number) => (amount: DecimalText) => Number(amount) % kronor === 0;

  it("everything is whole, adds up, and differs only with a reason, for any history", () => {
    fc.assert(
      fc.property(histories, fc.constantFrom("tkr" as const, "mkr" as const), (inputs, unit) => {
        const exact = sourceOf(inputs.at(-2)!, inputs.at(-1)!, inputs.at(-1)!.planFrom! - 1);
        if (exact.plan.diagnostics.some(({ severity }) => severity === "error")) return;
        const { plan, decided, changes, rows } = roundedFollowUp(exact, unit);
        const kronor = unit === "tkr" ? 1000 : 100_000;
        const amounts = [...plan.schedule, ...decided!.schedule, ...changes].map(({ amount }) => amount);
        expect(amounts.filter((amount) => !wholeIn(kronor)(amount))).toEqual([]);
        const total = (list: readonly { amount: DecimalText }[]) => Number(sum(list.map(({ amount }) => amount)));
        expect(total(plan.schedule) - total(decided!.schedule)).toBe(total(changes));
        for (const year of new Set(exact.changes.map((change) => change.year))) {
          const of = (list: readonly { year: number; amount: DecimalText }[]) => total(list.filter((one) => one.year === year));
          expect(Math.abs(of(changes) - of(exact.changes))).toBeLessThan(kronor);
        }
        rows.forEach((row, index) => {
          const own = exact.rows[index]!;
          if (own.outcome === own.expected) expect(row.outcome).toBe(row.expected);
          if (own.booked === own.planned) expect(row.booked).toBe(row.planned);
          expect(row.outcome === undefined).toBe(own.outcome === undefined);
        });
      }),
      { numRuns: 30 },
    );
  }, 120_000);
});

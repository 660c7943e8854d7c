import fc from "fast-check";
import type { PlanInput } from "../../../src/planning";
import type { CellContent, SheetKind } from "../../../src/report";
import { followUpReport, followUpSheets, type FollowUpSource } from "../../../src/report/followUp";
import { histories } from "../../followUp/histories";
import { evaluate } from "../evaluate";
import { hostileNames } from "../namedInputs";
import { history, moved, observed, options, sourceOf } from "./sources";

type Values = (string | number | null)[][];

const sheetsOf = (source: FollowUpSource) => followUpSheets(followUpReport(source, options));
const rowOf = (values: Values, ...cells: (string | number | null)[]) => values.find((row) => cells.every((cell, index) => row[index] === cell));
const after = (values: Values, title: string) => values.slice(values.findIndex((row) => row[0] === title) + 1);
const changesOf = (source: FollowUpSource, change?: (cells: CellContent[][], kind: SheetKind) => void): Values => evaluate(sheetsOf(source), change).changes;
const overall = (values: Values) => rowOf(values, "Samlad kontroll")?.[1];

describe("Uppföljning", () => {
  const values = evaluate(sheetsOf(sourceOf(history.before, history.now, 2026, observed(12)))).followUp;

  it("shows the year's outcomes and repayments, and computes sums and differences", () => {
    expect(rowOf(values, "Skolsociala team", "Socialnämnden")?.slice(5)).toEqual([600000, 700000, null, 600000, 500000, -100000]);
    expect(rowOf(values, "Skolsociala team", "Utbildningsnämnden")?.slice(5)).toEqual([300000, null, 90000, 300000, null, -300000]);
    expect(rowOf(values, "Totalt")?.slice(5)).toEqual([900000, 700000, 90000, 900000, 500000, -400000]);
  });

  it("lists what is missing, and says so when nothing is", () => {
    expect(after(values, "Det som saknas 2026")[0]?.slice(0, 2).map((text) => String(text).replaceAll("\u00a0", " "))).toEqual(["Skolsociala team", "Utbildningsnämnden: utfallet är bara preliminärt, 90 000 kr. Väntat 300 000 kr."]);
    const complete = evaluate(sheetsOf(sourceOf(history.before, history.now, 2025))).followUp;
    expect(after(complete, "Det som saknas 2025")[0]?.[1]).toBe("Inget saknas: alla väntade utfall är fastställda.");
  });

  it("tells year by year what the project has come to; only where all is established is there a difference", () => {
    const years = after(values, "Vad projekten har gett");
    expect(rowOf(years, "Skolsociala team", 2025)?.slice(2, 9)).toEqual(["Alla", null, null, 600000, 460000, 0, -140000]);
    expect(rowOf(years, "Skolsociala team", 2026)?.slice(2, 9)).toEqual(["En del", null, null, 900000, 700000, 90000]);
    expect(rowOf(years, "Skolsociala team", "Summa")?.slice(5, 9)).toEqual([5100000, 1160000, 90000, -140000]);
    const text = String(years.find(([name, said]) => name === "Skolsociala team" && typeof said === "string" && said !== "Summa")?.[1]).replaceAll("\u00a0", " ");
    expect(text).toBe(
      "Kostnad 4 000 000 kr, väntad besparing i allt 5 100 000 kr. Fastställt är 1 160 000 kr av 1 200 000 kr som väntades för samma år och nämnder, 96,67 %. Dessutom är 90 000 kr preliminärt. Besparingarna väntas täcka kostnaden 2029. De fastställda besparingarna täcker ännu inte kostnaden.",
    );
  });

  it("computes the effect beside a control group, and warns when the groups are small", () => {
    const groups = after(values, "Jämförelse med kontrollgrupp");
    expect(rowOf(groups, "Skolsociala team", "Närvaro, %")?.slice(4)).toEqual([12, 71.75, 81.75, 12, 71.75, 73.75, 8]);
    expect(groups.flat().some((cell) => String(cell).includes("färre än 30"))).toBe(true);
    const many = evaluate(sheetsOf(sourceOf(history.before, history.now, 2026, observed(40)))).followUp;
    expect(many.flat().some((cell) => String(cell).includes("färre än 30"))).toBe(false);
  });
});

describe("Förändringar", () => {
  it("puts the decided plan beside the new one, with the reasons of every repayment that differs", () => {
    const values = changesOf(sourceOf(history.before, history.now, 2026));
    expect(overall(values)).toBe("OK");
    expect(rowOf(values, "Utbildningsnämnden", null, 2029)?.slice(4)).toEqual([33333, 146667, 113334, 113334, "OK"]);
    expect(rowOf(values, "Skolsociala team", "Socialnämnden", 2027, "Utfallet 2026 högre än väntat")?.[7]).toBe(100000);
    const reasons = after(values, "Summa per orsak");
    expect(rowOf(reasons, "Inget fastställt utfall 2026")?.[7]).toBe(-300000);
    expect(rowOf(reasons, "Totalt")?.slice(7)).toEqual([0, "OK"]);
  });

  it("shows what moved to another committee and what was waived there, though neither is repaid", () => {
    const values = changesOf(sourceOf(moved.before, moved.now, 2017));
    expect(overall(values)).toBe("OK");
    const own = values.filter(([project, committee, year]) => project === "Hela familjen" && committee === "Kommunstyrelsen" && year === 2017);
    expect(own.map((row) => row.slice(3))).toEqual([["Nämndbyte", 0, 0, 0, 1900000, "OK"], ["Undantag", null, null, null, -1900000]]);
  });

  it("says where an amount that somebody has changed no longer agrees", () => {
    const values = changesOf(sourceOf(history.before, history.now, 2026), (cells, kind) => {
      if (kind === "changes") cells.find((row) => row[3] === "Utfallet 2026 högre än väntat")![7] = 100000.01;
    });
    expect(overall(values)).toBe("5 avviker");
    expect(rowOf(values, "Socialnämnden", null, 2027)?.[8]).toBeCloseTo(0.01, 6);
    expect(rowOf(values, "Socialnämnden", null, 2029)?.[8]).toBe("OK");
  });

  it("names a project that is gone as the decided plan did, and says when that plan's sheet has been changed", () => {
    const { projects, costs, savings } = history.before;
    const more: PlanInput = { ...history.before, projects: [...projects, { id: "B", name: "Borttaget" }], costs: [...costs, { ...costs[0]!, project: "B" }], savings: [...savings, ...savings.map((row) => ({ ...row, project: "B" }))] };
    const source = sourceOf(more, history.now, 2026);
    const values = changesOf({ ...source, decided: { ...source.decided!, edited: true } });
    expect(overall(values)).toBe("OK");
    expect(values.some(([project, , , reason]) => project === "Borttaget" && reason === "Projektet är borttaget")).toBe(true);
    expect(values.flat()).toContain("Bladet med den fastställda planen har ändrats sedan det skrevs.");
  });

  it("says that there is nothing to compare with, and that nothing differs", () => {
    expect(changesOf(sourceOf(null, history.now, 2026)).flat()).toContain("Ingen plan är fastställd, så det finns inget att jämföra med.");
    const same = changesOf(sourceOf(history.now, history.now, 2026));
    expect(same.flat()).toContain("Inget skiljer mellan planerna.");
    expect(overall(same)).toBeUndefined();
  });

  it("agrees in every check for any history, whatever the names are", () => {
    const names = fc.array(fc.oneof(fc.constantFrom(...hostileNames), fc.string({ maxLength: 40 })), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(histories, names, (inputs, given) => {
        const named = ({ committees, projects, ...rest }: PlanInput): PlanInput => ({
          ...rest,
          committees: committees.map((one, index) => ({ ...one, name: given[index] ?? one.name })),
          projects: projects.map((one) => ({ ...one, name: given[6 + (one.id.charCodeAt(one.id.length - 1) % 6)]! })),
        });
        const source = sourceOf(named(inputs.at(-2)!), named(inputs.at(-1)!), inputs.at(-1)!.planFrom! - 1);
        if (source.plan.diagnostics.some(({ severity }) => severity === "error")) return;
        const { changes, followUp } = evaluate(sheetsOf(source));
        expect([undefined, "OK"]).toContain(changes.find((row) => row[0] === "Samlad kontroll")?.[1]);
        expect(changes.flatMap((row) => (typeof row[8] === "number" ? [row] : []))).toEqual([]);
        expect([...changes, ...followUp].flat().filter((cell) => typeof cell === "string" && /^#(REF|VALUE|NAME|NUM|DIV|N\/A|ERROR)/.test(cell))).toEqual([]);
      }),
      { numRuns: 20 },
    );
  }, 120_000);
});

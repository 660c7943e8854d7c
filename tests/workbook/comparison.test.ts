import { fingerprintOf } from "../../src/report";
import { addTables } from "../../src/workbook/template";
import { codes, openWorkbook, type OpenWorkbook } from "./openWorkbook";

let of: OpenWorkbook;
beforeEach(async () => {
  of = openWorkbook({ Kostnader: [["Projekt", "Nämnd", 2026], ["Skolfam", "SN", 900000]], Besparingar: [["Projekt", "Nämnd", 2027], ["Skolfam", "SN", 500000]] });
});
afterEach(() => of.client.close());

const addTable = () => of.run((context) => addTables(context, { tables: ["comparison"], language: "sv" }));
const row = (number: number, ...cells: (string | number)[]) => of.type(Object.fromEntries(cells.map((cell, column) => [`Jämförelse!${"ABCDE"[column]}${number}`, cell])));

describe("the table of a control group", () => {
  it("is added empty, and read as observations that change neither the input nor its fingerprint", async () => {
    const before = await of.read();
    expect(before.observations).toEqual([]);
    expect(await addTable()).toMatchObject({ sheets: [{ table: "comparison", sheet: "Jämförelse" }], diagnostics: [] });
    row(6, "skolfam", "Frånvaro", "Projekt", 12.5, "40 %");
    row(7, "Skolfam", "Frånvaro", "control", "1 234,5", -3);
    const now = await of.read();
    expect(now.observations).toEqual([
      { project: "Skolfam", measure: "Frånvaro", group: "project", before: "12.5", after: "0.4", cell: "Jämförelse!A6" },
      { project: "Skolfam", measure: "Frånvaro", group: "control", before: "1234.5", after: "-3", cell: "Jämförelse!A7" },
    ]);
    expect(codes(now.diagnostics)).toEqual(codes(before.diagnostics));
    expect(await fingerprintOf(now.input)).toBe(await fingerprintOf(before.input));
  });

  it("tells of rows that can't be read, and leaves them out without stopping the plan", async () => {
    await addTable();
    row(6, "Skolfam", "Frånvaro", "Projekt", "många", 1);
    row(7, "Skolfam", "Frånvaro", "Ingen", 2, 1);
    row(8, "Skolfam", "Frånvaro", "Kontroll", "", "5 tkr");
    row(9, "Okänt", "Frånvaro", "Kontroll", 2, 1);
    const { observations, diagnostics } = await of.read();
    expect(observations).toEqual([]);
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(codes(diagnostics)).toEqual(expect.arrayContaining(["numberUnreadable@Jämförelse!D6", "choiceUnknown@Jämförelse!C7", "fieldMissing@Jämförelse!D8", "numberUnreadable@Jämförelse!E8", "comparedProjectUnknown@Jämförelse!A9"]));
  });
});

import { fingerprintOf } from "../../src/report";
import { readPaper, usualPaper, writePaper, type Paper } from "../../src/workbook/paper";
import { openWorkbook, type OpenWorkbook, type Sheets } from "./openWorkbook";

const language = "sv";
let open: OpenWorkbook | undefined;
afterEach(() => open?.client.close());

const costs = [["Belopp i tkr"], ["Projekt", "Nämnd", 2026], ["Skolfam", "Socialnämnden", 900]];
const savings = [["Projekt", "Nämnd", 2027], ["Skolfam", "Socialnämnden", 500000]];
const workbook = (sheets: Sheets = { Kostnader: costs, Besparingar: savings }) => (open = openWorkbook(sheets));
const read = (of: OpenWorkbook, speaks: "sv" | "en" = language) => of.run((context) => readPaper(context, { language: speaks }));
const write = (of: OpenWorkbook, to: Paper, from = usualPaper(language)) => of.run((context) => writePaper(context, { from, to, language }));

const usual = usualPaper(language);
const chosen: Paper = {
  language: "en",
  unit: "mkr",
  form: "internalInvoice",
  sections: ["decisions", "summary", "frames"],
  details: { municipality: "Exempelköping", caseNumber: "KS 2026/123", date: "2026-11-21", officer: "=Anna", recipient: "Socialnämnden", decider: "Kommunstyrelsen" },
  sie: { account: "4500", grantAccount: "0461", byProject: false, budgetYear: "2027", month: "12" },
};

it("is as usual until something is kept, in the pane's language, and nothing is written by reading", async () => {
  const of = workbook();
  expect(await read(of)).toEqual({ paper: usual, sheet: null, problems: [] });
  expect((await read(of, "en")).paper.language).toBe("en");
  expect(of.host.workbook.sheets.map(({ name }) => name)).toEqual(["Kostnader", "Besparingar"]);
});

it("comes back as it was written, on a sheet of its own, whatever language reads it", async () => {
  const of = workbook();
  expect(await write(of, chosen)).toBeNull();
  expect(await read(of)).toEqual({ paper: chosen, sheet: "Bilageuppgifter", problems: [] });
  expect((await read(of, "en")).paper).toEqual(chosen);
  expect(of.host.values("Bilageuppgifter!A5:B7")).toEqual([["Uppgift", "Ifyllt"], ["Kommun eller region", "Exempelköping"], ["Ärendenummer", "KS 2026/123"]]);
  expect(of.host.values("Bilageuppgifter!B9")).toEqual([["=Anna"]]);
});

it("has no row taller than its texts need", async () => {
  const of = workbook();
  await write(of, chosen);
  const { rowHeights } = of.host.workbook.sheets.find(({ name }) => name === "Bilageuppgifter")!;
  expect([...rowHeights.values()].filter((height) => height > 30)).toEqual([]);
});

it("is no input: the reading, its fingerprint and what it finds are as before, also where everything is searched", async () => {
  const workbooks: Sheets[] = [{ Kostnader: costs, Besparingar: savings }, { Kostnader: costs }, { Blad1: [] }];
  for (const sheets of workbooks) {
    const of = workbook(sheets);
    const before = await of.read();
    await write(of, chosen);
    const after = await of.read();
    expect(after).toEqual(before);
    expect(await fingerprintOf(after.input)).toBe(await fingerprintOf(before.input));
    of.client.close();
  }
});

it("writes only what differs: what somebody else has changed on the sheet stays", async () => {
  const of = workbook();
  await write(of, chosen);
  of.type({ "Bilageuppgifter!B7": "KS 2027/1", "Bilageuppgifter!B13": "tkr" });
  expect(await write(of, { ...chosen, details: { ...chosen.details, officer: "Bo" } }, chosen)).toBeNull();
  expect((await read(of)).paper).toEqual({ ...chosen, unit: "tkr", details: { ...chosen.details, caseNumber: "KS 2027/1", officer: "Bo" } });
});

it("is edited on the sheet: dates that Excel takes for dates, other cases, blanks, sections in another order", async () => {
  const of = workbook();
  await write(of, chosen);
  of.type({ "Bilageuppgifter!B8": 46347, "Bilageuppgifter!B12": " svenska", "Bilageuppgifter!B13": "", "Bilageuppgifter!B15": "fondkonto;Sammanfattning, Fondkonto" });
  expect(await read(of)).toMatchObject({ paper: { language: "sv", unit: "tkr", sections: ["fund", "summary"], details: { date: "2026-11-21" } }, problems: [] });
});

it("says what it can't understand, and goes on with what is usual", async () => {
  const of = workbook();
  await write(of, chosen);
  of.type({ "Bilageuppgifter!B13": "öre", "Bilageuppgifter!B15": "Sammanfattning, Omslag" });
  expect(await read(of)).toMatchObject({ paper: { unit: "tkr", sections: usual.sections }, problems: [{ key: "unit", text: "öre" }, { key: "sections", text: "Sammanfattning, Omslag" }] });
});

it("gives a row that was taken away a new one", async () => {
  const of = workbook();
  await write(of, chosen);
  of.type({ "Bilageuppgifter!A9": "Annat" });
  await write(of, { ...chosen, details: { ...chosen.details, officer: "Cecilia" } }, chosen);
  expect((await read(of)).paper.details.officer).toBe("Cecilia");
  expect(of.host.values("Bilageuppgifter!A21:B21")).toEqual([["Handläggare", "Cecilia"]]);
});

it("says why nothing can be kept: a locked structure, a cell that is edited", async () => {
  const of = workbook();
  of.host.workbook.structureProtected = true;
  expect(await write(of, chosen)).toMatchObject({ code: "excel.structureProtected" });
  of.host.workbook.structureProtected = false;
  of.host.cellEditMode = true;
  expect(await write(of, chosen)).toMatchObject({ code: "excel.cellEditing" });
});

import type { Delivery } from "../../src/taskpane/export/delivery";
import type { MadeFile } from "../../src/taskpane/export/exportJob";
import { pageExporter } from "../../src/taskpane/export/exporter";
import { moved, shownSections, toggled } from "../../src/taskpane/sectionOrder";
import { effects, fillOwn, host, ownRows, store, until, usePaneInExcel } from "./paneInExcel";

/** What leaves the pane is caught where the browser would take it. */
let downloads: MadeFile[];
let copied: { html?: string; text: string }[];
let delivery: Delivery;

usePaneInExcel({ ways: { exporter: pageExporter, delivery: { download: (file) => delivery.download(file), copy: (content) => delivery.copy(content) } } });

beforeEach(async () => {
  downloads = [];
  copied = [];
  delivery = { download: (file) => void downloads.push(file), copy: async (content) => void copied.push(content) };
  fillOwn([...ownRows, ["Skolfam", "Utbildningsnämnden", "Besparing", "", 20, 20]]);
  await effects.open();
  await effects.openExport();
});

const paper = () => store.state().papers!.paper;

it("makes the annex as a Word file, and asks whether it arrived", async () => {
  await effects.makeFile("word");
  expect(downloads.map(({ name }) => name)).toEqual(["Bilaga återföringsplan.docx"]);
  expect(String.fromCharCode(...downloads[0]!.bytes.slice(0, 2))).toBe("PK");
  expect(store.state()).toMatchObject({ activity: null, failure: null, handed: { kind: "word", arrival: "asked" } });
});

it("makes each committee's own annex, in one file", async () => {
  await effects.makeFile("committees");
  const text = Buffer.from(downloads[0]!.bytes).toString("utf8");
  expect(text.match(/Bilaga [\wåäöÅÄÖ]+\.docx/g)).toEqual(["Bilaga Socialnämnden.docx", "Bilaga Utbildningsnämnden.docx", "Bilaga Socialnämnden.docx", "Bilaga Utbildningsnämnden.docx"]);
});

it("says that no committee has an annex of its own when none repays anything", async () => {
  for (const row of [4, 5]) for (const column of "EF") host.setCell(`Egna!${column}${row}`, "");
  await effects.makeFile("committees");
  expect(downloads).toEqual([]);
  expect(store.state()).toMatchObject({ sieRefusals: 0, failure: { code: "pane.exportChoices", message: expect.stringContaining("Ingen nämnd återför något") as string } });
});

it("makes the follow-up as a Word file, and says so when there is no year to follow up", async () => {
  await effects.makeFile("followUp");
  expect(downloads).toHaveLength(1);
  for (const row of [4, 5]) for (const column of "EF") host.setCell(`Egna!${column}${row}`, "");
  await effects.makeFile("followUp");
  expect(downloads).toHaveLength(1);
  expect(store.state()).toMatchObject({ activity: null, announcement: { kind: "nothingToFollowUp" } });
});

it("makes a CSV file with the planned amounts", async () => {
  await effects.makeFile("csv");
  expect(new TextDecoder().decode(downloads[0]!.bytes)).toContain("Socialnämnden");
});

it("says what the SIE file needs, and makes it when it is told", async () => {
  await effects.makeFile("sie");
  expect(downloads).toEqual([]);
  expect(store.state()).toMatchObject({
    failure: { code: "pane.exportChoices", message: "SIE-filen gjordes inte. Fyll i eller rätta ”Kommun eller region”, ”SIE: konto för återföring” och ”SIE: budgetår”." },
    sieRefusals: 1,
    activity: null,
  });
  await effects.changePaper({ ...paper(), details: { ...paper().details, municipality: "Exempelköping" }, sie: { ...paper().sie, account: "4500", budgetYear: "2026" } });
  await effects.makeFile("sie");
  expect(store.state()).toMatchObject({ failure: null, sieRefusals: 0 });
  expect(Buffer.from(downloads[0]!.bytes).toString("latin1")).toContain("#SIETYP 4");
});

it("writes the annex on a sheet, and copies it", async () => {
  await effects.writeAnnex();
  const { announcement } = store.state();
  expect(announcement).toMatchObject({ kind: "annexWritten" });
  expect(host.workbook.sheets.map(({ name }) => name)).toContain((announcement as { sheet: string }).sheet);
  await effects.copyAnnex();
  expect(copied[0]?.html).toContain("<table");
  expect(copied[0]?.text).toContain("Socialnämnden");
  expect(store.state().announcement).toEqual({ kind: "copied" });
});

it("says that the annex's sheet is out of date when the input has changed, until it is written anew", async () => {
  const standing = () => store.state().annex;
  expect(standing()).toBeNull();
  await effects.writeAnnex();
  expect(standing()).toEqual({ sheet: "Bilaga", outdated: false });
  await effects.read();
  expect(standing()).toEqual({ sheet: "Bilaga", outdated: false });
  host.setCell("Egna!E4", 55);
  await until(() => store.state().current?.changed === true);
  expect(standing()).toEqual({ sheet: "Bilaga", outdated: true });
  await until(() => store.state().current?.changed === false);
  expect(standing()).toEqual({ sheet: "Bilaga", outdated: true });
  await effects.writeAnnex();
  expect(standing()).toEqual({ sheet: "Bilaga", outdated: false });
});

it("leaves the workbook as it was when the writing of the annex is cancelled", async () => {
  const before = structuredClone(host.workbook);
  const stop = store.subscribe(() => {
    const { activity } = store.state();
    if (activity?.kind === "exporting" && (activity.share ?? 0) > 0) effects.cancelExport();
  });
  await effects.writeAnnex();
  stop();
  expect(store.state()).toMatchObject({ activity: null, failure: null, annex: null, announcement: { kind: "exportCancelled" } });
  expect(host.workbook).toEqual(before);
});

it("reads nothing anew for what is written on the annex's sheet", async () => {
  await effects.writeAnnex();
  for (let row = 1; row <= 5; row++) for (const column of "ABCDEF") host.setCell(`Egna!${column}${row}`, "");
  await until(() => store.state().current?.reading.tables.length === 0 && store.state().activity === null, 50);
  const { current } = store.state();
  expect(current?.reading.tables).toEqual([]);
  host.setCell("Bilaga!A90", "Min anteckning");
  await until(() => true, 50);
  expect(store.state().current).toBe(current);
  host.setCell("Blad1!A1", "Kostnader");
  await until(() => store.state().current !== current);
});

it("keeps what papers shall be like in the workbook, and sees what is changed on the sheet", async () => {
  await effects.changePaper({ ...paper(), unit: "mkr" });
  expect(store.state()).toMatchObject({ failure: null, papers: { sheet: "Bilageuppgifter", kept: { unit: "mkr" } } });
  const { current } = store.state();
  host.setCell("Bilageuppgifter!B13", "kr");
  await until(() => paper().unit === "kr");
  expect(store.state().current).toBe(current);
});

it("keeps in the pane what the workbook could not take, uses it, and saves it later", async () => {
  host.cellEditMode = true;
  await effects.changePaper({ ...paper(), details: { ...paper().details, officer: "Anna" } });
  expect(store.state()).toMatchObject({ failure: { code: "excel.cellEditing" }, papers: { sheet: null, paper: { details: { officer: "Anna" } } } });
  host.cellEditMode = false;
  await effects.savePaper();
  expect(store.state()).toMatchObject({ failure: null, papers: { sheet: "Bilageuppgifter", kept: { details: { officer: "Anna" } } } });
});

it("says so when the browser refuses a file or the clipboard at once", async () => {
  delivery = {
    download: () => {
      throw new Error("blocked");
    },
    copy: () => Promise.reject(new Error("blocked")),
  };
  await effects.makeFile("csv");
  expect(store.state().handed).toMatchObject({ kind: "csv", arrival: "refused" });
  await effects.copyAnnex();
  expect(store.state().failure?.code).toBe("pane.notCopied");
});

describe("the order of sections", () => {
  it("shows those that are left out after the one they usually follow", () => {
    expect(shownSections(["decisions", "summary"]).slice(0, 4)).toEqual(["decisions", "committees", "projects", "results"]);
    expect(shownSections(["decisions"])[0]).toBe("summary");
  });
  it("moves, leaves out and takes in, and never leaves none", () => {
    expect(moved(["summary", "decisions"], "decisions", -1)).toEqual(["decisions", "summary"]);
    expect(moved(["summary", "decisions"], "summary", -1)).toEqual(["summary", "decisions"]);
    expect(toggled(["summary", "decisions"], "summary")).toEqual(["decisions"]);
    expect(toggled(["decisions"], "decisions")).toEqual(["decisions"]);
    expect(toggled(["decisions"], "summary")).toEqual(["summary", "decisions"]);
  });
});

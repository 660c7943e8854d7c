import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createEffects, type Effects } from "../../src/taskpane/effects";
import { excelWorkbook } from "../../src/taskpane/excelWorkbook";
import { initialState } from "../../src/taskpane/state";
import { createStore, type PaneStore } from "../../src/taskpane/store";
import { createHost, loadClient, newSheet, newWorkbook, type Client, type Host } from "../../workbench/host";

/** The pane's effects through Microsoft's client, on an Excel that has no more than the manifest asks for. */
const manifest = readFileSync(join(__dirname, "../../manifest.xml"), "utf8");

let host: Host;
let client: Client;
let uninstall: () => void;
let store: PaneStore;
let effects: Effects;

beforeEach(() => {
  const workbook = newWorkbook();
  workbook.sheets.push(newSheet("{00000000-0001-0000-0100-000000000000}", "Egna"));
  host = createHost(workbook);
  client = loadClient(host, { manifest });
  uninstall = client.install();
  store = createStore(initialState("sv"));
  effects = createEffects(excelWorkbook, store);
});

afterEach(() => {
  uninstall();
  client.close();
});

/** A small input on the user's own sheet: 100 tkr in 2026, saved again in two years. */
const fillIn = (): void => {
  const rows: (string | number)[][] = [
    ["Kostnader och besparingar, tkr"],
    ["Projekt", "Nämnd", "Typ", 2026, 2027, 2028],
    ["Skolfam", "Socialnämnden", "Kostnad", 100, "", ""],
    ["Skolfam", "Socialnämnden", "Besparing", "", 40, 70],
  ];
  rows.forEach((row, y) => row.forEach((value, x) => host.setCell(`Egna!${"ABCDEF"[x]}${y + 1}`, value)));
};

it("shows the user a cell on another sheet, in one sync", async () => {
  await effects.goTo("Egna!B3:C4");
  expect(host.workbook.selection).toEqual({ row: 2, column: 1, rows: 2, columns: 2 });
  expect(host.workbook.sheets[host.workbook.activeSheet]?.name).toBe("Egna");
  expect(host.counts.syncs).toBe(1);
  expect(store.state().failure).toBeNull();
});

it("opens a sheet", async () => {
  await effects.openSheet("Egna");
  expect(host.workbook.sheets[host.workbook.activeSheet]?.name).toBe("Egna");
});

it("says what to do when the sheet is gone, and when a cell is being edited", async () => {
  await effects.openSheet("Borttaget");
  expect(store.state().failure?.code).toBe("excel.sheetGone");
  host.cellEditMode = true;
  await effects.goTo("Egna!A1");
  expect(store.state().failure).toMatchObject({ code: "excel.cellEditing", message: expect.stringContaining("Esc") as string });
});

it("notices when the user changes the input, and only then", async () => {
  fillIn();
  await effects.watch();
  await effects.read();
  const heard: string[] = [];
  await excelWorkbook.watch((sheet) => heard.push(sheet));
  host.setCell("Blad1!A1", 1);
  await until(() => heard.includes("Blad1"));
  expect(store.state().current?.changed).toBe(false);
  host.setCell("Egna!A1", 1);
  await until(() => store.state().current?.changed === true);
});

it("reads the user's own sheet and plans from it, in three syncs", async () => {
  fillIn();
  await effects.read();
  const { current, failure } = store.state();
  expect(failure).toBeNull();
  expect(current?.reading.tables.map(({ kind, total }) => [kind, total])).toEqual([
    ["costs", "100000"],
    ["savings", "110000"],
  ]);
  expect(current?.plan.schedule.map(({ year, amount }) => [year, amount])).toEqual([
    [2027, "40000"],
    [2028, "60000"],
  ]);
  expect(host.counts.syncs).toBe(3);
});

it("keeps what was read when the workbook cannot be read again", async () => {
  fillIn();
  await effects.read();
  host.cellEditMode = true;
  await effects.read();
  expect(store.state()).toMatchObject({ activity: null, failure: { code: "excel.cellEditing" }, current: { changed: false } });
  expect(store.state().current?.plan.schedule).not.toEqual([]);
});

it("creates the template's sheets once, and then says that they are there", async () => {
  await effects.createTemplate();
  expect(store.state()).toMatchObject({ failure: null, announcement: { kind: "created", sheets: ["Projekt", "Kostnader", "Besparingar"] } });
  const sheets = host.workbook.sheets.length;
  await effects.createTemplate();
  expect(store.state().failure?.code).toBe("template.exists");
  expect(host.workbook.sheets).toHaveLength(sheets);
});

it("writes the plan on its own sheets, and tells how it goes", async () => {
  fillIn();
  await effects.read();
  const told: number[] = [];
  store.subscribe(() => {
    const { activity } = store.state();
    if (activity?.kind === "writing") told.push(activity.share);
  });
  await effects.write();
  expect(store.state()).toMatchObject({ activity: null, failure: null, written: { sheets: ["Återföringsplan", "Ramförändringar", "Fondkonto", "Kontroll"], outdated: false } });
  expect(host.workbook.sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(["Egna", "Återföringsplan", "Kontroll"]));
  expect(told).toEqual([...told].sort((a, b) => a - b));
  expect(told.at(-1)).toBe(1);
});

it("knows when it reads whether the plan on the sheets is of that input", async () => {
  fillIn();
  await effects.readAndWrite();
  await effects.read();
  expect(store.state().written).toMatchObject({ sheets: ["Återföringsplan", "Ramförändringar", "Fondkonto", "Kontroll"], outdated: false });
  host.setCell("Egna!D3", 120);
  await effects.read();
  expect(store.state().written?.outdated).toBe(true);
});

it("says why a plan was not written, and that nothing has changed", async () => {
  fillIn();
  await effects.read();
  host.failSync(2);
  const before = host.workbook.sheets.map(({ name }) => name);
  await effects.write();
  expect(store.state()).toMatchObject({ activity: null, written: null, failure: { code: "pane.notWritten", severity: "error" } });
  expect(host.workbook.sheets.map(({ name }) => name)).toEqual(before);
});

it("begins no second piece of work while one is under way", async () => {
  fillIn();
  await effects.read();
  const first = effects.write();
  const syncs = host.counts.syncs;
  await effects.write();
  expect(host.counts.syncs).toBe(syncs);
  await first;
  expect(store.state().written).not.toBeNull();
});

/** Events travel through the client's own queue, and the sheet's name is asked for: it takes the time it takes. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}

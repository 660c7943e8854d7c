import type { RepaymentRule } from "../../src/planning/types";
import { beginAnew, effects, fillOwn, host, ownRows, store, until, usePaneInExcel } from "./paneInExcel";

usePaneInExcel();

const fillIn = () => fillOwn(ownRows);

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

it("reads when it is opened, and again when the user changes the input, and only then", async () => {
  fillIn();
  await effects.open();
  expect(store.state()).toMatchObject({ current: { changed: false }, announcement: null });
  const first = store.state().current;
  host.setCell("Blad1!A1", 1);
  await until(() => true, 20);
  expect(store.state().current).toBe(first);
  host.setCell("Egna!D3", 120);
  await until(() => store.state().current !== first && store.state().current?.changed === false);
  expect(store.state().current?.reading.tables[0]?.total).toBe("120000");
});

it("waits for the cell that the user edits, without complaining", async () => {
  fillIn();
  beginAnew({ waits: { change: 100 } });
  await effects.open();
  host.setCell("Egna!D3", 130);
  await until(() => store.state().current?.changed === true);
  host.cellEditMode = true;
  await until(() => true, 100);
  expect(store.state()).toMatchObject({ failure: null, activity: null });
  host.cellEditMode = false;
  await until(() => store.state().current?.reading.tables[0]?.total === "130000");
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

it("creates the template's sheets once, reads them, and then says that they are there", async () => {
  await effects.createTemplate();
  expect(store.state()).toMatchObject({ failure: null, announcement: { kind: "created", sheets: ["Projekt", "Kostnader", "Besparingar"] }, current: { reading: { source: "template" } } });
  const sheets = host.workbook.sheets.length;
  await effects.createTemplate();
  expect(store.state().failure?.code).toBe("template.exists");
  expect(host.workbook.sheets).toHaveLength(sheets);
});

it("opens the example with a plan to write", async () => {
  await effects.openExample();
  expect(store.state()).toMatchObject({ failure: null, announcement: { kind: "exampleOpened" } });
  expect(store.state().current?.reading.tables.find(({ kind }) => kind === "costs")?.total).toBe("33560000");
  await effects.openExample();
  expect(store.state().failure?.code).toBe("template.exampleNotAlone");
});

it("adds a table that the workbook lacks beside the user's own sheet, and goes on reading both", async () => {
  fillIn();
  await effects.read();
  await effects.addTable("fund");
  expect(store.state()).toMatchObject({ failure: null, announcement: { kind: "tableAdded", sheet: "Fond" } });
  expect(host.workbook.sheets[host.workbook.activeSheet]?.name).toBe("Fond");
  const kinds = () => store.state().current?.reading.tables.map(({ kind, origin }) => `${kind} ${origin}`);
  expect(kinds()).toEqual(["fund table", "costs sheet", "savings sheet"]);
  const sheets = host.workbook.sheets.length;
  await effects.addTable("fund");
  expect([store.state().failure, host.workbook.sheets.length]).toEqual([null, sheets]);
  host.setCell("Fond!A6", "Ingående saldo");
  host.setCell("Fond!B6", 2026);
  host.setCell("Fond!C6", 5000);
  await effects.read();
  expect(store.state().current?.input.fund).toEqual({ openingBalance: "5000", openingYear: 2026 });
});

it("adds no table to a workbook whose structure is protected, and says why", async () => {
  fillIn();
  await effects.read();
  host.workbook.structureProtected = true;
  await effects.addTable("waivers");
  expect(store.state()).toMatchObject({ activity: null, failure: { code: "excel.structureProtected" }, announcement: null });
});

it("uses the selection as input, as the user has corrected it, and forgets it again", async () => {
  fillIn();
  host.setCell("Egna!A8", "Insats");
  [["Insats", "Ansvar", 2026], ["A", "SN", 5], ["B", "SN", 6]].forEach((row, y) => row.forEach((value, x) => host.setCell(`Egna!${"ABC"[x]}${y + 8}`, value)));
  await effects.goTo("Egna!A8:C10");
  await effects.understandSelection("costs");
  expect(store.state()).toMatchObject({ failure: null, pick: { kind: "costs", understood: { headerRow: 8, rows: 2, total: "11000", unit: "tkr" } } });
  await effects.correctRange({ unit: "mkr" });
  expect(store.state().pick?.understood?.total).toBe("11000000");
  await effects.useRange();
  expect(store.state()).toMatchObject({ failure: null, pick: { kind: "savings", understood: null }, announcement: { kind: "rangeUsed", used: "costs", next: "savings" } });
  const costs = () => store.state().current?.reading.tables.find(({ kind }) => kind === "costs");
  expect(costs()).toMatchObject({ origin: "range", total: "11000000" });
  await effects.forgetRange("costs");
  expect(costs()).toMatchObject({ origin: "sheet", total: "100000" });
});

describe("choosing ranges", () => {
  /** Nothing that is recognised by itself: costs in A1:C2, savings in A4:C5. */
  const twoTables = () => fillOwn([["Insats", "Vem", 2026], ["Skolfam", "SN", 100000], [], ["Insats", "Vem", 2027], ["Skolfam", "SN", 60000]]);
  const choose = async (kind: "costs" | "savings", address: string) => {
    await effects.goTo(`Egna!${address}`);
    store.dispatch({ type: "pickOpened", kind });
    await effects.understandSelection(kind);
    await effects.useRange();
  };

  it.each([["costs", "A1:C2", "savings", "A4:C5"], ["savings", "A4:C5", "costs", "A1:C2"]] as const)("goes on from %s to what is lacking, and ends when nothing is", async (first, at, second, then) => {
    twoTables();
    await choose(first, at);
    expect(store.state()).toMatchObject({ failure: null, pick: { kind: second, understood: null }, announcement: { kind: "rangeUsed", used: first, address: `Egna!${at}`, next: second } });
    await choose(second, then);
    expect(store.state()).toMatchObject({ failure: null, pick: null, announcement: { kind: "rangeUsed", used: second, next: null } });
  });

  it("loses nothing that is asked for while the workbook is read quietly, and does it in turn", async () => {
    twoTables();
    await effects.goTo("Egna!A1:C2");
    store.dispatch({ type: "pickOpened", kind: "costs" });
    const opening = effects.open();
    while (store.state().activity === null) await Promise.resolve();
    const asked = [effects.read(), effects.understandSelection("costs")];
    expect(store.state().activity).toEqual({ kind: "reading" });
    await Promise.all([opening, ...asked]);
    expect(store.state().pick?.understood?.total).toBe("100000");
    await Promise.all([effects.correctRange({ unit: "tkr" }), effects.correctRange({ years: { C: 2028 } }), effects.useRange()]);
    expect(store.state()).toMatchObject({ failure: null, activity: null, announcement: { kind: "rangeUsed" } });
    expect(store.state().current?.reading.input.costs).toMatchObject([{ year: 2028, amount: "100000000" }]);
  });

  it("uses nothing that a correction has made unusable", async () => {
    twoTables();
    await effects.goTo("Egna!A1:C2");
    await effects.understandSelection("costs");
    await Promise.all([effects.correctRange({ headerRow: 9 }), effects.useRange()]);
    expect(store.state()).toMatchObject({ activity: null, pick: { understood: { diagnostics: [{ code: "reading.headerRowOutside" }] } } });
    expect(host.workbook.names).toEqual([]);
  });
});

describe("rules in the pane", () => {
  beforeEach(async () => {
    await effects.openExample();
  });
  const repaid = () => store.state().current?.plan.projects.map(({ scheduled }) => scheduled);
  const tenth: RepaymentRule = { share: "0.1", guarantee: "0", cap: "1", profile: "savings", window: { from: { after: "projectStart", years: 1 }, years: 10 } };

  it("change the plan at once, and the workbook when they are saved", async () => {
    const before = repaid();
    const syncs = host.counts.syncs;
    await effects.draft({ defaultRule: tenth, projects: { SOLID: "default" }, settings: { roundingUnit: "1" } });
    expect(repaid()).not.toEqual(before);
    expect(host.counts.syncs).toBe(syncs);
    const planned = repaid();
    await effects.saveRules();
    expect(store.state()).toMatchObject({ failure: null, drafts: { projects: {}, settings: {} }, announcement: { kind: "rulesSaved" } });
    expect(store.state().current?.reading.input).toMatchObject({ roundingUnit: "1", defaultRule: { share: "0.1" } });
    expect(repaid()).toEqual(planned);
  });

  it("include the extra years after a cap: they are saved in the settings' table, and emptied there", async () => {
    const planned = () => store.state().current?.reading.input.capExtensionYears;
    const cell = () => {
      const row = host.values("'Inställningar'!A1:B30").find(([name]) => name === "Extra år efter tak för alla projekt");
      return row?.[1];
    };
    await effects.draft({ projects: {}, settings: { capExtensionYears: 2 } });
    await effects.saveRules();
    expect([store.state().failure, planned(), cell()]).toEqual([null, 2, 2]);
    await effects.draft({ projects: {}, settings: { capExtensionYears: null } });
    expect(store.state().current?.input.capExtensionYears).toBeUndefined();
    await effects.saveRules();
    expect([store.state().failure, planned(), cell()]).toEqual([null, undefined, ""]);
  });

  it("are saved before the plan is written", async () => {
    await effects.draft({ projects: { ABIS: tenth }, settings: {} });
    await effects.write();
    expect(store.state()).toMatchObject({ failure: null, written: { outdated: false }, drafts: { projects: {} } });
    expect(store.state().current?.reading.input.projects.filter(({ rule }) => rule?.share === "0.1").map(({ id }) => id)).toEqual(["ABIS"]);
  });

  it("with a split are saved when it comes to 100 %, and not before", async () => {
    const [first, second] = store.state().current!.input.committees;
    const split = (share: string) => [{ committee: first!.id, share }, { committee: second!.id, share: "0.4" }];
    const drafts = (share: string) => ({ projects: { ABIS: { ...tenth, profile: "level" as const, split: split(share) } }, settings: {} });
    await effects.draft(drafts("0.5"));
    const syncs = host.counts.syncs;
    await effects.saveRules();
    expect(store.state()).toMatchObject({ activity: null, drafts: drafts("0.5"), failure: { code: "pane.splitUneven", message: expect.stringContaining("blir 90 %") as string } });
    await effects.write();
    expect([store.state().failure?.code, host.counts.syncs]).toEqual(["pane.splitUneven", syncs]);
    await effects.draft(drafts("0.6"));
    await effects.saveRules();
    expect(store.state()).toMatchObject({ failure: null, announcement: { kind: "rulesSaved" } });
    const saved = store.state().current?.reading.input.projects.find(({ id }) => id === "ABIS");
    expect(saved?.rule).toEqual(drafts("0.6").projects.ABIS);
  });

  it("stay as they are when the workbook refuses them", async () => {
    await effects.draft({ defaultRule: tenth, projects: {}, settings: {} });
    host.cellEditMode = true;
    await effects.saveRules();
    expect(store.state()).toMatchObject({ activity: null, failure: { code: "excel.cellEditing" }, drafts: { defaultRule: tenth } });
  });

  it("include caps, which are written, changed and taken away", async () => {
    const committee = store.state().current!.input.committees[0]!.id;
    await effects.saveCap({ committee, amount: "100000" });
    expect(store.state().failure).toBeNull();
    const caps = () => store.state().current?.input.caps ?? [];
    expect(caps()).toMatchObject([{ committee, amount: "100000" }]);
    await effects.saveCap({ committee, year: 2014, amount: "50000", cell: caps()[0]?.cell });
    expect(caps()).toMatchObject([{ committee, year: 2014, amount: "50000" }]);
    await effects.removeCap(caps()[0]!.cell!);
    expect(caps()).toEqual([]);
  });

  it("are compared with a model without anything being written", async () => {
    const syncs = host.counts.syncs;
    await effects.compare("appropriation");
    expect(store.state().comparison?.plan.schedule).toEqual([]);
    expect(store.state().current?.plan.schedule).not.toEqual([]);
    expect(host.counts.syncs).toBe(syncs);
  });
});

it("reads what a co-author has changed before it writes", async () => {
  fillIn();
  await effects.read();
  host.setCell("Egna!D3", 120);
  await effects.write();
  expect(store.state()).toMatchObject({ written: { outdated: false }, current: { reading: { tables: [{ total: "120000" }, {}] } } });
});

it("writes no plan with errors, and shows them", async () => {
  fillIn();
  await effects.read();
  store.dispatch({ type: "tabChosen", tab: "plan" });
  host.setCell("Egna!D3", "tolv");
  const sheets = host.workbook.sheets.length;
  await effects.write();
  expect(store.state()).toMatchObject({ tab: "input", written: null, announcement: { kind: "notWritten" } });
  expect(host.workbook.sheets).toHaveLength(sheets);
});

it("stops a writing when the user asks, and leaves the workbook as it was", async () => {
  fillIn();
  await effects.read();
  const sheets = host.workbook.sheets.map(({ name }) => name);
  store.subscribe(() => {
    const { activity } = store.state();
    if (activity?.kind === "writing" && activity.share > 0 && !activity.cancelling) effects.cancelWriting();
  });
  await effects.write();
  expect(store.state()).toMatchObject({ activity: null, failure: null, written: null, announcement: { kind: "writingCancelled" } });
  expect(host.workbook.sheets.map(({ name }) => name)).toEqual(sheets);
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
  await effects.write();
  await effects.read();
  expect(store.state().written).toMatchObject({ sheets: ["Återföringsplan", "Ramförändringar", "Fondkonto", "Kontroll"], outdated: false });
  host.setCell("Egna!D3", 120);
  await effects.read();
  expect(store.state().written?.outdated).toBe(true);
  expect(store.state().written?.changes.map((change) => change.replace(/\s/g, " "))).toEqual([expect.stringMatching(/Kostnader.*Skolfam.*100 000.*120 000/)]);
});

it("says why a plan was not written, and that nothing has changed", async () => {
  fillIn();
  await effects.read();
  host.failSync(5);
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

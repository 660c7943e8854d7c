import { readWritten } from "../../src/workbook/writing";
import { fingerprintOf } from "../../src/report";
import { hostileNames } from "../report/namedInputs";
import { Bench, changed, sheetNames, sheetsFor, showcase } from "./writtenPlans";

describe("the first time", () => {
  test("writes four sheets in three syncs, and shows the plan", async () => {
    const bench = new Bench();
    const result = await bench.write();
    expect(result).toEqual({ ok: true, sheets: sheetNames, kept: [], left: [], notes: [], syncs: 3 });
    expect(bench.host.counts.syncs).toBe(3);
    expect(bench.names).toEqual(["Blad1", ...sheetNames]);
    expect(bench.host.selection).toBe("Återföringsplan!A1");
  });

  test("every formula points at the sheets' final names, and every check says OK", async () => {
    const bench = new Bench();
    await bench.write();
    expect(bench.references.filter((reference) => /ny \d|gammal|#REF!|«/.test(reference))).toEqual([]);
    expect(bench.references.some((reference) => reference.includes("Ramförändringar"))).toBe(true);
    expect(bench.host.values("Kontroll!B5")).toEqual([["OK"]]);
    const checks = bench.host.values("Kontroll!G1:G80").flat().filter((value) => value !== "");
    expect(new Set(checks)).toEqual(new Set(["Kontroll", "OK"]));
  });

  test("says afterwards which sheets stand, and what they were made from", async () => {
    const bench = new Bench();
    await bench.write();
    const fingerprint = await fingerprintOf(showcase);
    const written = (await bench.run(readWritten)).plan;
    expect(written).toEqual([
      { kind: "plan", name: "Återföringsplan", fingerprint },
      { kind: "frames", name: "Ramförändringar", fingerprint },
      { kind: "fund", name: "Fondkonto", fingerprint },
      { kind: "control", name: "Kontroll", fingerprint },
    ]);
  });

  test("prints as an annex: landscape A4, one page wide, headers repeated, pages numbered", async () => {
    const bench = new Bench();
    await bench.write();
    const plan = bench.host.workbook.sheets[1];
    expect(plan?.page).toMatchObject({ orientation: "Landscape", paperSize: "A4", fitToWidth: 1, footer: { right: "Sida &P av &N" } });
    expect(plan?.page.printTitleRows).toMatch(/^\$\d+:\$\d+$/);
    expect(plan?.frozenColumns).toBe(2);
    expect(plan?.names.every(({ visible }) => !visible)).toBe(true);
    expect(bench.host.workbook.sheets[3]?.charts[0]?.series).toHaveLength(2);
  });

  test("tells how far it has come", async () => {
    const bench = new Bench();
    const told: [number, string][] = [];
    await bench.write(showcase, { onProgress: (done, doing) => told.push([done, doing]) });
    expect(told.map(([done]) => done)).toEqual([...told.map(([done]) => done)].sort((a, b) => a - b));
    expect(told.at(-1)?.[0]).toBe(1);
    expect(told.map(([, doing]) => doing)).toContain("Skriver Återföringsplan");
  });
});

describe("names from users", () => {
  test("are written as text, exactly as they are", async () => {
    const bench = new Bench();
    const names = hostileNames.filter((name) => name.trim() !== "");
    const input = {
      title: "=2+2",
      committees: names.map((name, index) => ({ id: `N${index}`, name })),
      projects: names.map((name, index) => ({ id: `P${index}`, name })),
      costs: names.map((_, index) => ({ project: `P${index}`, committee: `N${index}`, year: 2026, amount: "1000" })),
      savings: names.map((_, index) => ({ project: `P${index}`, committee: `N${index}`, year: 2027, amount: "400" })),
      fund: { openingBalance: "1000000", openingYear: 2026 },
    };
    expect((await bench.write(input)).ok).toBe(true);
    const layouts = await sheetsFor(input);
    for (const { name, cells } of layouts) {
      const sheet = bench.host.workbook.sheets.find((one) => one.name === name);
      cells.forEach((row, y) => {
        row.forEach((content, x) => {
          if (typeof content === "string") expect(sheet?.cells.get(y)?.get(x)?.value ?? "").toBe(content);
        });
      });
    }
    expect(bench.host.values("Återföringsplan!A2")).toEqual([["=2+2"]]);
    expect(bench.host.values("Kontroll!B5")).toEqual([["OK"]]);
  });

  test("are plain text to a reader of the sheet: all but those with an apostrophe have the text format", async () => {
    const bench = new Bench();
    await bench.write({ ...showcase, projects: showcase.projects.map((project, index) => (index === 0 ? { ...project, name: "=1+1" } : project)) });
    const row = [...(bench.host.workbook.sheets[1]?.cells.values() ?? [])].find((line) => line.get(0)?.value === "=1+1");
    expect(row?.get(0)).toMatchObject({ value: "=1+1", numberFormat: "@" });
  });
});

describe("again", () => {
  test("replaces the sheets in four syncs, where they stood", async () => {
    const bench = new Bench();
    await bench.write();
    await bench.run(async (context) => {
      context.workbook.worksheets.getItem("Fondkonto").position = 0;
      await context.sync();
    });
    bench.host.resetCounts();
    const result = await bench.write(changed);
    expect(result).toMatchObject({ ok: true, sheets: sheetNames, kept: [], syncs: 4 });
    expect(bench.host.counts.syncs).toBe(4);
    expect(bench.names).toEqual(["Fondkonto", "Blad1", "Återföringsplan", "Ramförändringar", "Kontroll"]);
    expect(bench.references.filter((reference) => /#REF!|gammal|ny \d/.test(reference))).toEqual([]);
    expect(bench.host.values("Återföringsplan!A2")).toEqual([["Ändrad"]]);
    expect(bench.host.selection).toBe("Återföringsplan!A1");
  });

  test("in another language replaces the sheets too", async () => {
    const bench = new Bench();
    await bench.write();
    expect(await bench.write(showcase, { language: "en" })).toMatchObject({ ok: true, kept: [] });
    expect(bench.names).toEqual(["Blad1", "Repayment plan", "Frame changes", "Fund account", "Checks"]);
  });

  test("keeps a sheet that a user has written in, under a dated name, with what it refers to", async () => {
    const bench = new Bench();
    await bench.write();
    bench.host.setCell("Ramförändringar!C30", "Min anteckning");
    const kept = bench.formula("Ramförändringar", 7, 3);
    const result = await bench.write(changed);
    expect(result).toMatchObject({
      ok: true,
      sheets: sheetNames,
      kept: [
        { sheet: "Återföringsplan", as: "Återföringsplan 2026-11-21", by: "Ramförändringar 2026-11-21" },
        { sheet: "Ramförändringar", as: "Ramförändringar 2026-11-21" },
      ],
    });
    expect(bench.names).toHaveLength(7);
    expect(bench.host.values("'Ramförändringar 2026-11-21'!C30")).toEqual([["Min anteckning"]]);
    expect(kept).toContain("Återföringsplan");
    expect(bench.formula("Ramförändringar 2026-11-21", 7, 3)).toContain("Återföringsplan 2026-11-21");
    expect(bench.references.some((reference) => reference.includes("#REF!"))).toBe(false);
    // What was kept is the user's own from now on.
    expect(await bench.write(showcase)).toMatchObject({ kept: [] });
    expect(bench.names).toHaveLength(7);
  });

  test("keeps a sheet that the user's own formulas refer to, so that none of them becomes #REF!", async () => {
    const bench = new Bench();
    await bench.write();
    bench.host.setCell("Blad1!A1", "=Fondkonto!F8*2");
    const shown = bench.host.values("Blad1!A1");
    const result = await bench.write(changed);
    expect(result).toMatchObject({ ok: true, syncs: 4, sheets: sheetNames });
    expect(result.ok && result.kept).toContainEqual({ sheet: "Fondkonto", as: "Fondkonto 2026-11-21", by: "Blad1" });
    expect(result.ok && result.notes).toContain("Bladet Fondkonto sparades som Fondkonto 2026-11-21, eftersom Blad1 hänvisar till det. Ändra de formlerna om de ska visa den nya planen.");
    expect(bench.formula("Blad1", 0, 0)).toBe("='Fondkonto 2026-11-21'!F8*2");
    expect(bench.host.values("Blad1!A1")).toEqual(shown);
    expect(bench.references.some((reference) => reference.includes("#REF!"))).toBe(false);
    // Kontroll is referred to by nothing, and is replaced.
    expect(bench.names).not.toContain("Kontroll 2026-11-21");
  });

  test("a second sheet kept the same day gets a number", async () => {
    const bench = new Bench();
    for (const note of ["ett", "två"]) {
      await bench.write();
      bench.host.setCell("Återföringsplan!A60", note);
    }
    expect(await bench.write()).toMatchObject({ kept: [{ as: "Återföringsplan 2026-11-21 (2)" }] });
  });

  test("leaves a copied or renamed sheet of ours alone", async () => {
    const bench = new Bench();
    await bench.write();
    await bench.run(async (context) => {
      context.workbook.worksheets.getItem("Återföringsplan").copy("End");
      context.workbook.worksheets.getItem("Kontroll").name = "Min kontroll";
      await context.sync();
    });
    await bench.write(changed);
    expect(bench.names).toEqual(expect.arrayContaining(["Återföringsplan (2)", "Min kontroll", ...sheetNames]));
    expect(bench.host.values("'Återföringsplan (2)'!A2")).not.toEqual([["Ändrad"]]);
  });
});

describe("a sheet that is not ours", () => {
  test("is never touched; ours gets another name, and says so", async () => {
    const bench = new Bench();
    await bench.run(async (context) => {
      const sheet = context.workbook.worksheets.add("KONTROLL");
      sheet.getRange("A1").values = [["Min egen"]];
      await context.sync();
    });
    const before = bench.state.sheets[1];
    const result = await bench.write();
    expect(result).toMatchObject({ ok: true, sheets: ["Återföringsplan", "Ramförändringar", "Fondkonto", "Kontroll (2)"] });
    expect(result.ok && result.notes).toEqual(["Bladet Kontroll är inte skapat av tillägget och rördes inte. Det nya heter Kontroll (2)."]);
    expect(bench.state.sheets[1]).toEqual(before);
    expect(await bench.write(changed)).toMatchObject({ ok: true, sheets: ["Återföringsplan", "Ramförändringar", "Fondkonto", "Kontroll (2)"], kept: [] });
    expect(bench.state.sheets.find(({ name }) => name === "KONTROLL")).toEqual(before);
    expect(bench.names).toHaveLength(6);
  });

  test("with a working name of ours is left when it has contents, and taken away when it is empty", async () => {
    const bench = new Bench();
    await bench.run(async (context) => {
      context.workbook.worksheets.add("Återföring ny 1").getRange("A1").values = [["Mitt"]];
      context.workbook.worksheets.add("Återföring ny 7");
      await context.sync();
    });
    expect(await bench.write()).toMatchObject({ ok: true });
    expect(bench.names).toEqual(["Blad1", "Återföring ny 1", ...sheetNames]);
  });
});

test("a protected structure is a sentence, and nothing is changed", async () => {
  const bench = new Bench();
  bench.host.protectStructure();
  const before = bench.state;
  const result = await bench.write();
  expect(result).toMatchObject({ ok: false, cancelled: false, left: [], syncs: 1 });
  expect(!result.ok && result.message).toContain("Granska › Skydda arbetsbok");
  expect(bench.state).toEqual(before);
});

test("an input with errors writes nothing", async () => {
  const bench = new Bench();
  const before = bench.state;
  const result = await bench.write({ ...showcase, roundingUnit: "0" });
  expect(result).toMatchObject({ ok: false, syncs: 0 });
  expect(bench.state).toEqual(before);
});

test("cell editing is a sentence that says what to do", async () => {
  const bench = new Bench();
  bench.host.cellEditMode = true;
  const result = await bench.write();
  expect(result.ok).toBe(false);
  expect(!result.ok && result.message).toMatch(/^Planen skrevs inte, och arbetsboken är som förut\. .*redigera/);
});

import { writePlan } from "../../src/workbook/writing";
import type { Failure } from "../../workbench/host";
import { Bench, changed, sheetNames, sheetsFor, showcase, smallest } from "./writtenPlans";

const otherSmall = { ...smallest, title: "Ändrad" };

/** How each situation begins, and how many syncs a writing takes in it. */
const situations: [string, (bench: Bench) => Promise<unknown>, number][] = [
  ["a first writing", async () => undefined, 3],
  ["a rewriting", (bench) => bench.write(smallest), 4],
  [
    "a rewriting with a sheet to keep",
    async (bench) => {
      await bench.write(smallest);
      bench.host.setCell("Fondkonto!A40", "Egen rad");
    },
    4,
  ],
];

const failures: [string, Failure][] = [
  ["before anything is done", {}],
  ["midway", { actionIndex: 4 }],
  ["far into it", { actionIndex: 60 }],
  ["with everything done", { after: true }],
];

const cases = situations.flatMap(([situation, begin, syncs]) =>
  Array.from({ length: syncs }, (_, index) => index + 1).flatMap((sync) => failures.map(([when, failure]) => ({ situation, begin, syncs, sync, when, failure }))),
);

test.each(cases)("$situation that fails at sync $sync $when leaves the workbook as it was, or is carried through", async ({ begin, syncs, sync, failure }) => {
  const bench = new Bench();
  await begin(bench);
  bench.host.select("Blad1!B2");
  const before = bench.state;
  bench.host.failSync(sync, "GeneralException", failure);
  const result = await bench.write(otherSmall);
  if (result.ok) {
    // Only when an old sheet was gone already, in the last sync: then the plan stands whole.
    expect(sync).toBe(4);
    expect(syncs).toBe(4);
    expect(bench.names.filter((name) => /ny \d|gammal/.test(name))).toEqual([]);
    expect(bench.names).toEqual(expect.arrayContaining(sheetNames));
    expect(bench.host.values("Återföringsplan!A2")).toEqual([["Ändrad"]]);
    return;
  }
  expect(result.left).toEqual([]);
  expect(result.message).toContain("arbetsboken är som förut");
  // Which cell was selected is all that showing another sheet costs.
  expect({ ...bench.state, selection: before.selection }).toEqual(before);
});

test("a failure in the last sync before any old sheet is gone is undone", async () => {
  const bench = new Bench();
  await bench.write();
  const before = bench.state;
  bench.host.failSync(4);
  expect(await bench.write(changed)).toMatchObject({ ok: false, left: [] });
  expect(bench.state).toEqual(before);
});

test("when the clean-up fails too, what is left is said, and the next writing removes it", async () => {
  for (const sync of [2, 3]) {
    const bench = new Bench();
    await bench.write();
    for (let later = 0; later < 6; later++) bench.host.failSync(sync + later, "GeneralException", later === 0 ? { after: true } : {});
    const result = await bench.write(changed);
    expect(result.ok).toBe(false);
    expect(result.left.length).toBeGreaterThan(0);
    expect(!result.ok && result.message).toContain("kan vara kvar");
    const standing = new Bench(bench.host.workbook);
    expect(await standing.write(changed)).toMatchObject({ ok: true, kept: [] });
    expect(standing.names).toEqual(["Blad1", ...sheetNames]);
    expect(standing.host.values("Kontroll!B5")).toEqual([["OK"]]);
  }
});

test("cancelling between syncs restores the workbook, at every sync", async () => {
  for (const last of [0, 1, 2, 3]) {
    const bench = new Bench();
    await bench.write();
    const before = bench.state;
    const cancel = new AbortController();
    let told = 0;
    const result = await bench.write(changed, {
      signal: cancel.signal,
      onProgress: () => {
        if (told++ === last) cancel.abort();
      },
    });
    expect(result).toMatchObject({ ok: false, cancelled: true, left: [] });
    expect(!result.ok && result.message).toContain("Du avbröt.");
    expect(bench.state).toEqual(before);
  }
});

describe("a thousand projects", () => {
  const committees = Array.from({ length: 5 }, (_, index) => ({ id: `N${index}`, name: `Nämnd ${index}` }));
  const projects = Array.from({ length: 1000 }, (_, index) => ({ id: `P${index}`, name: `Projekt ${index}` }));
  const large = {
    committees,
    projects,
    costs: projects.map(({ id }, index) => ({ project: id, committee: `N${index % 5}`, year: 2026, amount: "9000000" })),
    savings: projects.flatMap(({ id }) => committees.flatMap(({ id: committee }) => Array.from({ length: 8 }, (_, index) => ({ project: id, committee, year: 2027 + index, amount: String(100000 + index) })))),
    fund: { openingBalance: "10000000000", openingYear: 2026 },
  };

  test("fit in requests under 5 MB, cut when they must be, and are replaced", async () => {
    const bench = new Bench();
    const layouts = await sheetsFor(large);
    const options = { language: "sv", today: "2026-11-21" } as const;
    const first = await writePlan(bench.run, layouts, options);
    expect(first).toMatchObject({ ok: true, syncs: 3 });
    expect(bench.host.counts.largestRequest).toBeLessThan(5_000_000);
    expect(bench.host.values("Kontroll!B4")).toEqual([["OK"]]);
    bench.host.resetCounts();
    expect(await writePlan(bench.run, layouts, options)).toMatchObject({ ok: true, kept: [], syncs: 4 });
    expect(bench.host.counts.largestRequest).toBeLessThan(5_000_000);
    expect(bench.host.counts.largestResponse).toBeLessThan(5_000_000);
  }, 120_000);
});

test.each([
  ["protected", (bench: Bench, on: boolean) => bench.host.protectStructure(on), "Arbetsbokens struktur är skyddad, så blad kan inte läggas till eller tas bort. Ta bort skyddet under Granska › Skydda arbetsbok"],
  ["read-only", (bench: Bench, on: boolean) => (bench.host.readOnly = on), "Arbetsboken är öppnad som skrivskyddad, så inget kan skrivas i den. Välj Redigera arbetsbok"],
])("a workbook that is %s is as before, with a sentence that tells what to do, and takes the plan afterwards", async (_, turn, sentence) => {
  const bench = new Bench();
  await bench.write();
  const before = bench.state;
  turn(bench, true);
  const refused = await bench.write(changed);
  expect(refused).toMatchObject({ ok: false, cancelled: false, left: [], message: expect.stringContaining(sentence) as string });
  turn(bench, false);
  expect(bench.state).toEqual(before);
  expect(await bench.write(changed)).toMatchObject({ ok: true, left: [] });
});

test("an Excel that takes less than it says gets smaller blocks, and the workbook is as before when it takes nothing", async () => {
  const bench = new Bench(undefined, { payloadLimit: 300_000 });
  const notes = Array.from({ length: 3000 }, (_, row) => [`Anteckning ${row}: ${"lång text ".repeat(12)}`]);
  for (const [row, [note]] of notes.entries()) bench.host.setCell(`Blad1!A${row + 1}`, note ?? "");
  expect(await bench.write()).toMatchObject({ ok: true, left: [] });
  expect(await bench.write(changed)).toMatchObject({ ok: true, left: [], kept: [] });
  expect(bench.names).toEqual(["Blad1", ...sheetNames]);
  const narrow = new Bench(undefined, { payloadLimit: 5_000 });
  const before = narrow.state;
  expect(await narrow.write()).toMatchObject({ ok: false, left: [] });
  expect(narrow.state).toEqual(before);
});

test("with a low limit everything goes in blocks under it, and a failure in any of them is undone", async () => {
  const bench = new Bench(undefined, { payloadLimit: 60_000 });
  await bench.write(showcase, { payloadLimit: 30_000 });
  expect(bench.names).toEqual(["Blad1", ...sheetNames]);
  expect(bench.host.counts.syncs).toBeGreaterThan(6);
  const before = bench.state;
  for (const sync of [2, 4, 6]) {
    bench.host.failSync(sync, "GeneralException", { actionIndex: 5 });
    expect(await bench.write(changed, { payloadLimit: 30_000 })).toMatchObject({ ok: false, left: [] });
    expect(bench.state).toEqual(before);
  }
});

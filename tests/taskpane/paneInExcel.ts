import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createEffects, type Effects, type Waits } from "../../src/taskpane/effects";
import { excelWorkbook } from "../../src/taskpane/excelWorkbook";
import { pageWays, type ExportWays } from "../../src/taskpane/exportEffects";
import { pagePlanner, type Planner } from "../../src/taskpane/planner";
import { initialState } from "../../src/taskpane/state";
import { createStore, type PaneStore } from "../../src/taskpane/store";
import type { Patience } from "../../src/workbook/excelRun";
import { createHost, loadClient, newSheet, newWorkbook, type Client, type Host } from "../../workbench/host";

/** The pane's effects through Microsoft's client, on an Excel that has no more than the manifest asks for. */
const manifest = readFileSync(join(__dirname, "../../manifest.xml"), "utf8");

export let host: Host;
export let client: Client;
export let store: PaneStore;
export let effects: Effects;

const shortWaits: Waits = { change: 5, cellEditing: 5, typing: 5 };

/** What is other than usual: how long is waited, who plans, for how long Excel is waited for, how papers are made and leave the pane. */
interface Unusual {
  waits?: Partial<Waits>;
  planner?: Planner;
  ways?: ExportWays;
  patience?: Patience;
}

/** The pane begins anew with other ways of doing things; its state and the workbook stay. */
export function beginAnew({ waits = {}, planner = pagePlanner, ways = pageWays, patience }: Unusual): void {
  effects = createEffects(excelWorkbook(store, patience), store, planner, { ...shortWaits, ...waits }, ways);
}

/** Gives each test of a file a pane in Swedish and a new workbook: Blad1 and Egna, both blank. */
export function usePaneInExcel(unusual: Unusual = {}): void {
  let uninstall: () => void;
  beforeEach(() => {
    const workbook = newWorkbook();
    workbook.sheets.push(newSheet("{00000000-0001-0000-0100-000000000000}", "Egna"));
    host = createHost(workbook);
    client = loadClient(host, { manifest });
    uninstall = client.install();
    store = createStore(initialState("sv"));
    beginAnew(unusual);
  });
  afterEach(() => {
    uninstall();
    client.close();
  });
}

/** Fills the user's own sheet from A1. */
export function fillOwn(rows: readonly (string | number)[][]): void {
  rows.forEach((row, y) => row.forEach((value, x) => host.setCell(`Egna!${"ABCDEF"[x]}${y + 1}`, value)));
}

/** A small input as people write it: 100 tkr in 2026, saved again in two years. */
export const ownRows: readonly (string | number)[][] = [
  ["Kostnader och besparingar, tkr"],
  ["Projekt", "Nämnd", "Typ", 2026, 2027, 2028],
  ["Skolfam", "Socialnämnden", "Kostnad", 100, "", ""],
  ["Skolfam", "Socialnämnden", "Besparing", "", 40, 70],
];

/** Waits until something is so, or so many turns at least: events travel through the client's own queue. */
/** Until what is under way in the client is done. */
export const settled = () => until(() => true, 3);

export async function until(isSo: () => boolean, turns = 0): Promise<void> {
  for (let turn = 0; turn < 2000; turn++) {
    if (turn >= turns && isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  throw new Error("It did not come about.");
}

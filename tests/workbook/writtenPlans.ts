import { planRepayments } from "../../src/planning";
import type { PlanInput } from "../../src/planning/types";
import { fingerprintOf, planReport, planSheets, type SheetLayout } from "../../src/report";
import type { ExcelRun } from "../../src/workbook/excelRun";
import { writePlan, type WriteOptions } from "../../src/workbook/writing";
import { createHost, loadClient, newWorkbook, type Client, type Host, type HostOptions } from "../../workbench/host";
import type { Workbook } from "../../workbench/host/model";
import small from "../planning/examples/skl-1-mkr.json";
import norrkoping from "../planning/examples/norrkoping-2010.json";

/** The sheets of an input's plan, with its fingerprint. */
export async function sheetsFor(input: unknown, language: "sv" | "en" = "sv"): Promise<SheetLayout[]> {
  const given = input as PlanInput;
  const fingerprint = await fingerprintOf(given);
  return planSheets(planReport(planRepayments(given), given, { language, madeAt: "2026-11-21", version: "0.1.0", sources: [], fingerprint }));
}

export const showcase = norrkoping as unknown as PlanInput;
/** A plan of one project. */
export const smallest = small as unknown as PlanInput;
/** The showcase with another title and fund. */
export const changed: PlanInput = { ...showcase, title: "Ändrad", fund: { openingBalance: "50000000", openingYear: 2010 } };

export const sheetNames = ["Återföringsplan", "Ramförändringar", "Fondkonto", "Kontroll"];

/** A workbook, Microsoft's client on it, and the writing of plans. */
export class Bench {
  readonly host: Host;
  readonly client: Client;
  readonly run: ExcelRun;

  constructor(workbook: Workbook = newWorkbook(), options: HostOptions = {}) {
    this.host = createHost(workbook, options);
    this.client = loadClient(this.host);
    this.run = (batch) => this.client.Excel.run(batch);
  }

  async write(input: unknown = showcase, options: Partial<WriteOptions> = {}) {
    return writePlan(this.run, await sheetsFor(input, options.language), { language: "sv", today: "2026-11-21", ...options });
  }

  get names(): string[] {
    return this.host.workbook.sheets.map(({ name }) => name);
  }

  /** Everything that the workbook holds, to compare. */
  get state(): Workbook {
    return structuredClone(this.host.workbook);
  }

  formula(sheet: string, row: number, column: number): string | undefined {
    return this.host.workbook.sheets.find(({ name }) => name === sheet)?.cells.get(row)?.get(column)?.formula;
  }

  /** Every formula and chart address of the workbook. */
  get references(): string[] {
    return this.host.workbook.sheets.flatMap(({ cells, charts }) => [
      ...[...cells.values()].flatMap((line) => [...line.values()].flatMap(({ formula }) => (formula === undefined ? [] : [formula]))),
      ...charts.flatMap(({ series }) => series.flatMap(({ valuesAddress, categoriesAddress = "" }) => [valuesAddress, categoriesAddress])),
    ]);
  }
}

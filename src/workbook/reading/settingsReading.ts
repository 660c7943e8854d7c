import type { DecimalText, PlanInput, RepaymentRule } from "../../planning/types";
import type { ColumnKey, SettingKey } from "../template/tables";
import { settingNamed } from "../template/texts";
import { cellOf, isBlank, textAt, valueAt, type CellBlock } from "./cellBlock";
import type { Findings } from "./findings";
import { RecordRow, type RecordPlace } from "./records";
import { readRule } from "./ruleReading";

/** What the settings say; the appraisal's base year may still be missing. */
export type Settings = Pick<PlanInput, "title" | "roundingUnit" | "planFrom" | "capOrder" | "capExtensionYears" | "guideline"> & {
  rate?: DecimalText;
  baseYear?: number;
  defaultRule?: RepaymentRule;
};

/** Reads the settings: a name and a value on each row. */
export function readSettings(block: CellBlock, place: RecordPlace, findings: Findings): { settings: Settings; rows: number } {
  const nameColumn = place.columns.get("setting") ?? 0;
  const column = place.columns.get("settingValue") ?? nameColumn + 1;
  const settings: Settings = {};
  const ruleRows = new Map<ColumnKey, number>();
  let rows = 0;
  let baseYear = place.headerRow;
  for (let row = place.headerRow + 1; row < block.values.length; row += 1) {
    const name = textAt(block, row, nameColumn);
    if (name === "" || isBlank(valueAt(block, row, column))) continue;
    rows += 1;
    const named = settingNamed(name);
    if (!named) findings.problem("warning", "settingUnknown", { text: name }, cellOf(block, row, nameColumn));
    else if ("rule" in named) ruleRows.set(named.rule, row);
    else {
      if (named.setting === "baseYear") baseYear = row;
      take(settings, named.setting, new RecordRow(block, () => ({ row, column }), findings, "kr"));
    }
  }
  const rule = new RecordRow(
    block,
    (key) => {
      const row = ruleRows.get(key);
      return row === undefined ? undefined : { row, column };
    },
    findings,
    "kr",
  );
  const defaultRule = readRule(rule, findings);
  if (settings.baseYear !== undefined && settings.rate === undefined) findings.problem("warning", "rateMissing", {}, cellOf(block, baseYear, column));
  return { settings: { ...settings, ...(defaultRule ? { defaultRule } : {}) }, rows };
}

function take(settings: Settings, setting: SettingKey, cell: RecordRow): void {
  const within = (part: keyof NonNullable<PlanInput["guideline"]>, count: number | undefined) => {
    if (count !== undefined) settings.guideline = { ...settings.guideline, [part]: count };
  };
  const set = <K extends keyof Settings>(key: K, value: Settings[K] | undefined) => {
    if (value !== undefined) settings[key] = value;
  };
  const takes: Record<SettingKey, () => void> = {
    title: () => set("title", cell.text("settingValue")),
    roundingUnit: () => set("roundingUnit", cell.amount("settingValue")),
    planFrom: () => set("planFrom", cell.year("settingValue")),
    rate: () => set("rate", cell.share("settingValue")),
    baseYear: () => set("baseYear", cell.year("settingValue")),
    capOrder: () => set("capOrder", cell.choice("settingValue", "capOrder")),
    capExtensionYears: () => set("capExtensionYears", cell.count("settingValue")),
    firstWithin: () => within("firstRepaymentWithinYears", cell.count("settingValue")),
    lastWithin: () => within("lastRepaymentWithinYears", cell.count("settingValue")),
  };
  takes[setting]();
}

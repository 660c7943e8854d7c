import { modelRules, type CompleteRule } from "../../planning/models";
import type { RepaymentRule, WindowStart } from "../../planning/types";
import { ruleColumns } from "../template/tables";
import type { Findings } from "./findings";
import type { RecordRow } from "./records";

/**
 * A rule from a row's cells: the model, with what the other cells change. Without a model, `base` (the default rule's)
 * is changed. Undefined when every cell is blank: then the plan's default rule holds.
 */
export function readRule(row: RecordRow, findings: Findings, base?: RepaymentRule): RepaymentRule | undefined {
  if (!ruleColumns.some((column) => row.has(column))) return undefined;
  const model = row.choice("model", "model");
  const start: CompleteRule & RepaymentRule = model === undefined ? { ...modelRules.conditional(), ...base } : modelRules[model === "own" ? "conditional" : model]();
  const share = row.share("share");
  const guarantee = row.share("guarantee");
  const cap = row.share("cap");
  const profile = row.choice("profile", "profile");
  const from = windowStart(row, findings);
  const years = row.count("windowYears");
  const latest = row.year("latestYear");
  const earlier = row.yesNo("earlierSavings");
  const extension = row.count("capExtension");
  return {
    ...start,
    ...(share === undefined ? {} : { share }),
    ...(guarantee === undefined ? {} : { guarantee }),
    ...(cap === undefined ? {} : { cap }),
    ...(profile === undefined ? {} : { profile }),
    window: { ...start.window, ...(from === undefined ? {} : { from }), ...(years === undefined ? {} : { years }), ...(latest === undefined ? {} : { latest }) },
    ...(earlier === undefined ? {} : { includeEarlierSavings: earlier }),
    ...(extension === undefined ? {} : { capExtensionYears: extension }),
  };
}

function windowStart(row: RecordRow, findings: Findings): WindowStart | undefined {
  const year = row.year("firstYear");
  const afterStart = row.count("yearsAfterStart");
  const afterEnd = row.count("yearsAfterEnd");
  const stated = [year, afterStart, afterEnd].filter((value) => value !== undefined);
  if (stated.length > 1) findings.problem("error", "severalStarts", {}, row.cell(year === undefined ? "yearsAfterStart" : "firstYear"));
  if (year !== undefined) return year;
  if (afterStart !== undefined) return { after: "projectStart", years: afterStart };
  return afterEnd === undefined ? undefined : { after: "projectEnd", years: afterEnd };
}

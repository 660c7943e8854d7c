import { controlSheet } from "./sheetControl";
import { fundSheet } from "./sheetFund";
import { framesSheet } from "./sheetFrames";
import type { SheetLayout } from "./sheetLayout";
import { planSheet } from "./sheetPlan";
import type { PlanReport } from "./types";

/**
 * The report as sheets, in the order that they are to stand: Återföringsplan, Ramförändringar, Fondkonto (when there
 * is a fund account) and Kontroll. A report with errors has no plan to write: no sheets.
 */
export function planSheets(report: PlanReport): SheetLayout[] {
  if (report.hasErrors) return [];
  const plan = planSheet(report);
  const frames = framesSheet(report, plan.places);
  const hasFund = report.fund.rows.some(({ role }) => role === "item");
  const fund = hasFund ? fundSheet(report, plan.places, frames.places) : undefined;
  const control = controlSheet({ report, plan: plan.places, frames: frames.places, fund: fund?.places });
  return [plan.layout, frames.layout, ...(fund === undefined ? [] : [fund.layout]), control];
}

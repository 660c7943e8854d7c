import type { SheetLayout } from "../sheetLayout";
import { changesSheet } from "./sheetChanges";
import { followUpSheet } from "./sheetFollowUp";
import type { FollowUpReport } from "./types";

/** The follow-up as sheets, in the order that they are to stand: Uppföljning and Förändringar. */
export function followUpSheets(report: FollowUpReport): SheetLayout[] {
  return [followUpSheet(report), changesSheet(report)];
}

import "i18next";
import type annex from "./sv/annex.json";
import type excel from "./sv/excel.json";
import type followUp from "./sv/followUp.json";
import type followUpTab from "./sv/followUpTab.json";
import type functions from "./sv/functions.json";
import type history from "./sv/history.json";
import type pane from "./sv/pane.json";
import type reading from "./sv/reading.json";
import type report from "./sv/report.json";
import type template from "./sv/template.json";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "pane";
    resources: { annex: typeof annex; excel: typeof excel; followUp: typeof followUp; followUpTab: typeof followUpTab; functions: typeof functions; history: typeof history; pane: typeof pane; reading: typeof reading; report: typeof report; template: typeof template };
  }
}

import { languageOf } from "../i18n";
import { createEffects } from "./effects";
import { browserDelivery } from "./export/delivery";
import { workerExporter } from "./export/exporter";
import { excelWorkbook } from "./excelWorkbook";
import { initialState } from "./state";
import { createStore } from "./store";
import { workerPlanner } from "./workerPlanner";

/** The one store of the shared runtime, and what can be done to the workbook that Excel has opened. */
export const store = createStore(initialState(languageOf(Office.context.displayLanguage)));
export const effects = createEffects(excelWorkbook(store), store, workerPlanner(), undefined, { exporter: workerExporter(), delivery: browserDelivery });

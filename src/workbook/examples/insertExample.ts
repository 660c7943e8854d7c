import { translator, type Language } from "../../i18n";
import type { PlanInput } from "../../planning/types";
import { excelDiagnostic } from "../excelErrors";
import { discover } from "../reading/discover";
import { createTemplate, type CreatedTemplate } from "../template/createTemplate";
import { fillTemplate } from "../template/fillTemplate";

/**
 * "Öppna exemplet": inserts the template's sheets, filled in with the showcase, in three syncs. Refused, with an error
 * diagnostic and no sheets, when the workbook has input of its own: a table of the template, or a range that is used.
 */
export async function insertExample(context: Excel.RequestContext, { language }: { language: Language }): Promise<CreatedTemplate> {
  try {
    const { ranges, tables } = await discover(context);
    if (ranges.length + tables.length > 0) {
      const message = translator(language)("template:problems.exampleNotAlone");
      return { sheets: [], diagnostics: [{ code: "template.exampleNotAlone", severity: "error", message }] };
    }
    const input = { ...(await showcase()), title: translator(language)("template:example.title") };
    const years = [...input.costs, ...input.savings].map(({ year }) => year);
    const firstYear = Math.min(...years);
    return await createTemplate(context, { language, firstYear, years: Math.max(...years) - firstYear + 1, filled: fillTemplate(input, language) });
  } catch (error) {
    return { sheets: [], diagnostics: [excelDiagnostic(error, language)] };
  }
}

/** Loaded when it is asked for: most users open it once, or never. */
async function showcase(): Promise<PlanInput> {
  const { default: input } = await import("./norrkoping-2010.json");
  return input as PlanInput;
}

import { annexTranslator } from "../paper/annexTexts";
import { decimalsIn, titleLines } from "../paper/titlePage";
import { followUpSections, type Annex, type AnnexBlock, type AnnexChoices, type FollowUpSectionId } from "../paper/types";
import { unbrokenBlock } from "../paper/unbroken";
import { reportSubject } from "../parties";
import { remarks } from "../remarks";
import type { ReportOptions, ReportTable, ReportText } from "../types";
import { differs } from "./comparedPlans";
import { followUpReport } from "./followUpReport";
import { followUpSummary } from "./followUpSummary";
import { followUpTranslator } from "./followUpTexts";
import { changesTable, evaluationTable, outcomesTable, plansTable, reasonsTable, repaymentsTable } from "./paperTables";
import { roundedFollowUp } from "./roundedFollowUp";
import type { FollowUpReport, FollowUpSource } from "./types";

/** What a follow-up's paper shall be like: as the plan's annex, but with its own sections. */
export type FollowUpChoices = Pick<AnnexChoices, "language" | "unit" | "details">;

/**
 * A year's follow-up as a paper for the half-year and year-end accounts: what came of what was expected, what is
 * missing, the new plan beside the decided one with the reasons, and what the projects have come to.
 * @param source the year, both plans and what differs between them; amounts exact
 * @param choices language, unit and what the title page says
 * @param options when it is made and of what
 */
export function followUpAnnex(source: FollowUpSource, choices: FollowUpChoices, options: Omit<ReportOptions, "language">): Annex {
  const { language, unit, details } = choices;
  const translate = followUpTranslator(language);
  const report = followUpReport(roundedFollowUp(source, unit), { ...options, language }, unit);
  const subject = reportSubject(source.plan, source.input, language);
  const notes = remarks(subject, options.readingDiagnostics ?? []).entries;
  return {
    language,
    title: translate("followUp:paper.title", { year: source.year }),
    lines: titleLines(details, report.subtitle, language),
    author: details.officer.trim() || details.municipality.trim(),
    unitNote: unit === "kr" ? annexTranslator(language)("annex:unit.kr") : translate(`followUp:paper.unit.${unit}`),
    unit,
    decimals: decimalsIn(unit, report.decimals),
    sections: followUpSections.flatMap((id) => {
      const blocks = contents[id]({ report, choices, remarks: notes });
      return blocks.length === 0 ? [] : [{ id, title: translate(`followUp:paper.sections.${id}`, { year: source.year }), blocks: blocks.map(unbrokenBlock) }];
    }),
    inputFingerprint: options.fingerprint,
    fingerprint: annexTranslator(language)("annex:fingerprint", { fingerprint: options.fingerprint }),
  };
}

interface Parts {
  report: FollowUpReport;
  choices: FollowUpChoices;
  remarks: ReportText["entries"];
}

const tableWith = (table: ReportTable): AnnexBlock[] => [{ kind: "table", table }];
const entriesOf = (entries: ReportText["entries"]): AnnexBlock[] => (entries.length === 0 ? [] : [{ kind: "entries", entries }]);

/** What each section holds; nothing when there is nothing to say. */
const contents: Record<FollowUpSectionId, (parts: Parts) => AnnexBlock[]> = {
  followUpSummary: ({ report, choices }) => followUpSummary(report, choices).map((text) => ({ kind: "paragraph", text })),
  yearOutcomes: ({ report }) => (report.rows.length === 0 ? [] : tableWith(outcomesTable(report))),
  yearRepayments({ report }) {
    const table = repaymentsTable(report);
    return table.rows.length > 1 ? tableWith(table) : [];
  },
  missing: ({ report }) => entriesOf(report.missing),
  comparedPlans: ({ report }) => (report.committeeYears.length === 0 ? [] : tableWith(plansTable(report))),
  reasons: ({ report }) => (differs(report) ? tableWith(reasonsTable(report)) : []),
  changes: ({ report }) => (differs(report) ? tableWith(changesTable(report)) : []),
  evaluation: ({ report }) => (report.evaluations.some(({ years }) => years.length > 0) ? [...tableWith(evaluationTable(report)), ...entriesOf(report.evaluated)] : []),
  comparison: ({ report, choices }) => (report.observed.length === 0 ? [] : [{ kind: "paragraph", text: followUpTranslator(choices.language)("followUp:comparison.explained") }, ...entriesOf(report.observed)]),
  followUpRemarks: ({ remarks: entries }) => entriesOf(entries),
};

import type { PlanInput, RepaymentPlan } from "../../planning/types";
import { planOverview } from "../overview";
import { committeeName, reportSubject, type ReportSubject } from "../parties";
import { planReport } from "../planReport";
import type { PlanReport, ReportOptions, ReportTable, ReportText } from "../types";
import { annexTranslator, type AnnexTranslate } from "./annexTexts";
import { fundChart, repaymentChart } from "./charts";
import { decisions } from "./decisions";
import { ofCommittee } from "./ofCommittee";
import { roundedPlan, type PaperUnit } from "./roundedPlan";
import { summary } from "./summary";
import type { Annex, AnnexBlock, AnnexChoices, AnnexSectionId } from "./types";

/** The plan, what it was made from, and what the reading and writing know of it. */
export interface AnnexSource {
  plan: RepaymentPlan;
  input: PlanInput;
  options: Omit<ReportOptions, "language">;
}

/** Decimals in the unit: öre only where there are some, tenths of mkr. */
function decimalsIn(unit: PaperUnit, report: PlanReport): number {
  if (unit === "kr") return report.decimals;
  return unit === "mkr" ? 1 : 0;
}

/**
 * The council paper of a plan, as a document: title page, summary, proposed decisions, tables, charts and the texts
 * that make it credible.
 * @param source the plan without errors; amounts exact
 * @param choices language, unit, sections and what the title page says
 * @param committee for a committee's own annex, with only its figures; without it, all
 */
export function annex(source: AnnexSource, choices: AnnexChoices, committee?: string): Annex {
  const { language, unit, details } = choices;
  const translate = annexTranslator(language);
  const { plan, input } = committee === undefined ? source : ofCommittee(source, committee);
  const exact = reportSubject(plan, input, language);
  const subject = reportSubject(roundedPlan(plan, unit), input, language);
  const own = committee === undefined ? undefined : committeeName(exact, committee);
  const options = { ...source.options, language };
  const report = planReport(subject.plan, input, options);
  const texts = planReport(plan, input, options).texts;
  const parts: Parts = { exact, subject, report, texts, translate, choices, ...(own !== undefined && { own }) };
  return {
    language,
    title: own === undefined ? translate("annex:title") : translate("annex:ownTitle", { committee: own }),
    lines: [
      { label: translate("annex:lines.municipality"), text: details.municipality },
      { label: translate("annex:lines.caseNumber"), text: details.caseNumber },
      { label: translate("annex:lines.date"), text: details.date },
      { label: translate("annex:lines.officer"), text: details.officer },
      { label: translate("annex:lines.recipient"), text: details.recipient },
      { label: translate("annex:lines.subject"), text: report.subtitle },
    ].filter(({ text }) => text.trim() !== ""),
    unitNote: translate(`annex:unit.${unit}`),
    unit,
    decimals: decimalsIn(unit, report),
    sections: choices.sections.flatMap((id) => {
      const blocks = contents[id](parts);
      return blocks.length === 0 ? [] : [{ id, title: translate(`annex:sections.${id}`), blocks }];
    }),
    inputFingerprint: report.fingerprint,
    fingerprint: translate("annex:fingerprint", { fingerprint: report.fingerprint }),
  };
}

interface Parts {
  /** With exact amounts, and with those that the paper shows. */
  exact: ReportSubject;
  subject: ReportSubject;
  report: PlanReport;
  texts: readonly ReportText[];
  translate: AnnexTranslate;
  choices: AnnexChoices;
  /** The name of the committee whose own annex it is. */
  own?: string;
}

/** What each section holds; nothing when there is nothing to say. */
const contents: Record<AnnexSectionId, (parts: Parts) => AnnexBlock[]> = {
  summary: ({ subject, translate, choices, own }) => summary(subject, translate, choices.unit, own).map((text) => ({ kind: "paragraph", text })),
  decisions: ({ exact, translate, choices }) => [{ kind: "numbered", items: decisions(exact, translate, choices.form, choices.details.decider.trim() || translate("annex:decider")) }],
  committees({ subject, translate, choices }) {
    const table = planOverview(subject.plan, subject.input, subject.language).committees;
    const rows = table.rows.map((row) => (row.role === "sum" ? { ...row, role: "item" as const } : row));
    const titled = { ...table, title: translate("annex:sections.committees"), rows };
    return [...tableOrNothing(titled, translate), ...repaymentChart(table, subject, translate, choices.unit).map((chart): AnnexBlock => ({ kind: "chart", chart }))];
  },
  projects: ({ report, translate }) =>
    tableOrNothing({ ...report.plan, title: translate("annex:sections.projects"), rows: report.plan.rows.filter(({ role }) => role !== "sum") }, translate),
  results: ({ report, own }) => (own === undefined ? [{ kind: "table", table: { ...report.control.projects, notes: [] } }] : []),
  frames: ({ report, translate }) => tableOrNothing(report.frames, translate),
  fund: ({ report, subject, translate, choices }) =>
    subject.plan.fund.length === 0 ? [] : [{ kind: "table", table: report.fund }, ...fundChart(subject, translate, choices.unit).map((chart): AnnexBlock => ({ kind: "chart", chart }))],
  rules: ({ texts, subject }) => textBlocks(texts, subject.translate("report:rules.title")),
  assumptions: ({ texts, subject }) => textBlocks(texts, subject.translate("report:assumptions.title")),
  waivers: ({ texts, subject }) => textBlocks(texts, subject.translate("report:waivers.title")),
  successions: ({ texts, subject }) => textBlocks(texts, subject.translate("report:successions.title")),
  remarks: ({ texts, subject }) => textBlocks(texts, subject.translate("report:diagnostics.title")),
  provenance: ({ texts, subject }) => textBlocks(texts, subject.translate("report:provenance.title")),
};

/** A table, or a sentence when it has no years. */
function tableOrNothing(table: ReportTable, translate: AnnexTranslate): AnnexBlock[] {
  return table.columns.some(({ year }) => year !== undefined) ? [{ kind: "table", table }] : [{ kind: "paragraph", text: translate("annex:nothing") }];
}

function textBlocks(texts: readonly ReportText[], title: string): AnnexBlock[] {
  return texts
    .filter((text) => text.title === title)
    .flatMap(({ notes, entries }): AnnexBlock[] => [...notes.map((text) => ({ kind: "paragraph" as const, text })), { kind: "entries", entries }]);
}

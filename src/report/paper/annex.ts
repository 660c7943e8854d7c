import type { PlanInput, RepaymentPlan } from "../../planning/types";
import { planOverview } from "../overview";
import { committeeName, reportSubject, type ReportSubject } from "../parties";
import { planReport } from "../planReport";
import type { PlanReport, ReportOptions, ReportTable, ReportText } from "../types";
import { annexTranslator, type AnnexTranslate } from "./annexTexts";
import { fundChart, repaymentChart } from "./charts";
import { decisions } from "./decisions";
import { ofCommittee } from "./ofCommittee";
import { roundedPlan } from "./roundedPlan";
import { summary } from "./summary";
import { decimalsIn, titleLines } from "./titlePage";
import type { Annex, AnnexBlock, AnnexChoices, AnnexSectionId } from "./types";
import { unbrokenBlock } from "./unbroken";

/** The plan, what it was made from, and what the reading and writing know of it. */
export interface AnnexSource {
  plan: RepaymentPlan;
  input: PlanInput;
  options: Omit<ReportOptions, "language">;
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
  const sectionTitle = (id: AnnexSectionId) => (id === "committees" && own !== undefined ? translate("annex:ownYears") : translate(`annex:sections.${id}`));
  const options = { ...source.options, language };
  const report = planReport(subject.plan, input, options);
  const texts = planReport(plan, input, options).texts;
  const remarks = plan.diagnostics.length + (options.readingDiagnostics?.length ?? 0);
  const parts: Parts = { exact, subject, report, texts, translate, choices, remarks, ...(own !== undefined && { own }) };
  return {
    language,
    title: own === undefined ? translate("annex:title") : translate("annex:ownTitle", { committee: own }),
    lines: titleLines(details, report.subtitle, language),
    author: details.officer.trim() || details.municipality.trim(),
    unitNote: translate(`annex:unit.${unit}`),
    unit,
    decimals: decimalsIn(unit, report.decimals),
    sections: choices.sections.flatMap((id) => {
      const blocks = contents[id](parts);
      return blocks.length === 0 ? [] : [{ id, title: sectionTitle(id), blocks: blocks.map(unbrokenBlock) }];
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
  /** So many are listed. */
  remarks: number;
  /** The name of the committee whose own annex it is. */
  own?: string;
}

/** What each section holds; nothing when there is nothing to say. */
const contents: Record<AnnexSectionId, (parts: Parts) => AnnexBlock[]> = {
  summary: ({ subject, exact, translate, choices, remarks, own }) => summary(subject, exact, translate, choices, remarks, own).map((text) => ({ kind: "paragraph", text })),
  decisions({ exact, translate, choices }) {
    const items = decisions(exact, translate, choices.form, choices.details.decider.trim() || translate("annex:decider"));
    return items.length === 0 ? [{ kind: "paragraph", text: translate("annex:decisions.none") }] : [{ kind: "numbered", items }];
  },
  committees({ subject, translate, choices, own }) {
    const table = planOverview(subject.plan, subject.input, subject.language).committees;
    const rows = table.rows.map((row) => (row.role === "sum" ? { ...row, role: "item" as const } : row));
    const titled = { ...table, title: own === undefined ? translate("annex:sections.committees") : subject.translate("report:frames.repayment"), rows };
    return [...tableBlock(withoutTotal(titled, own)), ...repaymentChart(table, subject, translate, choices.unit).map((chart): AnnexBlock => ({ kind: "chart", chart }))];
  },
  projects: ({ report, translate }) => tableBlock({ ...report.plan, title: translate("annex:sections.projects"), rows: report.plan.rows.filter(({ role }) => role !== "sum") }),
  results: ({ report, own }) => (own === undefined ? [{ kind: "table", table: { ...report.control.projects, notes: [] } }] : []),
  frames: ({ report, own }) => tableBlock(withoutTotal(report.frames, own)),
  fund: ({ report, subject, translate, choices }) =>
    subject.plan.fund.length === 0 ? [] : [{ kind: "table", table: report.fund }, ...fundChart(subject, translate, choices.unit).map((chart): AnnexBlock => ({ kind: "chart", chart }))],
  rules: ({ texts, subject }) => textBlocks(texts, subject.translate("report:rules.title")),
  assumptions: ({ texts, subject }) => textBlocks(texts, subject.translate("report:assumptions.title")),
  waivers: ({ texts, subject }) => textBlocks(texts, subject.translate("report:waivers.title")),
  successions: ({ texts, subject }) => textBlocks(texts, subject.translate("report:successions.title")),
  remarks: ({ texts, subject }) => textBlocks(texts, subject.translate("report:diagnostics.title")),
  // How the sheets hang together is said on them; a paper has no sheets.
  provenance: ({ texts, subject }) => textBlocks(texts, subject.translate("report:provenance.title"), subject.translate("report:provenance.amounts")),
};

/** A table; nothing when it has no years. */
function tableBlock(table: ReportTable): AnnexBlock[] {
  return table.columns.some(({ year }) => year !== undefined) ? [{ kind: "table", table }] : [];
}

/** The total of a committee's own paper would only repeat the committee. */
function withoutTotal(table: ReportTable, own: string | undefined): ReportTable {
  return own === undefined ? table : { ...table, rows: table.rows.filter(({ committee }) => committee !== undefined) };
}

/** @param without the label of an entry that is left out */
function textBlocks(texts: readonly ReportText[], title: string, without?: string): AnnexBlock[] {
  return texts
    .filter((text) => text.title === title)
    .flatMap(({ notes, entries }): AnnexBlock[] => [...notes.map((text) => ({ kind: "paragraph" as const, text })), { kind: "entries", entries: entries.filter(({ label }) => label !== without) }]);
}

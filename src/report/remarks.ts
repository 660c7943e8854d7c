import { diagnosticText } from "../i18n/diagnosticText";
import { formatShare } from "../i18n/format";
import type { Diagnostic, Waiver } from "../planning/types";
import { committeeName, projectName, type ReportSubject } from "./parties";
import type { ReportOptions, ReportText } from "./types";

function waiverYears({ fromYear, toYear }: Waiver, { translate }: ReportSubject): string {
  if (fromYear === undefined && toYear === undefined) return translate("report:waivers.allYears");
  if (fromYear === undefined) return translate("report:waivers.to", { to: toYear });
  if (toYear === undefined) return translate("report:waivers.from", { from: fromYear });
  return fromYear === toYear ? String(fromYear) : `${fromYear}–${toYear}`;
}

const ending = /[.!?]$/;
/** The user's own words inside a sentence: without a full stop of their own. */
const phrase = (words: string) => words.trim().replace(ending, "");

/** The waivers that the council has granted, with reason and decision. */
export function waivers(subject: ReportSubject): ReportText {
  const { input, language, translate } = subject;
  return {
    title: translate("report:waivers.title"),
    notes: [],
    entries: (input.waivers ?? []).map((waiver) => ({
      label: waiver.project === undefined ? translate("report:waivers.allProjects") : projectName(subject, waiver.project),
      text: [
        translate("report:waivers.text", {
          committee: waiver.committee === undefined ? translate("report:waivers.allCommittees") : committeeName(subject, waiver.committee),
          years: waiverYears(waiver, subject),
          share: formatShare(waiver.share, language),
        }),
        ...(phrase(waiver.reason) === "" ? [] : [translate("report:waivers.reason", { reason: phrase(waiver.reason) })]),
        ...(phrase(waiver.decision) === "" ? [] : [translate("report:waivers.decision", { decision: phrase(waiver.decision) })]),
      ].join(" "),
    })),
  };
}

/** Who has taken over from whom. */
export function successions(subject: ReportSubject): ReportText {
  const { input, language, translate } = subject;
  return {
    title: translate("report:successions.title"),
    notes: [],
    entries: (input.successions ?? []).map(({ from, to, year, share = "1" }) => {
      const facts = { year, from: committeeName(subject, from), to: committeeName(subject, to) };
      return {
        label: facts.from,
        text:
          Number(share) === 1
            ? translate("report:successions.whole", facts)
            : translate("report:successions.part", { ...facts, share: formatShare(share, language) }),
      };
    }),
  };
}

function whereIs(diagnostic: Diagnostic, subject: ReportSubject): string {
  const { project, committee, year, cell } = diagnostic;
  const parts = [
    project === undefined ? undefined : projectName(subject, project),
    committee === undefined ? undefined : committeeName(subject, committee),
    year === undefined ? undefined : String(year),
    cell,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? subject.translate("report:words.all") : parts.join(", ");
}

/** What the reading and the engine remark on, with where it is; a line that says so when there is nothing. */
export function remarks(subject: ReportSubject, readingDiagnostics: Diagnostic[]): ReportText {
  const { plan, language, translate } = subject;
  const all = [...readingDiagnostics, ...plan.diagnostics];
  return {
    title: translate("report:diagnostics.title"),
    notes: [],
    entries:
      all.length === 0
        ? [{ label: translate("report:words.all"), text: translate("report:diagnostics.none") }]
        : all.map((diagnostic) => ({
            label: whereIs(diagnostic, subject),
            text: translate(`report:diagnostics.${diagnostic.severity}`, { message: diagnosticText(diagnostic, language) }),
          })),
  };
}

/** When the plan was made, with which version, from which ranges, and the input's fingerprint. */
export function provenance({ translate }: ReportSubject, { madeAt, version, sources, fingerprint }: ReportOptions): ReportText {
  return {
    title: translate("report:provenance.title"),
    notes: [],
    entries: [
      { label: translate("report:provenance.made"), text: madeAt },
      { label: translate("report:provenance.version"), text: translate("report:provenance.versionText", { version }) },
      ...sources.map(({ name, address }) => ({ label: translate("report:provenance.source"), text: `${name}: ${address}` })),
      { label: translate("report:provenance.fingerprint"), text: translate("report:provenance.fingerprintText", { fingerprint }) },
      { label: translate("report:provenance.amounts"), text: translate("report:provenance.amountsText") },
    ],
  };
}

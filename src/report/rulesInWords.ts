import { formatAmount, formatShare } from "../i18n/format";
import type { Work } from "../planning/work";
import type { Project, ProjectResult, RepaymentRule } from "../planning/types";
import { isZero } from "./amounts";
import { committeeName, projectName, type ReportSubject } from "./parties";
import type { ReportText } from "./types";

/** What the rule takes for granted when the input is silent. */
const defaults = { share: "1", guarantee: "0", cap: "1", profile: "savings" } as const;

function modelInWords(rule: RepaymentRule, { language, translate }: ReportSubject): string {
  const { share = defaults.share, guarantee = defaults.guarantee, cap = defaults.cap } = rule;
  const percent = (part: string) => formatShare(part, language);
  if (isZero(cap)) return translate("report:rules.none");
  if (Number(guarantee) >= Number(cap)) {
    return Number(cap) === 1 ? translate("report:rules.unconditional") : translate("report:rules.unconditionalPart", { cap: percent(cap) });
  }
  const savings = Number(share) === 1 ? translate("report:rules.allSavings") : translate("report:rules.partOfSavings", { share: percent(share) });
  const most = Number(cap) === 1 ? translate("report:rules.wholeCost") : translate("report:rules.partOfCost", { share: percent(cap) });
  if (isZero(guarantee)) return translate("report:rules.conditional", { savings, most });
  return translate("report:rules.guaranteed", { savings, guarantee: percent(guarantee), most });
}

/** A project's rule, its years and what it shall repay, as sentences; projects of the same model share theirs. */
function ruleSentences(project: Project, result: ProjectResult, subject: ReportSubject, models: Map<string, string>): string {
  const { input, language, translate } = subject;
  const rule = project.rule ?? input.defaultRule ?? {};
  const key = `${rule.share} ${rule.guarantee} ${rule.cap}`;
  const model = models.get(key) ?? modelInWords(rule, subject);
  models.set(key, model);
  const sentences = [model];
  if (!isZero(rule.cap ?? defaults.cap)) {
    sentences.push(translate(`report:rules.${rule.profile ?? defaults.profile}`));
    sentences.push(
      result.window === null
        ? translate("report:rules.noWindow")
        : translate("report:rules.window", { first: result.window[0], last: result.window[1] }),
    );
    if (rule.includeEarlierSavings === true) sentences.push(translate("report:rules.earlier"));
    if (rule.split !== undefined && rule.split.length > 0) {
      const parts = rule.split.map(({ committee, share }) => `${committeeName(subject, committee)} ${formatShare(share, language)}`);
      sentences.push(translate("report:rules.split", { parts: parts.join(", ") }));
    }
    const extension = rule.capExtensionYears ?? input.capExtensionYears ?? 0;
    if (extension > 0) sentences.push(translate("report:rules.extension", { count: extension }));
  }
  const amount = (text: string) => formatAmount(text, language);
  if (!isZero(rule.cap ?? defaults.cap)) sentences.push(translate("report:rules.entitlement", { entitlement: amount(result.entitlement), cost: amount(result.cost) }));
  return sentences.join(" ");
}

/** The rules in words, project by project, as a large fund's would hold the page. */
export function* rulesInWords(subject: ReportSubject): Work<ReportText> {
  const { plan, input, translate, projectIndex } = subject;
  const models = new Map<string, string>();
  const entries: ReportText["entries"] = [];
  for (const result of plan.projects) {
    const project = input.projects[projectIndex.get(result.project) ?? -1];
    if (project !== undefined) entries.push({ label: projectName(subject, project.id), text: ruleSentences(project, result, subject, models) });
    yield;
  }
  return { title: translate("report:rules.title"), notes: [translate("report:rules.intro")], entries };
}

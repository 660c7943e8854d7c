import { Text } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { enoughObservations, evaluation, groupComparisons, type GroupComparison, type Observation, type ProjectEvaluation } from "../../../followUp";
import type { Language } from "../../../i18n";
import { formatAmount, formatDecimal, formatShare } from "../../../i18n/format";
import type { PlanInput } from "../../../planning/types";
import { PaneSelect } from "../PaneSelect";
import { ScrollTable } from "../plan/ScrollTable";
import { useTabTexts } from "./tabTexts";

interface EvaluationsProps {
  input: PlanInput;
  observations: readonly Observation[];
  language: Language;
}

/** Utvärdering: what each project was expected to save and has saved, beside a control group where there is one. */
export function Evaluations({ input, observations, language }: EvaluationsProps) {
  const translate = useTabTexts(language);
  const [chosen, choose] = useState("");
  const evaluations = useMemo(() => evaluation(input), [input]);
  const comparisons = useMemo(() => groupComparisons(observations), [observations]);
  const project = input.projects.find(({ id }) => id === chosen) ?? input.projects[0];
  const evaluated = evaluations.find((one) => one.project === project?.id);
  if (!project || !evaluated) return null;
  return (
    <>
      <PaneSelect label={translate("followUpTab:evaluation.project")} value={project.id} options={input.projects.map(({ id, name }) => ({ value: id, text: name }))} onChoose={choose} />
      <ProjectFigures evaluated={evaluated} language={language} />
      {comparisons
        .filter((one) => one.project === project.id)
        .map((one) => (
          <ControlGroup key={one.measure} comparison={one} language={language} />
        ))}
      {comparisons.every((one) => one.project !== project.id) && <Text size={200}>{translate("followUpTab:evaluation.noControl")}</Text>}
    </>
  );
}

function ProjectFigures({ evaluated, language }: { evaluated: ProjectEvaluation; language: Language }) {
  const translate = useTabTexts(language);
  const { years, expected, achieved, expectedOfEstablished, share, paybackExpected, paybackReached } = evaluated;
  const kr = (amount: string) => formatAmount(amount, language);
  return (
    <>
      <ScrollTable
        caption={translate("followUpTab:evaluation.table")}
        columns={[translate("followUpTab:evaluation.year"), translate("followUpTab:evaluation.expected"), translate("followUpTab:evaluation.achieved"), { header: translate("followUpTab:evaluation.status"), note: "", text: true }]}
        rows={[
          ...years.map((year) => ({
            name: String(year.year),
            cells: [kr(year.expected), year.established === "none" ? "–" : kr(year.achieved), [translate(`followUpTab:evaluation.${year.established}`), ...(/[1-9]/.test(year.preliminary) ? [translate("followUpTab:evaluation.preliminary", { amount: kr(year.preliminary) })] : [])].join(", ")],
          })),
          { name: translate("followUpTab:evaluation.total"), cells: [kr(expected), kr(achieved), ""], total: true },
        ]}
      />
      <Text>{share === undefined ? translate("followUpTab:evaluation.nothingEstablished") : translate("followUpTab:evaluation.share", { share: formatShare(share, language), achieved: kr(achieved), expected: kr(expectedOfEstablished) })}</Text>
      <Text>
        {paybackReached === undefined ? translate("followUpTab:evaluation.notRepaid") : translate("followUpTab:evaluation.repaid", { year: paybackReached })}{" "}
        {paybackExpected === undefined ? translate("followUpTab:evaluation.neverExpected") : translate("followUpTab:evaluation.expectedPayback", { year: paybackExpected })}
      </Text>
    </>
  );
}

function ControlGroup({ comparison: { measure, groups, effect, tooFew }, language }: { comparison: GroupComparison; language: Language }) {
  const translate = useTabTexts(language);
  const figure = (value: string) => formatDecimal(value, language, Math.min(3, value.split(".")[1]?.length ?? 0));
  return (
    <>
      <ScrollTable
        caption={translate("followUpTab:evaluation.control", { measure })}
        columns={[translate("followUpTab:evaluation.group"), translate("followUpTab:evaluation.observations"), translate("followUpTab:evaluation.before"), translate("followUpTab:evaluation.after")]}
        rows={(["project", "control"] as const).map((group) => ({ name: translate(`followUpTab:evaluation.${group}Group`), cells: [String(groups[group].observations), figure(groups[group].before), figure(groups[group].after)] }))}
      />
      {effect !== undefined && <Text>{translate("followUpTab:evaluation.effect", { effect: figure(effect) })}</Text>}
      {tooFew && <Text weight="semibold">{translate("followUpTab:evaluation.tooFew", { count: enoughObservations })}</Text>}
    </>
  );
}

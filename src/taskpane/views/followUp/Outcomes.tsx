import { Text } from "@fluentui/react-components";
import type { FollowUpRow } from "../../../followUp";
import { formatAmount } from "../../../i18n/format";
import { useOpenForm } from "../useOpenForm";
import { FollowUpList } from "./FollowUpList";
import type { FollowUpProps } from "./followUpProps";
import { FromSelection } from "./FromSelection";
import { OutcomeForm } from "./OutcomeForm";
import { ReportedRow } from "./ReportedRow";
import { useTabTexts } from "./tabTexts";

const colours = { established: "success", preliminary: "warning", missing: "danger" } as const;

/** The year's outcomes: what was expected, what has come, and what is missing. */
export function Outcomes({ state, dispatch, effects, busy, year, rows }: FollowUpProps & { rows: readonly FollowUpRow[] }) {
  const { language } = state;
  const translate = useTabTexts(language);
  const forms = useOpenForm();
  const facts = ({ expected, outcome, source, date }: FollowUpRow) => [
    translate("followUpTab:outcomes.expected", { amount: formatAmount(expected, language) }),
    ...(outcome === undefined ? [] : [[translate("followUpTab:outcomes.outcome", { amount: formatAmount(outcome, language) }), source, date].filter(Boolean).join(", ")]),
  ];
  const listed = rows.filter(({ expected, status }) => status !== "missing" || /[1-9]/.test(expected));
  return (
    <>
      <Text size={200}>{translate("followUpTab:outcomes.explained")}</Text>
      <FollowUpList label={translate("followUpTab:outcomes.title", { year })}>
        {listed.map((row) => (
          <ReportedRow
            key={JSON.stringify([row.project, row.committee])}
            what="outcomes"
            state={state}
            busy={busy}
            row={row}
            badge={{ text: translate(`followUpTab:outcomes.${row.status}`), color: colours[row.status] }}
            facts={facts(row)}
            forms={forms}
            form={(title) => <OutcomeForm row={row} title={title} busy={busy} language={language} onClose={forms.close} onSave={(edit) => void forms.closeWhen(effects.saveOutcomes([edit]))} />}
          />
        ))}
      </FollowUpList>
      <FromSelection kind="outcomes" state={state} dispatch={dispatch} effects={effects} busy={busy} year={year} />
    </>
  );
}

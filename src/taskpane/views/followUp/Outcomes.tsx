import { Button, Text } from "@fluentui/react-components";
import { EditRegular } from "@fluentui/react-icons";
import type { FollowUpRow } from "../../../followUp";
import { formatAmount } from "../../../i18n/format";
import { namesOf } from "../../followUpFigures";
import { FollowUpItem, FollowUpList } from "./FollowUpList";
import type { FollowUpProps } from "./followUpProps";
import { FromSelection } from "./FromSelection";
import { OutcomeForm } from "./OutcomeForm";
import { useOpenForm } from "./useOpenForm";
import { useTabTexts } from "./tabTexts";

const colours = { established: "success", preliminary: "warning", missing: "danger" } as const;

/** The year's outcomes: what was expected, what has come, and what is missing. */
export function Outcomes({ state, dispatch, effects, busy, year, rows }: FollowUpProps & { rows: readonly FollowUpRow[] }) {
  const { language, current } = state;
  const translate = useTabTexts(language);
  const { open, show, close, closeWhen } = useOpenForm();
  const name = namesOf(current.input);
  const facts = ({ expected, outcome, source, date }: FollowUpRow) => [
    translate("followUpTab:outcomes.expected", { amount: formatAmount(expected, language) }),
    ...(outcome === undefined ? [] : [[translate("followUpTab:outcomes.outcome", { amount: formatAmount(outcome, language) }), source, date].filter(Boolean).join(", ")]),
  ];
  const listed = rows.filter(({ expected, status }) => status !== "missing" || /[1-9]/.test(expected));
  return (
    <>
      <Text size={200}>{translate("followUpTab:outcomes.explained")}</Text>
      <FollowUpList label={translate("followUpTab:outcomes.title", { year })}>
        {listed.map((row) => {
          const who = translate("followUpTab:who", { project: name(row.project), committee: name(row.committee) });
          const key = JSON.stringify([year, row.project, row.committee]);
          return (
            <FollowUpItem
              key={key}
              name={who}
              badge={{ text: translate(`followUpTab:outcomes.${row.status}`), color: colours[row.status] }}
              facts={facts(row)}
              action={
                open !== key && (
                  <Button
                    size="small"
                    icon={<EditRegular />}
                    aria-label={translate("followUpTab:outcomes.enterFor", { who })}
                    disabledFocusable={busy}
                    onClick={({ currentTarget }) => show(key, currentTarget)}
                  >
                    {translate("followUpTab:outcomes.enter")}
                  </Button>
                )
              }
            >
              {open === key && (
                <OutcomeForm
                  row={row}
                  title={translate("followUpTab:outcomes.enterFor", { who })}
                  busy={busy}
                  language={language}
                  onClose={close}
                  onSave={(edit) => void closeWhen(effects.saveOutcomes([edit]))}
                />
              )}
            </FollowUpItem>
          );
        })}
      </FollowUpList>
      <FromSelection kind="outcomes" state={state} dispatch={dispatch} effects={effects} busy={busy} year={year} />
    </>
  );
}

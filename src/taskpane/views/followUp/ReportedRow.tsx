import { Button } from "@fluentui/react-components";
import { EditRegular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import type { FollowUpRow } from "../../../followUp";
import { namesOf } from "../../followUpFigures";
import type { OpenForm } from "../useOpenForm";
import { FollowUpItem, type FollowUpBadge } from "./FollowUpList";
import type { FollowUpProps } from "./followUpProps";
import { useTabTexts } from "./tabTexts";

interface ReportedRowProps extends Pick<FollowUpProps, "state" | "busy"> {
  /** What is reported of it. */
  what: "outcomes" | "booked";
  row: FollowUpRow;
  badge: FollowUpBadge;
  facts: readonly string[];
  forms: OpenForm;
  /** What it is reported with, under a title. */
  form(title: string): ReactNode;
}

/** A project and committee in the year that is followed up: what is known of it, and a form to report it with. */
export function ReportedRow({ state, busy, what, row, badge, facts, forms, form }: ReportedRowProps) {
  const translate = useTabTexts(state.language);
  const name = namesOf(state.current.input);
  const who = translate("followUpTab:who", { project: name(row.project), committee: name(row.committee) });
  const title = translate(`followUpTab:${what}.enterFor`, { who });
  const key = JSON.stringify([row.year, row.project, row.committee]);
  const isOpen = forms.open === key;
  return (
    <FollowUpItem
      name={who}
      badge={badge}
      facts={facts}
      action={
        !isOpen && (
          <Button size="small" icon={<EditRegular />} aria-label={title} disabledFocusable={busy} onClick={({ currentTarget }) => forms.show(key, currentTarget)}>
            {translate(`followUpTab:${what}.enter`)}
          </Button>
        )
      }
    >
      {isOpen && form(title)}
    </FollowUpItem>
  );
}

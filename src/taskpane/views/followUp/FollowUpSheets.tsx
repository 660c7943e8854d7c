import { Button, Text } from "@fluentui/react-components";
import { DocumentRegular, TableArrowUpRegular } from "@fluentui/react-icons";
import type { FollowUpProps } from "./followUpProps";
import { useTabTexts } from "./tabTexts";

/** The follow-up as sheets and as a paper, for the half-year and the year-end accounts. */
export function FollowUpSheets({ state, dispatch, effects, busy, year, writable }: FollowUpProps & { writable: boolean }) {
  const translate = useTabTexts(state.language);
  return (
    <>
      <Text size={200}>{translate("followUpTab:report.explained")}</Text>
      <Button icon={<TableArrowUpRegular />} disabledFocusable={busy || !writable} onClick={() => void effects.writeFollowUp()}>
        {translate("followUpTab:report.sheets", { year })}
      </Button>
      <Button icon={<DocumentRegular />} onClick={() => dispatch({ type: "tabChosen", tab: "export" })}>
        {translate("followUpTab:report.paper")}
      </Button>
      {!writable && <Text>{translate("followUpTab:replanning.blocked")}</Text>}
    </>
  );
}

import { makeStyles, tokens } from "@fluentui/react-components";
import type { Language } from "../../i18n";
import { formatCount } from "../../i18n/format";
import type { Activity, Announcement } from "../state";
import { usePaneTexts } from "./paneTexts";

const useStyles = makeStyles({
  // As high when it is empty: what a press is aimed at must not move away when work begins.
  line: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2, minHeight: tokens.lineHeightBase200, paddingBottom: tokens.spacingVerticalS },
});

interface StatusLineProps {
  activity: Activity | null;
  announcement: Announcement | null;
  language: Language;
}

/** What goes on, and what came of it: read out by screen readers without taking the focus. */
export function StatusLine({ activity, announcement, language }: StatusLineProps) {
  const styles = useStyles();
  const translate = usePaneTexts(language);
  const sentence = (): string => {
    if (activity?.kind === "writing" && activity.cancelling) return translate("status.cancelling");
    if (activity?.kind === "writing" && activity.doing !== "") return activity.doing;
    if (activity?.kind === "exporting") return translate(`status.exporting.${activity.what}`);
    if (activity && !(activity.kind === "reading" && activity.quiet)) return translate(`status.${activity.kind}`);
    switch (announcement?.kind) {
      case "created":
        return translate("status.created", { sheets: new Intl.ListFormat(language).format(announcement.sheets) });
      case "tableAdded":
        return translate("status.tableAdded", { sheet: announcement.sheet });
      case "read":
        return translate("status.read", { count: announcement.rows, formatted: formatCount(announcement.rows, language) });
      case "rangeUsed":
        return [translate(`status.rangeUsed.${announcement.used}`, { address: announcement.address }), translate(`status.rangeNext.${announcement.next ?? "plan"}`)].join(" ");
      case "functionInserted":
        return translate("status.functionInserted", { name: announcement.name, cell: announcement.cell });
      case "annexWritten":
        return translate("status.annexWritten", { sheet: announcement.sheet });
      case "written":
        return translate("status.written", { count: announcement.sheets });
      case "notWritten":
        return translate("status.notWritten", { count: announcement.errors });
      case "replanned":
        return announcement.year === null ? translate("status.replannedAll") : translate("status.replanned", { year: announcement.year });
      case "decided":
        return translate("status.decided", { sheet: announcement.sheet });
      case "followUpWritten":
        return translate("status.followUpWritten", { sheets: new Intl.ListFormat(language).format(announcement.sheets) });
      case "nothingToFollowUp":
      case "followUpSaved":
      case "exampleOpened":
      case "rulesSaved":
      case "rulesUndone":
      case "writingCancelled":
      case "copied":
      case "exportCancelled":
        return translate(`status.${announcement.kind}`);
      default:
        return "";
    }
  };
  return (
    <div role="status" aria-live="polite" className={styles.line}>
      {sentence()}
    </div>
  );
}

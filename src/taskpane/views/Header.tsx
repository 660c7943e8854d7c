import { makeStyles, ProgressBar, Title3, tokens } from "@fluentui/react-components";
import type { Language } from "../../i18n";
import type { Activity } from "../state";
import { usePaneTexts } from "./paneTexts";

const useStyles = makeStyles({
  // The top right corner, 34 × 32 pixels, belongs to Excel.
  header: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} 40px ${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  title: { margin: 0 },
  // Always there, so that nothing moves when work begins.
  progress: { height: "3px" },
});

/** The add-in's name, and a bar while Excel works. */
export function Header({ activity, language }: { activity: Activity | null; language: Language }) {
  const styles = useStyles();
  const translate = usePaneTexts(language);
  return (
    <header>
      <div className={styles.header}>
        <img src="assets/icon-64.png" alt="" width={28} height={28} />
        <Title3 as="h1" className={styles.title}>
          {translate("name")}
        </Title3>
      </div>
      <div className={styles.progress}>
        {activity && (
          <ProgressBar
            thickness="large"
            shape="square"
            aria-label={translate(`status.${activity.kind}`)}
            {...(activity.kind === "writing" && activity.share > 0 ? { value: activity.share } : {})}
          />
        )}
      </div>
    </header>
  );
}

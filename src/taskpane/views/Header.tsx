import { Button, makeStyles, ProgressBar, Subtitle2, ToggleButton, tokens } from "@fluentui/react-components";
import { LocalLanguageRegular, MathFormulaRegular } from "@fluentui/react-icons";
import type { Ref } from "react";
import type { Language } from "../../i18n";
import type { Activity } from "../state";
import { usePaneTexts } from "./paneTexts";

const useStyles = makeStyles({
  // The top right corner, 34 × 32 pixels, belongs to Excel.
  header: {
    display: "flex",
    alignItems: "center",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} 40px 0 ${tokens.spacingHorizontalL}`,
    minHeight: "36px",
  },
  title: { margin: 0, flexGrow: 1, minWidth: 0 },
  // Always there, so that nothing moves when work begins.
  progress: { height: "3px" },
  // What is done in a moment shows no bar.
  bar: { animationName: { from: { opacity: 0 }, to: { opacity: 1 } }, animationDuration: "1ms", animationDelay: "300ms", animationFillMode: "backwards" },
});

interface HeaderProps {
  activity: Activity | null;
  planning: boolean;
  language: Language;
  /** The functions are shown. */
  functions: boolean;
  /** Gets the focus when they are closed. */
  functionsButton: Ref<HTMLButtonElement>;
  onFunctions(): void;
  onLanguage(language: Language): void;
}

/** The add-in's name, the ways to the functions and to the other language, and a bar while something goes on. */
export function Header({ activity, planning, language, functions, functionsButton, onFunctions, onLanguage }: HeaderProps) {
  const styles = useStyles();
  const translate = usePaneTexts(language);
  const other = language === "sv" ? "en" : "sv";
  return (
    <header>
      <div className={styles.header}>
        <img src="assets/icon-64.png" alt="" width={24} height={24} />
        <Subtitle2 as="h1" className={styles.title}>
          {translate("name")}
        </Subtitle2>
        <ToggleButton
          appearance="subtle"
          size="small"
          icon={<MathFormulaRegular />}
          ref={functionsButton}
          aria-label={translate("functions.title")}
          title={translate("functions.title")}
          checked={functions}
          onClick={onFunctions}
        />
        <Button appearance="subtle" size="small" icon={<LocalLanguageRegular />} lang={other} onClick={() => onLanguage(other)}>
          {translate("language.switch")}
        </Button>
      </div>
      <div className={styles.progress}>
        {(activity !== null || planning) && (
          <ProgressBar
            className={styles.bar}
            thickness="large"
            shape="square"
            aria-label={activity?.kind === "exporting" ? translate(`status.exporting.${activity.what}`) : translate(`status.${activity?.kind ?? "planning"}`)}
            {...(activity?.kind === "writing" && activity.share > 0 ? { value: activity.share } : {})}
          />
        )}
      </div>
    </header>
  );
}

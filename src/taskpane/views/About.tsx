import { Link, makeStyles, tokens } from "@fluentui/react-components";
import packageJson from "../../../package.json";
import type { Language } from "../../i18n";
import { usePaneTexts } from "./paneTexts";

const useStyles = makeStyles({
  about: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalM,
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase400,
  },
  link: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase400 },
});

/** Below every view: which version this is, and the ways to the help and the licences, which lie beside the pane's page. */
export function About({ language }: { language: Language }) {
  const styles = useStyles();
  const translate = usePaneTexts(language);
  const pages = [["help", language === "sv" ? "support.html" : "support.html#en"], ["licences", "licenses.txt"]] as const;
  return (
    <footer className={styles.about}>
      <span>{translate("about.version", { version: packageJson.version })}</span>
      {pages.map(([page, address]) => (
        <Link key={page} className={styles.link} href={address} target="_blank" rel="noreferrer" title={translate("about.opens")}>
          {translate(`about.${page}`)}
        </Link>
      ))}
    </footer>
  );
}

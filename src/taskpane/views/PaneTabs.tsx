import { CounterBadge, makeStyles, Tab, TabList, tokens } from "@fluentui/react-components";
import { diagnosticsOf, hasInput, tabs, type PaneState, type Tab as PaneTab } from "../state";
import { usePaneTexts } from "./paneTexts";

const useStyles = makeStyles({
  // Five words fit in 350 pixels; at 200 % they take two lines. They stay in reach while a tab scrolls.
  bar: { "@media (min-width: 300px)": { position: "sticky" }, top: 0, zIndex: 5, backgroundColor: tokens.colorNeutralBackground1, borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
  list: { flexWrap: "wrap", padding: `0 ${tokens.spacingHorizontalS}`, "@media (max-width: 340px)": { paddingLeft: "2px", paddingRight: "2px" }, justifyContent: "space-between", "@media (min-width: 420px)": { justifyContent: "flex-start" } },
  tab: { minWidth: 0, minHeight: "36px", padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXS}`, "@media (min-width: 420px)": { paddingLeft: tokens.spacingHorizontalS, paddingRight: tokens.spacingHorizontalS } },
  label: { display: "inline-flex", alignItems: "center", gap: tokens.spacingHorizontalXXS },
});

export const tabId = (tab: PaneTab): string => `tab-${tab}`;
export const panelId = (tab: PaneTab): string => `panel-${tab}`;

interface PaneTabsProps {
  /** Null while something else is shown. */
  tab: PaneTab | null;
  state: PaneState;
  onTab(tab: PaneTab): void;
}

/** The steps of the work; Underlag shows how many errors there are. */
export function PaneTabs({ tab, state, onTab }: PaneTabsProps) {
  const styles = useStyles();
  const translate = usePaneTexts(state.language);
  const errors = hasInput(state) ? diagnosticsOf(state.current).errors.length : 0;
  return (
    <nav className={styles.bar} aria-label={translate("tabs.label")}>
      <TabList size="small" className={styles.list} selectedValue={tab} onTabSelect={(_, { value }) => onTab(value as PaneTab)}>
        {tabs.map((one) => (
          <Tab key={one} value={one} id={tabId(one)} aria-controls={one === tab ? panelId(one) : undefined} className={styles.tab}>
            <span className={styles.label}>
              {translate(`tabs.${one}`)}
              {one === "input" && errors > 0 && <CounterBadge size="small" color="danger" count={errors} overflowCount={9} aria-label={translate("problems.errors", { count: errors })} />}
            </span>
          </Tab>
        ))}
      </TabList>
    </nav>
  );
}

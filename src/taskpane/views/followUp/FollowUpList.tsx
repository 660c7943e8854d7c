import { Badge, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ReactNode, Ref } from "react";
import { focusMark } from "../focusMark";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, ...focusMark() },
  item: { padding: `${tokens.spacingVerticalSNudge} 0`, borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS },
  line: { display: "flex", flexWrap: "wrap", alignItems: "center", justifyContent: "space-between", gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}` },
  name: { fontWeight: tokens.fontWeightSemibold, minWidth: 0, overflowWrap: "anywhere" },
  facts: { color: tokens.colorNeutralForeground2 },
});

/** Items under one another, a line between them. It can be given the focus when what had it goes away. */
export function FollowUpList({ label, ref, children }: { label: string; ref?: Ref<HTMLUListElement>; children: ReactNode }) {
  const styles = useStyles();
  return (
    <ul className={styles.list} ref={ref} tabIndex={-1} aria-label={label}>
      {children}
    </ul>
  );
}

/** How something stands, in a word. */
export interface FollowUpBadge {
  text: string;
  color: "success" | "warning" | "danger" | "informative";
}

interface FollowUpItemProps {
  name: string;
  badge?: FollowUpBadge;
  /** Each on a line of its own. */
  facts: readonly string[];
  /** What can be done with it. */
  action?: ReactNode;
  children?: ReactNode;
}

/** What it is, how it stands, and what can be done about it. */
export function FollowUpItem({ name, badge, facts, action, children }: FollowUpItemProps) {
  const styles = useStyles();
  return (
    <li className={styles.item}>
      <div className={styles.line}>
        <span className={styles.name}>{name}</span>
        {badge && (
          <Badge color={badge.color} appearance="tint">
            {badge.text}
          </Badge>
        )}
      </div>
      <div className={styles.line}>
        <div>
          {facts.map((fact) => (
            <Text key={fact} block size={200} className={styles.facts}>
              {fact}
            </Text>
          ))}
        </div>
        {action}
      </div>
      {children}
    </li>
  );
}

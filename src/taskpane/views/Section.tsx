import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { useId, type ReactNode, type Ref } from "react";
import { focusMark } from "./focusMark";

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, minWidth: 0 },
  title: { ...typographyStyles.subtitle1, margin: 0, outlineStyle: "none", ...focusMark() },
});

interface SectionProps {
  title: string;
  children: ReactNode;
  /** The heading, for a section that takes the focus when it appears. */
  heading?: Ref<HTMLHeadingElement>;
}

/** A part of the pane under a heading. */
export function Section({ title, children, heading }: SectionProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.title} ref={heading} tabIndex={heading ? -1 : undefined}>
        {title}
      </h2>
      {children}
    </section>
  );
}

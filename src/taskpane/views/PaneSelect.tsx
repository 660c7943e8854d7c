import { Field, makeStyles, Select } from "@fluentui/react-components";

const useStyles = makeStyles({
  // As narrow as its place, whatever the longest choice is.
  field: { minWidth: 0 },
  root: { minWidth: 0, width: "100%" },
  select: { minWidth: 0, width: "100%", textOverflow: "ellipsis" },
});

interface PaneSelectProps<T extends string> {
  label: string;
  /** The label is for screen readers only. */
  hiddenLabel?: boolean;
  hint?: string;
  value: T;
  options: readonly { value: T; text: string }[];
  /** Takes the focus when it appears. */
  focused?: boolean;
  onChoose(value: T): void;
}

/** A choice of one, in the system's own list: it works with every keyboard and screen reader. */
export function PaneSelect<T extends string>({ label, hiddenLabel = false, hint, value, options, focused, onChoose }: PaneSelectProps<T>) {
  const styles = useStyles();
  return (
    <Field label={hiddenLabel ? undefined : label} size="small" hint={hint} className={styles.field}>
      <Select
        size="medium"
        aria-label={hiddenLabel ? label : undefined}
        className={styles.root}
        select={{ className: styles.select }}
        value={value}
        autoFocus={focused}
        onChange={(_, chosen) => onChoose(chosen.value as T)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </Select>
    </Field>
  );
}

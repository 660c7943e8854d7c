import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useId, useRef, type FormEvent, type ReactNode } from "react";
import type { Language } from "../../i18n";
import { usePaneTexts } from "./paneTexts";
import { isFocusLost } from "./useReturnedFocus";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, padding: tokens.spacingHorizontalM, border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium },
  // In em: larger letters need wider columns.
  fields: { display: "grid", alignItems: "start", gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 8.2em), 1fr))", gap: tokens.spacingHorizontalS },
  input: { minWidth: 0 },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface EntryFormProps {
  title: string;
  language: Language;
  busy: boolean;
  /** What the primary button says. */
  save: string;
  onSave(): void;
  onClose(): void;
  children: ReactNode;
}

/** A form for one thing: its title, its fields in columns, and its two buttons. Escape leaves it. */
export function EntryForm({ title, language, busy, save, onSave, onClose, children }: EntryFormProps) {
  const styles = useStyles();
  const translate = usePaneTexts(language);
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (isFocusLost()) form.current?.querySelector<HTMLElement>("input, select, button")?.focus(); // The button that opened it has gone.
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) onSave();
  };
  return (
    <form ref={form} className={styles.form} aria-labelledby={id} onSubmit={submit} onKeyDown={({ key }) => key === "Escape" && onClose()} noValidate>
      <strong id={id}>{title}</strong>
      {children}
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={busy}>
          {save}
        </Button>
        <Button onClick={onClose}>{translate("form.cancel")}</Button>
      </div>
    </form>
  );
}

/** Fields beside one another as far as there is room. */
export function FormFields({ children }: { children: ReactNode }) {
  return <div className={useStyles().fields}>{children}</div>;
}

interface FormTextProps {
  label: string;
  value: string;
  /** Said when what stands in the field can't be used. */
  mistake?: string | false;
  hint?: string;
  inputMode?: "numeric" | "decimal" | "text";
  onChange(value: string): void;
}

/** A field of a form: what is typed stays as typed until the form is saved. */
export function FormText({ label, value, mistake, hint, inputMode = "text", onChange }: FormTextProps) {
  const styles = useStyles();
  return (
    <Field label={label} size="small" hint={hint} {...(mistake ? { validationState: "error", validationMessage: mistake } : {})}>
      <Input size="medium" className={styles.input} input={{ className: styles.input }} value={value} inputMode={inputMode} onChange={(_, { value: typed }) => onChange(typed)} />
    </Field>
  );
}

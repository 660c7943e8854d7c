import { Field, Input, makeStyles } from "@fluentui/react-components";
import { useState, type KeyboardEvent } from "react";

const useStyles = makeStyles({ input: { width: "100%", minWidth: 0 } });

interface FieldTextProps<T> {
  label: string;
  /** The value as text, as it is when nobody types. */
  value: string;
  /** What a typed text says; undefined when it says nothing that can be used. */
  read(text: string): T | undefined;
  onValue(value: T): void;
  /** Said of a text that says nothing. */
  mistake: string;
  /** Said of the value when nobody types: what is wrong with it where it is used. */
  problem?: string;
  /** Values are taken while the user types, or when the field is left (and with Enter). */
  when?: "typed" | "left";
  inputMode?: "numeric" | "decimal" | "text";
  /** "%", "kr", "år". */
  unit?: string;
  hint?: string;
  placeholder?: string;
}

/** A field of text that means something: what is typed stays as typed, and only what can be understood is passed on. */
export function FieldText<T>({ label, value, read, onValue, mistake, problem, when = "typed", inputMode = "text", unit, hint, placeholder }: FieldTextProps<T>) {
  const styles = useStyles();
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = typed !== null && read(typed) === undefined;
  const said = wrong ? mistake : typed === null ? problem : undefined;
  const take = (text: string) => {
    const meant = read(text);
    if (meant !== undefined && text !== value) onValue(meant);
  };
  const type = (text: string) => {
    setTyped(text);
    if (when === "typed") take(text);
  };
  const leave = () => {
    if (typed === null) return;
    if (when === "left") take(typed);
    if (!wrong) setTyped(null);
  };
  const press = ({ key }: KeyboardEvent) => {
    if (key === "Enter") leave();
    if (key === "Escape") setTyped(null);
  };
  return (
    <Field label={label} size="small" hint={hint} validationState={said === undefined ? "none" : "error"} validationMessage={said}>
      <Input
        className={styles.input}
        size="medium"
        value={typed ?? value}
        inputMode={inputMode}
        placeholder={placeholder}
        contentAfter={unit}
        onChange={(_, { value: text }) => type(text)}
        onBlur={leave}
        onKeyDown={press}
      />
    </Field>
  );
}

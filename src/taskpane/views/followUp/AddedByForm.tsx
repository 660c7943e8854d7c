import { Button, type ButtonProps } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import type { OpenForm } from "../useOpenForm";

interface AddedByFormProps extends Pick<ButtonProps, "appearance" | "icon" | "disabledFocusable"> {
  /** What the button says. */
  add: string;
  forms: OpenForm;
  /** The form that takes the button's place. */
  children: ReactNode;
}

/** A button, and in its place, when it has been pressed, the form for what it adds. */
export function AddedByForm({ add, forms, children, ...button }: AddedByFormProps) {
  if (forms.open !== null) return children;
  return (
    <Button icon={<AddRegular />} {...button} onClick={({ currentTarget }) => forms.show("new", currentTarget)}>
      {add}
    </Button>
  );
}

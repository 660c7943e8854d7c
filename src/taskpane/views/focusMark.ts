import { tokens, type GriffelStyle } from "@fluentui/react-components";

/** The line around what has got the focus by keyboard, where Fluent draws none of its own. */
export function focusMark(offset = "1px"): GriffelStyle {
  return { ":focus-visible": { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`, outlineOffset: offset } };
}

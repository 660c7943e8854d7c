/** An annex for the clipboard. */
export { annexHtml } from "./annexHtml";
export type { AnnexPart } from "./annexPart";
export { annexText } from "./annexText";

import { tokens } from "@fluentui/react-components";

/** At least 3 : 1 against both Fluent's white and its dark grey. */
const colours = ["#2aa0a4", "#637cef", "#ca5010", "#9373c0", "#13a10e", "#e3008c", "#8a7a2e", "#5c83a8"];

/** The colour of the series with a number, from 0; after eight they come again. */
export function seriesColour(index: number): string {
  return colours[index % colours.length] ?? "#2aa0a4";
}

/** The colour of the plan that is compared with, the same in every chart and like no committee's: that of text. */
export const comparedColour = tokens.colorNeutralForeground2;

/** What papers and files of the plan shall be like, kept in the workbook beside the plan's input. */
export { changedKeys, paperKeys, sieChoices, usualPaper, type Paper, type PaperKey } from "./paper";
export { readPaper, type KeptPaper, type PaperProblem } from "./readPaper";
export { writePaper, type PaperChange } from "./writePaper";

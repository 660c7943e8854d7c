/** The Excel table that keeps what papers and files shall be like: its name, the same in every language. No input of a plan. */
export const paperTable = "SIF_Bilaga";

/** Whether an Excel table is the one that keeps the papers' details. */
export function isPaperTable(name: string): boolean {
  return name.toLowerCase() === paperTable.toLowerCase();
}

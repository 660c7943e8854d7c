import { newWorkbook } from "../host/browser";
import { loadXlsx, saveXlsx } from "../host/xlsx";
import { OpenWorkbook } from "./openWorkbook";

/** The example that is open when the page is. */
const SHOWCASE = "norrkoping-2010.xlsx";

/** The files of examples/, as the server lists them. */
export async function exampleNames(): Promise<string[]> {
  const response = await fetch("examples.json");
  return (await response.json()) as string[];
}

/** Opens a file of examples/. Rejects with a Swedish sentence when it is no workbook. */
export async function openExample(name: string): Promise<OpenWorkbook> {
  const response = await fetch(`examples/${encodeURIComponent(name)}`);
  if (!response.ok) throw new Error(await response.text());
  return new OpenWorkbook(await loadXlsx(new Uint8Array(await response.arrayBuffer())), name);
}

/**
 * The workbook that the page begins with: the example that is wanted, else the showcase, or an empty one where it has not been made.
 * @param wanted an example's name; "" for an empty workbook
 */
export async function openFirst(examples: string[], wanted: string | null): Promise<OpenWorkbook> {
  const name = wanted === "" || (wanted !== null && examples.includes(wanted)) ? wanted : SHOWCASE;
  return examples.includes(name) ? openExample(name) : openEmpty();
}

/** An empty workbook with one sheet. */
export function openEmpty(): OpenWorkbook {
  return new OpenWorkbook(newWorkbook(), "Bok1.xlsx");
}

/** Opens a file of the user's. Rejects with a Swedish sentence when it is no workbook. */
export async function openFile(file: File): Promise<OpenWorkbook> {
  return new OpenWorkbook(await loadXlsx(new Uint8Array(await file.arrayBuffer())), file.name);
}

/** Hands the workbook to the user as a file. */
export async function saveFile(workbook: OpenWorkbook): Promise<void> {
  const { host } = workbook;
  const bytes = await saveXlsx(host.workbook, host.valueAt, host.spillAt);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>]));
  link.download = workbook.name;
  link.click();
  URL.revokeObjectURL(link.href);
}

import { createRoot } from "react-dom/client";
import { registerCustomFunctions, type CustomFunction } from "../host/customFunctions";
import { App } from "./App";
import { FIRST_LOOK } from "./excelLook";
import { exampleNames, openFirst } from "./files";
import { PaneLine } from "./paneLine";
import { functionsNamespace } from "./manifest";

/** Opens the workbook that the address names (`?example=uppfoljning.xlsx`), or the showcase, then the page around it. */
async function start(): Promise<void> {
  const [examples, manifest, { functions }] = await Promise.all([
    exampleNames(),
    fetch("manifest.xml").then((response) => response.text()),
    fetch("functions.json").then((response) => response.json() as Promise<{ functions: CustomFunction[] }>),
  ]);
  const lines: PaneLine[] = [];
  // Before the first file is read: files name the functions in their own way.
  registerCustomFunctions(functionsNamespace(manifest), functions, (id) => lines[0]?.cellFunction(id));
  const workbook = await openFirst(examples, new URLSearchParams(location.search).get("example"));
  const line = new PaneLine(manifest, workbook, FIRST_LOOK);
  lines.push(line);
  window.workbench = line;
  createRoot(document.getElementById("workbench") as HTMLElement).render(<App examples={examples} first={workbook} line={line} />);
}

void start();

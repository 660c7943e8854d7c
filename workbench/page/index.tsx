import { createRoot } from "react-dom/client";
import { registerCustomFunctions, type CustomFunction } from "../host/customFunctions";
import { App } from "./App";
import { FIRST_LOOK } from "./excelLook";
import { exampleNames, openFirst } from "./files";
import { PaneLine } from "./paneLine";
import { functionsNamespace } from "./manifest";

/** Opens the showcase, then the page around it. */
async function start(): Promise<void> {
  const [examples, manifest, { functions }] = await Promise.all([
    exampleNames(),
    fetch("manifest.xml").then((response) => response.text()),
    fetch("functions.json").then((response) => response.json() as Promise<{ functions: CustomFunction[] }>),
  ]);
  const workbook = await openFirst(examples);
  const line = new PaneLine(manifest, workbook, FIRST_LOOK);
  window.workbench = line;
  registerCustomFunctions(functionsNamespace(manifest), functions, line.cellFunction);
  createRoot(document.getElementById("workbench") as HTMLElement).render(<App examples={examples} first={workbook} line={line} />);
}

void start();

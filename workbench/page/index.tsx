import { createRoot } from "react-dom/client";
import { App } from "./App";
import { FIRST_LOOK } from "./excelLook";
import { exampleNames, openFirst } from "./files";
import { PaneLine } from "./paneLine";

/** Opens the showcase, then the page around it. */
async function start(): Promise<void> {
  const [examples, manifest] = await Promise.all([exampleNames(), fetch("manifest.xml").then((response) => response.text())]);
  const workbook = await openFirst(examples);
  const line = new PaneLine(manifest, workbook, FIRST_LOOK);
  window.workbench = line;
  createRoot(document.getElementById("workbench") as HTMLElement).render(<App examples={examples} first={workbook} line={line} />);
}

void start();

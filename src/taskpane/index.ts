import { associateCommands } from "../commands/commands";
import { languageOf, translator } from "../i18n";

/** The page of the shared runtime: commands at once, the pane when Office is ready. */
const pane = document.getElementById("pane") as HTMLElement;

/** Outside Excel, or without Microsoft's library, there is nothing to work on. */
function showNotInExcel(): void {
  const message = document.createElement("p");
  message.textContent = translator(languageOf(navigator.language))("pane:failure.notInExcel");
  pane.replaceChildren(message);
}

if (typeof Office === "undefined") {
  showNotInExcel();
} else {
  associateCommands();
  void Office.onReady().then(async () => {
    if (typeof Excel === "undefined") return showNotInExcel();
    const { showPane } = await import("./pane");
    showPane(pane);
  });
}

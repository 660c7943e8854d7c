import type { Desk } from "./desk";
import { followUpViews } from "./followUpViews";

/** Every view of the pane, one after the other, from the first run to an outdated plan with a comparison. */
export async function views(desk: Desk, look: (name: string) => Promise<void>, english = false): Promise<void> {
  const { page, pane } = desk;
  const word = (swedish: string, translated: string) => (english ? translated : swedish);
  await look("first run");
  await desk.press(word("Öppna exemplet", "Open the example"));
  await pane.getByText(/33.560.000/).waitFor();
  await pane.getByRole("button", { name: word("Lägg till tabell", "Add a table") }).click();
  await look("input, tables to add");
  await desk.press(word("Jämförelse", "Comparison"));
  await page.getByRole("tab", { name: word("Jämförelse", "Comparison"), selected: true }).waitFor();
  await desk.put({
    ...{ A4: "SkolFam2", B4: "x", C4: word("Projekt", "Project"), D4: 60, E4: 80 },
    ...{ A5: "SkolFam2", B5: "x", C5: word("Kontroll", "Control"), D5: 60, E5: 67 },
  });
  await desk.press(word("Funktioner", "Functions"));
  await pane.getByRole("searchbox").waitFor();
  await pane.getByText("3 argument").first().click();
  await look("functions");
  await desk.press(word("Funktioner", "Functions"));
  await desk.press(word("Välj område", "Choose a range"));
  await desk.show(word("Kostnader", "Costs"));
  await desk.select("A6");
  await desk.press(word("Läs markeringen", "Read the selection"));
  await pane.getByRole("button", { name: word("Använd som kostnader", "Use as costs") }).waitFor();
  await look("range");
  await desk.press(word("Avbryt", "Cancel"));
  await page.evaluate(() => window.workbench.host.failSync(1, "ConnectionFailure"));
  await desk.press(word("Läs in igen", "Read again"));
  await pane.getByRole("alert").waitFor();
  await look("failure");
  await desk.press(word("Stäng meddelandet", "Close the message"));
  await desk.turnTo(word("Regler", "Rules"));
  await pane.getByRole("button", { name: word("Lägg till tak", "Add a cap") }).click();
  await pane.getByLabel(word("Återföringsandel", "Repaid share")).fill("x");
  await pane.locator("summary").filter({ hasText: word("Fler villkor", "More conditions") }).click();
  await desk.press(word("Lägg till nämnd", "Add a committee"));
  await look("rules");
  await desk.press(word("Ångra", "Undo"));
  await desk.turnTo("Plan");
  await desk.press(word("Skriv plan till arbetsboken", "Write plan to the workbook"));
  await pane.getByText(word("Planen är skriven", "The plan is written"), { exact: true }).waitFor();
  await pane.getByLabel(word("Jämför med en annan modell", "Compare with another model")).selectOption({ index: 2 });
  await pane.getByRole("columnheader").first().waitFor();
  await look("plan");
  await desk.show(word("Kostnader", "Costs"));
  await desk.enter({ C6: "1850000" });
  // A busy machine takes its time to tell the pane.
  await pane.getByText(word("Inaktuell", "Out of date"), { exact: true }).waitFor({ timeout: 60_000 });
  await desk.press(word("Visa som tabell", "Show as a table"));
  await look("outdated plan, fund as a table");
  await desk.turnTo(word("Uppföljning", "Follow-up"));
  await followUpViews(desk, look, english);
  await desk.turnTo("Export");
  await pane.getByLabel(word("Kommun eller region", "Municipality or region"), { exact: true }).waitFor();
  await look("export");
  await desk.press(word("CSV-fil", "CSV file"));
  await desk.press(word("Nej", "No"));
  await pane.getByRole("alert").waitFor();
  await look("file that did not arrive");
}

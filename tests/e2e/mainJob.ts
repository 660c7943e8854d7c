import type { Desk } from "./desk";

/** From the showcase to a decided paper: reads, plans, writes, looks at every tab and makes the annex in Word. */
export async function mainJob(desk: Desk): Promise<void> {
  await desk.writePlan();
  expect(await desk.control()).toBe("OK");
  for (const tab of ["Underlag", "Regler", "Uppföljning", "Export"]) await desk.turnTo(tab);
  const [download] = await Promise.all([desk.page.waitForEvent("download"), desk.press("Skapa bilaga (Word)")]);
  expect(download.suggestedFilename()).toMatch(/\.docx$/);
}

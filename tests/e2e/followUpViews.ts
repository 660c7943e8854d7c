import enTab from "../../src/i18n/en/followUpTab.json";
import enPane from "../../src/i18n/en/pane.json";
import svPane from "../../src/i18n/sv/pane.json";
import svTab from "../../src/i18n/sv/followUpTab.json";
import type { Desk } from "./desk";

/** Everything on the tab Uppföljning, which is open: all its forms with their mistakes, then what differs from a decided plan and why. */
export async function followUpViews(desk: Desk, look: (name: string) => Promise<void>, english: boolean): Promise<void> {
  const { pane } = desk;
  const texts = english ? enTab : svTab;
  const { versions, outcomes, booked, replanning } = texts;
  const named = (sentence: string) => new RegExp(`^${sentence.split(/\{\{.*?\}\}/).map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join(".+")}$`);
  const press = (sentence: string) => pane.getByRole("button", { name: named(sentence) }).first().click();

  await pane.getByLabel(texts.year.label).selectOption("2014");
  const closed = pane.locator("h2 button[aria-expanded=false]");
  while ((await closed.count()) > 0) await closed.first().press("Enter");
  for (const opener of [outcomes.enterFor, booked.enterFor, texts.waivers.add, texts.successions.add, versions.decide]) await press(opener);
  for (const one of await pane.locator("form").all()) {
    for (const field of await one.getByRole("textbox").all()) await field.fill("x");
    await one.locator("[type=submit]").click();
  }
  await look("follow-up, forms with mistakes");
  while ((await pane.locator("form").count()) > 0) await pane.locator("form").first().getByRole("button", { name: (english ? enPane : svPane).form.cancel, exact: true }).click();

  const decide = async (reference: string) => {
    await press(versions.decide);
    await pane.getByLabel(versions.reference, { exact: true }).fill(reference);
    await desk.press(versions.keep);
    await pane.locator("form").waitFor({ state: "detached" });
  };
  await decide("§ 1");
  await press(outcomes.enterFor);
  await pane.getByLabel(outcomes.amount).fill("1");
  await pane.getByLabel(outcomes.status).selectOption("established");
  await desk.press(texts.form.save);
  await pane.locator("form").waitFor({ state: "detached" });
  await press(replanning.do);
  await pane.getByRole("button", { name: named(replanning.again) }).waitFor();
  await decide("§ 2");
  await press(versions.explainFor);
  await pane.getByLabel(versions.compareWith).selectOption({ index: 0 });
  await pane.getByRole("table", { name: replanning.table }).waitFor();
  await look("follow-up, differences with reasons");
}

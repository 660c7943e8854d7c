import type { Locator } from "playwright-core";
import type { Desk } from "./desk";

/** What the pane says when Excel has refused. */
export const alert = (desk: Desk, sentence: string | RegExp): Locator => desk.pane.getByRole("alert").filter({ hasText: sentence });

/** Turns a switch of the menu of difficulties; the menu is closed again, since it lies over the pane. */
export async function turn(desk: Desk, name: string, on: boolean): Promise<void> {
  await inMenu(desk, () => desk.page.getByLabel(name).setChecked(on));
}

/** The next call to Excel fails. */
export async function failNext(desk: Desk): Promise<void> {
  await inMenu(desk, () => desk.page.getByText("Nästa anrop misslyckas").click());
}

async function inMenu(desk: Desk, choose: () => Promise<void>): Promise<void> {
  const menu = desk.page.getByText("Prova svårigheter");
  await menu.click();
  await choose();
  await menu.click();
}

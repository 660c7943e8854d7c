import type { Desk } from "./desk";

/** The pane's text with the spaces that only typography needs made plain. */
export const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

/** A controller at the tab Uppföljning. */
export class Controller {
  constructor(private readonly desk: Desk) {}

  /** Opens a part that is closed, or leaves one that is open. */
  async unfold(part: string): Promise<void> {
    const header = this.desk.pane.getByRole("button", { name: part, exact: true });
    if ((await header.getAttribute("aria-expanded")) === "false") await header.click();
  }

  async follow(year: number): Promise<void> {
    await this.desk.pane.getByLabel("År att följa upp").selectOption(String(year));
  }

  /** Keeps the plan as it is. */
  async decide(reference: string): Promise<void> {
    await this.unfold("Fastställda planer");
    await this.desk.press("Fastställ plan");
    await this.desk.pane.getByLabel("Beslut").fill(reference);
    await this.desk.press("Fastställ och spara");
    await this.desk.status("Planen är fastställd och sparad på bladet").waitFor();
  }

  async outcome(who: string, amount: string, status: "Fastställt" | "Preliminärt" = "Fastställt"): Promise<void> {
    await this.desk.press(`Ange utfall för ${who}`);
    await this.desk.pane.getByLabel("Utfall, kr").fill(amount);
    await this.desk.pane.getByLabel("Status").selectOption({ label: status });
    await this.desk.pane.getByLabel("Källa").fill("Bokslut");
    await this.desk.press("Spara");
    await this.desk.status("Sparat i arbetsboken.").waitFor();
  }

  /** Books all of the year's repayments as they were planned. */
  async bookAll(year: number): Promise<void> {
    await this.unfold(`Bokförda återföringar ${year}`);
    await this.desk.pane.getByRole("button", { name: /^Bokför \d+ återföring/ }).click();
    await this.desk.status("Sparat i arbetsboken.").waitFor();
  }

  async replan(from: number): Promise<void> {
    await this.unfold("Planera om");
    await this.desk.pane.getByRole("button", { name: new RegExp(`^Planera om (igen )?från ${from}$`) }).click();
    await this.desk.status(`Planen är omräknad från ${from}.`).waitFor();
  }

  /** The rows of a table in the pane, by its caption. */
  async table(caption: string): Promise<string[][]> {
    const table = this.desk.pane.getByRole("table", { name: caption });
    await table.waitFor();
    const rows = await table.locator("tbody tr").all();
    return Promise.all(rows.map(async (row) => (await row.locator("th, td").allTextContents()).map(plain)));
  }

  /** Why the plan changes: each reason and what it comes to. */
  reasons(): Promise<string[][]> {
    return this.table("Varför planen ändras");
  }

  /** Each committee's year that differs: decided, new, difference. */
  async differences(): Promise<string[][]> {
    return (await this.table("Skillnader per nämnd och år")).map(([name = "", difference = "", , decided = "", now = ""]) => [name, decided, now, difference]);
  }

  async write(): Promise<void> {
    await this.desk.writePlan();
    expect(await this.desk.control()).toBe("OK");
    await this.desk.turnTo("Uppföljning");
  }
}

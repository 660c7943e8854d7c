import { Desk } from "./desk";
import { useBrowser } from "./workbench";

const browser = useBrowser();
let desk: Desk;

beforeEach(async () => {
  desk = await Desk.open(browser());
  await desk.turnTo("Regler");
  await field("Återföringstid, år").waitFor();
});

afterEach(async () => {
  expect(await desk.close()).toEqual([]);
});

const field = (label: string) => desk.pane.getByLabel(label, { exact: true });

/** The value that the settings' sheet has under a name. */
async function setting(name: string): Promise<unknown> {
  return (await desk.rows("Inställningar")).find(([label]) => label === name)?.[1];
}

describe("A rule is the same in the pane and on the sheet", () => {
  it("follows the numbers while they are typed, and stands on the sheet when it is saved", async () => {
    await desk.pane.getByText(/återförs 1\s000\s000\skr på fyra år\./).waitFor();
    await field("Återföringsandel").fill("50");
    await desk.pane.getByText(/återförs 1\s000\s000\skr på sju år\./).waitFor();
    await field("Återföringstid, år").fill("2");
    await desk.pane.getByText(/återförs 300\s000\skr på två år\./).waitFor();
    expect(await setting("Standardregel: Antal år")).toBe("");

    await desk.press("Spara i arbetsboken");
    await desk.status("Reglerna är sparade i arbetsboken.").waitFor();
    expect([await setting("Standardregel: Återföringsandel"), await setting("Standardregel: Antal år")]).toEqual([0.5, 2]);
  });

  it("follows the sheet when a rule is changed there", async () => {
    await desk.show("Inställningar");
    const row = (await desk.values("Inställningar!A1:A40")).findIndex(([label]) => label === "Standardregel: Antal år") + 1;
    await desk.enter({ [`B${row}`]: "2" });
    await desk.pane.getByText(/återförs 600\s000\skr på två år\./).waitFor();
    expect(await field("Återföringstid, år").inputValue()).toBe("2");
  });

  it("gives a project a rule of its own, which the plan follows before and after it is saved", async () => {
    await field("Regel för").selectOption({ label: "SkolFam2 (egen regel)" });
    await field("Modell").selectOption({ label: "Ramanslag utan återföring" });
    await desk.turnTo("Plan");
    await desk.pane.getByText("Planen visar regler som inte är sparade.").waitFor();
    await desk.pane.getByText(/^32\s600\s000\skr$/).waitFor({ state: "detached" });
    await desk.writePlan();
    const project = (await desk.rows("Projekt")).find((row) => row[1] === "SkolFam2");
    expect(project?.[5]).toBe("Ramanslag utan återföring");
    expect((await desk.rows("Återföringsplan")).filter(([name, , ...amounts]) => name === "SkolFam2" && amounts.some((amount) => typeof amount === "number" && amount !== 0))).toEqual([]);
  });

  it("sets a cap for a committee on the sheet of caps, and takes it away", async () => {
    await desk.press("Lägg till tak");
    await field("Nämnd").selectOption({ label: "Socialnämnden" });
    await field("Högst").fill("1 000 000");
    await desk.press("Spara tak");
    await desk.pane.getByText(/^Socialnämnden, alla år: högst 1\s000\s000\skr$/).waitFor();
    expect((await desk.rows("Tak")).at(-1)?.slice(0, 3)).toEqual(["Socialnämnden", "", 1_000_000]);
    await desk.pane.getByRole("button", { name: /^Ta bort tak: Socialnämnden/ }).click();
    await desk.pane.getByText(/^Socialnämnden, alla år/).waitFor({ state: "detached" });
    expect((await desk.rows("Tak")).flat()).not.toContain("Socialnämnden");
  });

  it("shows the plan under another rule beside the current one, and writes nothing", async () => {
    const before = await desk.sheets();
    await desk.turnTo("Plan");
    await field("Jämför med en annan modell").selectOption({ label: "Ovillkorlig" });
    const table = desk.pane.getByRole("table", { name: "Nyckeltal under två regler" });
    await table.getByRole("columnheader", { name: "Ovillkorlig" }).waitFor();
    expect((await table.innerText()).replace(/\s+/g, " ")).toMatch(/Återförs 32 600 000 kr[^A-Z]* 33 560 000 kr/);
    expect(await desk.sheets()).toEqual(before);
  });
});

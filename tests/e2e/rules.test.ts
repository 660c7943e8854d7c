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

/** What a list shows as chosen. */
const chosen = (label: string) => field(label).evaluate((list: HTMLSelectElement) => list.selectedOptions[0]?.textContent);

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

  it("has its other conditions on the sheet too: saved, changed there, and taken away", async () => {
    await desk.pane.getByText("Fler villkor").click();
    await field("Senast år").fill("2016");
    await field("Extra år efter tak").fill("2");
    await field("Räkna med besparingar före återföringstiden").check();
    await desk.pane.getByText("senast 2016").waitFor();
    await desk.press("Spara i arbetsboken");
    await desk.status("Reglerna är sparade i arbetsboken.").waitFor();
    const conditions = ["Senast år", "Extra år efter tak", "Tidigare besparingar räknas"].map((name) => `Standardregel: ${name}`);
    expect(await Promise.all(conditions.map(setting))).toEqual([2016, 2, "Ja"]);

    await desk.show("Inställningar");
    const rows = await desk.values("Inställningar!A1:A40");
    await desk.enter({ [`B${1 + rows.findIndex(([label]) => label === conditions[0])}`]: "2018" });
    await desk.pane.getByText("senast 2018").waitFor();
    expect(await field("Senast år").inputValue()).toBe("2018");

    await field("Senast år").fill("");
    await field("Extra år efter tak").fill("");
    await field("Räkna med besparingar före återföringstiden").uncheck();
    await desk.press("Spara i arbetsboken");
    await desk.status("Reglerna är sparade i arbetsboken.").waitFor();
    expect(await Promise.all(conditions.map(setting))).toEqual(["", "", ""]);
  });

  it("divides a repayment between committees as agreed, when the shares come to 100 %", async () => {
    const before = await desk.sheets();
    await field("Regel för").selectOption({ label: "SkolFam2 (egen regel)" });
    await field("Modell").selectOption({ label: "Ovillkorlig" });
    await desk.pane.getByText("Fler villkor").click();
    await desk.press("Lägg till nämnd");
    await field("Nämnd 1").selectOption({ label: "Socialnämnden" });
    await field("Andel 1").fill("70");
    await desk.pane.getByText("Fördelningen mellan nämnder för SkolFam2 blir 70 %, men ska bli 100 %.").waitFor();
    await desk.pane.getByRole("button", { name: "Spara i arbetsboken" }).click({ force: true });
    await desk.press("Lägg till nämnd");
    await desk.pane.getByText("Tillsammans 100 %.").waitFor();
    expect([await field("Andel 2").inputValue(), await desk.sheets()]).toEqual(["30", before]);
    await desk.press("Spara i arbetsboken");
    await desk.status("Reglerna är sparade i arbetsboken.").waitFor();
    const split = async () => (await desk.rows("Fördelning")).filter(([project]) => project === "SkolFam2").map((row) => row.slice(1, 3));
    expect(await split()).toEqual([["Socialnämnden", 0.7], [await chosen("Nämnd 2"), 0.3]]);

    await desk.show("Fördelning");
    const row = 1 + (await desk.values("Fördelning!A1:A40")).findIndex(([project]) => project === "SkolFam2");
    await desk.enter({ [`C${row}`]: "0,6" });
    await desk.pane.getByText("Tillsammans 90 %, men det ska bli 100 %. Rätta andelarna.").waitFor();
    expect(await field("Andel 1").inputValue()).toBe("60");
    await field("Andel 2").fill("40");
    await desk.press("Spara i arbetsboken");
    await desk.status("Reglerna är sparade i arbetsboken.").waitFor();
    expect((await split()).map(([, share]) => share)).toEqual([0.6, 0.4]);
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

it("adds a table that the workbook lacks, selects its first cell, and reads what is written there", async () => {
  await desk.turnTo("Underlag");
  const before = await desk.sheets();
  await desk.press("Lägg till tabell");
  await desk.pane.getByRole("button", { name: "Nämndbyten", exact: true }).click();
  await desk.status("Tabellen finns nu på bladet Nämndbyten.").waitFor();
  expect(await desk.sheets()).toEqual([...before, "Nämndbyten"]);
  await desk.page.getByRole("tab", { name: "Nämndbyten", exact: true, selected: true }).waitFor();
  expect(await desk.page.locator(".name-box").inputValue()).toBe("A6");
  await desk.enter({ A6: "Socialnämnden", B6: "Utbildningsnämnden", C6: "2013" });
  await desk.turnTo("Plan");
  await desk.writePlan();
  const plan = await desk.rows("Återföringsplan");
  const years = plan.find((row) => row.includes("2013") || row.includes(2013));
  const owed = plan.filter((row) => row[1] === "Socialnämnden").map((row) => row.filter((amount, at) => Number(years?.[at]) >= 2013 && typeof amount === "number" && amount !== 0));
  expect([years, owed.flat()]).toEqual([expect.anything(), []]);
  await desk.turnTo("Underlag");
  await desk.pane.getByRole("button", { name: "Lägg till tabell" }).click();
  expect(await desk.pane.getByRole("button", { name: "Nämndbyten", exact: true }).count()).toBe(0);
});

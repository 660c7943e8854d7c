import { Desk } from "./desk";
import { Keys } from "./keys";
import { useBrowser } from "./workbench";

const browser = useBrowser();
let desk: Desk;

afterEach(async () => {
  expect(await desk.close()).toEqual([]);
});

const button = (name: string) => desk.pane.getByRole("button", { name, exact: true });

describe("The functions in the pane", () => {
  it("are found, written into the active cell by keyboard, and compute when the names have become cells", async () => {
    desk = await Desk.open(browser(), "");
    await desk.enter({ A1: "0,03", A2: "16", B2: "42", C2: "34", D2: "54", E2: "84", F2: "135" });
    await desk.select("B4");
    const keys = new Keys(desk);
    await keys.enter();
    await keys.reach(button("Funktioner"));
    await keys.press("Enter");
    await desk.pane.getByRole("heading", { name: "SIF.NETTONUVÄRDE", exact: true }).waitFor();
    await keys.check("the functions have been opened");
    await keys.reach(desk.pane.getByLabel("Sök funktion"));
    await desk.page.keyboard.type("nettonuvarde kalenderår");
    await desk.status(/^1 funktion$/).waitFor();
    await keys.press("Control+a");
    await desk.page.keyboard.type("nettonuvarde");
    await keys.reach(button("Infoga SIF.NETTONUVÄRDE"));
    await keys.press("Enter");
    await desk.status("SIF.NETTONUVÄRDE är infogad i Blad1!B4. Byt argumentens namn mot celler eller värden").waitFor();
    await keys.check("the function has been inserted");

    expect(await desk.page.locator(".name-box").inputValue()).toBe("B4");
    const bar = desk.page.locator(".formula-field");
    expect(await bar.inputValue()).toBe("=SIF.NETTONUVÄRDE(ränta,flöden,första_period)");
    await bar.fill("=SIF.NETTONUVÄRDE(A1,A2:F2,0)");
    await bar.press("Enter");
    expect(Number((await desk.values("Blad1!B4"))[0]?.[0]).toFixed(4)).toBe("329.3277");

    await button("Infoga SIF.NETTONUVÄRDE").press("Enter");
    await desk.pane.getByText("Cellen Blad1!B4 är inte tom, så inget skrevs.").first().waitFor();
    expect(await bar.inputValue()).toBe("=SIF.NETTONUVÄRDE(A1,A2:F2,0)");
    await keys.reach(button("Tillbaka till Underlag"), "Shift+Tab");
    await keys.press("Enter");
    await desk.pane.getByRole("heading", { name: "Kom i gång" }).waitFor();
    expect(await button("Funktioner").evaluate((element) => element === document.activeElement)).toBe(true);
    expect(keys.faults).toEqual([]);
  });
});

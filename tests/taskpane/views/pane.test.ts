/** @jest-environment jsdom */
import { act } from "react";
import { version } from "../../../package.json";
import { asked, control, error, happens, happensAndLoads, headings, open, place, press, read, status, text, usePane } from "./shownPane";

usePane();

it("has five tabs in the order of the work; each says what it lacks", async () => {
  const tabs = () => [...place.querySelectorAll('[role="tab"]')];
  // Beside its text a tab holds a hidden one, which keeps the room that bold letters take.
  expect(tabs().map((tab) => tab.querySelector("span")?.textContent)).toEqual(["Underlag", "Regler", "Plan", "Uppföljning", "Export"]);
  for (const [tab, says] of [["Regler", "arbetsboken har inget underlag"], ["Plan", "arbetsboken har inget underlag"], ["Uppföljning", "arbetsboken har inget underlag"], ["Export", "Här finns inget att visa än"]] as const) {
    await open(tab);
    expect(text()).toContain(says);
    const panel = place.querySelector('[role="tabpanel"]');
    const chosen = tabs().find((one) => one.getAttribute("aria-selected") === "true");
    expect([panel?.getAttribute("aria-labelledby"), chosen?.getAttribute("aria-controls")]).toEqual([chosen?.id, panel?.id]);
  }
}, 20_000);

it("says its version below every view, and leads to the help and the licences beside its page", async () => {
  const about = () => place.querySelector("footer")?.textContent;
  const addresses = () => [...place.querySelectorAll<HTMLAnchorElement>("footer a")].map((link) => [link.textContent, link.getAttribute("href"), link.target]);
  expect(about()).toContain(`Version ${version}`);
  expect(addresses()).toEqual([["Hjälp", "support.html", "_blank"], ["Licenser", "licenses.txt", "_blank"]]);
  await open("Regler");
  press("In English");
  expect(addresses()).toEqual([["Help", "support.html#en", "_blank"], ["Licences", "licenses.txt", "_blank"]]);
}, 20_000);

it("cannot be asked twice while Excel works, and keeps the focus where it was", () => {
  happens(read());
  control("Läs in igen").focus();
  happens({ type: "began", activity: { kind: "reading" } });
  press("Läs in igen");
  expect(asked).toEqual([]);
  expect(document.activeElement).toBe(control("Läs in igen"));
  expect(status()).toBe("Läser underlaget …");
  expect(place.querySelector('[role="progressbar"]')?.getAttribute("aria-label")).toBe("Läser underlaget …");
});

it("can be asked while it reads by itself, and says nothing of that", () => {
  happens(read(), { type: "began", activity: { kind: "reading", quiet: true } });
  expect(status()).toBe("Underlaget är inläst: 5 rader.");
  press("Läs in igen");
  expect(asked).toEqual(["read"]);
});

it("gives Excel's refusal as a sentence that can be closed", () => {
  happens({ type: "failed", failure: { code: "excel.cellEditing", severity: "error", message: "En cell redigeras i Excel." } });
  expect(place.querySelector('[role="alert"]')?.textContent).toContain("En cell redigeras i Excel.");
  press("Stäng meddelandet");
  expect(place.querySelector('[role="alert"]')).toBeNull();
});

it("says when Excel has not answered for long, and no more when it has", () => {
  happens({ type: "began", activity: { kind: "reading" } }, { type: "excelSilent", silent: true });
  expect(text()).toContain("Excel har inte svarat på en stund.");
  expect(status()).toBe("Läser underlaget …");
  happens({ type: "excelSilent", silent: false });
  expect(text()).not.toContain("Excel har inte svarat");
});

it("speaks English when asked, numbers too, and says so to screen readers", async () => {
  happens(read());
  press("In English");
  expect(document.documentElement.lang).toBe("en");
  expect(headings()).toEqual(["h1 Återföring", "h2 Input", "h3 Costs", "h2 To look over"]);
  expect(text()).toContain("33,560,000 kr");
  await open("Rules");
  expect(text()).toContain("If the project costs 1,000,000 kr and saves 300,000 kr a year, 1,000,000 kr is repaid over four years.");
  press("På svenska");
  expect(document.documentElement.lang).toBe("sv");
});

it("keeps the focus in the pane when the control that had it goes away", async () => {
  act(() => [...place.querySelectorAll<HTMLElement>("main li button")][2]?.focus());
  await happensAndLoads({ type: "pickOpened", kind: "costs" });
  expect(document.activeElement?.textContent).toBe("Välj område");
  control("Avbryt").focus();
  press("Avbryt");
  expect(document.activeElement?.textContent).toBe("Kom i gång");
  happens(read(Array.from({ length: 9 }, (_, index) => ({ ...error, cell: `Kostnader!D${index}` }))));
  control("Visa 1 till").focus();
  press("Visa 1 till");
  expect(document.activeElement?.getAttribute("aria-label")).toBe("9 fel");
  happens({ type: "failed", failure: error });
  control("Stäng meddelandet").focus();
  press("Stäng meddelandet");
  expect(document.activeElement?.tagName).toBe("MAIN");
});

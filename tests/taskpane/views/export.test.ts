/** @jest-environment jsdom */
import { act } from "react";
import { usualPaper, type Paper } from "../../../src/workbook/paper";
import { enter, field, happens, open, place, read, store, usePane } from "./shownPane";

usePane();

/** What the workbook keeps, or nothing yet. */
const keeps = (changed: Partial<Paper> = {}, sheet: string | null = "Bilageuppgifter") =>
  happens({ type: "paperRead", kept: { paper: { ...usualPaper("sv"), ...changed }, sheet, problems: [] } });
/** What is said at a field. */
const saidAt = (label: string) => {
  const ids = field(label).getAttribute("aria-describedby");
  return ids === null ? null : document.getElementById(ids)?.textContent;
};
/** Leaves a field that has been typed in. */
const leave = (label: string) => act(() => void field(label).dispatchEvent(new FocusEvent("focusout", { bubbles: true })));
const paper = () => store.state().papers!.paper;

beforeEach(async () => {
  happens(read());
  await open("Export");
});

describe("a SIE file that is refused", () => {
  const lacking = ["Kommun eller region", "SIE: konto för återföring", "SIE: budgetår"];
  const marked = () => [...place.querySelectorAll("label")].flatMap(({ htmlFor, textContent }) => (document.getElementById(htmlFor)?.getAttribute("aria-invalid") === "true" ? [textContent] : []));

  it("has its sentence at each field that lacks something, and the focus at the first", () => {
    keeps();
    expect(marked()).toEqual([]);
    happens({ type: "sieRefused" });
    expect(marked()).toEqual(lacking);
    expect(saidAt("Kommun eller region")).toContain("Ange kommunens eller regionens namn");
    expect(saidAt("SIE: konto för återföring")).toContain("Ange nämndernas konto för återföring");
    expect(saidAt("SIE: budgetår")).toContain("Ange året");
    expect(document.activeElement).toBe(field("Kommun eller region"));
  });

  it("takes a sentence away when its field is filled in, and goes to the next when it is refused again", () => {
    keeps();
    happens({ type: "sieRefused" });
    enter("Kommun eller region", "Exempelköping");
    leave("Kommun eller region");
    expect(marked()).toEqual(lacking.slice(1));
    happens({ type: "sieRefused" });
    expect(document.activeElement).toBe(field("SIE: konto för återföring"));
    keeps({ details: { ...paper().details, municipality: "Exempelköping" }, sie: { ...paper().sie, account: "39", month: "13", budgetYear: "2027" } });
    act(() => store.dispatch({ type: "paperChanged", paper: store.state().papers!.kept }));
    expect(marked()).toEqual(["SIE: konto för återföring", "SIE: månad"]);
    expect(saidAt("SIE: konto för återföring")).toContain("”39” är inget kontonummer");
  });

  it("says nothing more when a file has been made", () => {
    keeps();
    happens({ type: "sieRefused" }, { type: "fileHanded", file: { kind: "sie", name: "Återföringsplan.se", arrival: "asked" } });
    expect(marked()).toEqual([]);
  });

  it("takes no focus when the tab is opened again", async () => {
    keeps();
    happens({ type: "sieRefused" });
    await open("Regler");
    await open("Export");
    expect(marked()).toEqual(lacking);
    expect(document.activeElement).not.toBe(field("Kommun eller region"));
  });
});

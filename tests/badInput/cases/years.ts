import { costs, type BadWorkbook } from "../grid";

/** A heading in Kostnader!D1, over 200 000 kr, beside 2026 with 900 000 kr. */
const heading = (text: string, says: readonly string[], sum: string): BadWorkbook =>
  costs(`the heading ${JSON.stringify(text)}`, [`Projekt|Nämnd|2026|${text}`, "Skolfam|Socialnämnden|900000|200000", "Trainee|Socialnämnden|300000|"], says, sum);

/** A year in a list of amounts, in Kostnader!C3. */
const listed = (text: string, says: readonly string[], sum: string): BadWorkbook =>
  costs(`the year ${JSON.stringify(text)} in a list`, ["Projekt|Nämnd|År|Belopp", "Skolfam|Socialnämnden|2026|900000", `Trainee|Socialnämnden|${text}|300000`], says, sum);

const headings: BadWorkbook[] = [
  ...["2027", "'2027", "År 2027", "Budget 2027", "2027 (kr)", "2027-12-31", "Plan 2027 ", "2027*", "Prognos 2027", "2027\n(budget)"].map((text) => heading(text, [], "1400000")),
  heading("2027 tkr", [], "201200000"),
  ...["1989", "2151", "1899", "2299", "År 1985", "'2200"].map((text) => heading(text, ["yearOutside@Kostnader!D1"], "1200000")),
  ...["2027/28", "2027/2028", "2027-2028", "2027–2029", "2027–29", "2027 och 2028", "2027 och framåt", "2027-", "fr.o.m. 2027", "t.o.m. 2027", "efter 2027", "> 2027 ", "2027 ff", "Från 2027"].map((text) => heading(text, ["yearSpan@Kostnader!D1"], "1200000")),
  ...["År 2", "År 27", "Kommande år", "Nästa år", "År 2 (kr)"].map((text) => heading(text, ["yearNotCalendar@Kostnader!D1"], "1200000")),
  ...["27", "'27", "-27", "20272", "202", "46388"].map((text) => ({ ...heading(text, ["yearNotCalendar@Kostnader!D1"], "0") })),
  ...["Övrigt", "Okänt", ""].map((text) => heading(text, [], "1200000")),
  heading("2026", ["doubledYear@Kostnader!D1"], "1200000"),
  heading("'2026", ["doubledYear@Kostnader!D1"], "1200000"),
  heading("Budget 2026", ["doubledYear@Kostnader!D1"], "1200000"),
  heading("Antal barn 2027", [], "1200000"),
  heading("#REF!", ["errorValue@Kostnader!D1"], "1200000"),
];

const lists: BadWorkbook[] = [
  ...["2026", "'2026", "År 2026", "2026-06-30", "Budget 2026"].map((text) => listed(text, [], "1200000")),
  listed("", ["yearMissing@Kostnader!C3"], "900000"),
  ...["26", "'26", "År 1", "sedan", "?", "<true>", "20266", "2026.5", "0", "-2026", "1e9"].map((text) => listed(text, ["yearUnreadable@Kostnader!C3"], "900000")),
  ...["2026/27", "2026-2028", "2026–28", "2026 och framåt"].map((text) => listed(text, ["yearUnreadable@Kostnader!C3"], "900000")),
  ...["1989", "2151", "'1989", "2299"].map((text) => listed(text, ["yearOutside@Kostnader!C3"], "900000")),
  ...["#N/A", "#SAKNAS!"].map((text) => listed(text, ["yearUnreadable@Kostnader!C3"], "900000")),
];

const rows = ["Skolfam|Socialnämnden|900000|200000|100000", "Trainee|Socialnämnden|300000||"];
const tables: BadWorkbook[] = [
  costs("years that are not in order", ["Projekt|Nämnd|2026|2024|2025", ...rows], [], "1500000"),
  costs("years backwards", ["Projekt|Nämnd|2026|2025|2024", ...rows], [], "1500000"),
  costs("years with gaps", ["Projekt|Nämnd|2026|2030|2034", ...rows], [], "1500000"),
  costs("all years numbered from 1", ["Projekt|Nämnd|År 1|År 2|År 3", ...rows], ["yearNotCalendar@Kostnader!C1", "yearNotCalendar@Kostnader!D1", "yearNotCalendar@Kostnader!E1"]),
  costs("all years of two digits", ["Projekt|Nämnd|26|27|28", ...rows], ["yearNotCalendar@Kostnader!C1", "yearNotCalendar@Kostnader!D1", "yearNotCalendar@Kostnader!E1"]),
  costs("all years of two digits, as texts", ["Projekt|Nämnd|'26|'27|'28", ...rows], ["yearNotCalendar@Kostnader!C1", "yearNotCalendar@Kostnader!D1", "yearNotCalendar@Kostnader!E1"]),
  costs("school years in every column", ["Projekt|Nämnd|2026/27|2027/28|2028/29", ...rows], ["yearSpan@Kostnader!C1", "yearSpan@Kostnader!D1", "yearSpan@Kostnader!E1"]),
  costs("no years at all", ["Projekt|Nämnd|Belopp", "Skolfam|Socialnämnden|900000"], ["yearNotCalendar@Kostnader!C1"]),
  costs("months in the headings", ["Projekt|Nämnd|2026-01|2026-02|2026-03", ...rows], ["yearSpan@Kostnader!C1", "yearSpan@Kostnader!D1", "yearSpan@Kostnader!E1"]),
  costs("dates of one year in the headings", ["Projekt|Nämnd|46023|46054|46082", ...rows], ["yearNotCalendar@Kostnader!C1", "yearNotCalendar@Kostnader!D1", "yearNotCalendar@Kostnader!E1"]),
  costs("years down, committees across", ["Projekt|År|Socialnämnden|Kommunstyrelsen", "Skolfam|2026|900000|100000"], ["yearNotCalendar@Kostnader!C1", "yearNotCalendar@Kostnader!D1"]),
  costs("the same year three times", ["Projekt|Nämnd|2026|2026|2026", ...rows], ["doubledYear@Kostnader!D1", "doubledYear@Kostnader!E1"], "1200000"),
];

export const years: BadWorkbook[] = [...headings, ...lists, ...tables];

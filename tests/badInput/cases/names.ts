import { costs, records, type BadWorkbook } from "../grid";

/** Two committees of the same project: the first and another spelling. */
const alike = (one: string, other: string, says: readonly string[]): BadWorkbook =>
  costs(`the committees ${JSON.stringify(one)} and ${JSON.stringify(other)}`, ["Projekt|Nämnd|2026|2027", `Skolfam|${one}|900000|`, `Skolfam|${other}||200000`, `Trainee|${one}|300000|`], says, "1400000");

const committees: BadWorkbook[] = [
  ...["kulturnämnden", "KULTURNÄMNDEN", " Kulturnämnden ", "Kulturnämnden\u00a0", "Kulturna\u0308mnden", "\u200bKulturnämnden"].map((other) => alike("Kulturnämnden", other, [])),
  ...["Kulturnämden", "Kulturnämndn", "Kulturnämndne", "Kulturnämndan", "Kulturnämdnen"].map((other) => alike("Kulturnämnden", other, ["misspelt@Kostnader!D3"])),
  alike("Kulturnämnden", "Kulturnämndеn", ["misspelt@Kostnader!D3"]),
  alike("Kulturnämnden", "Kulturnämnd\u200den", []),
  alike("Kulturnämnden", "Kulturnämnden\u00ad", []),
  alike("Kulturnämnden", "Kultur\u00adnämnden", []),
  alike("Kulturnämnden", "Kulturn\u202eämnden\u202c", []),
  alike("Kulturnämnden", "Kultur\u0007nämnden", []),
  alike("Kontorsnämnden", "Коntоrsnämndеn", ["misspelt@Kostnader!D3"]),
  alike("Omsorgsnämnden", "0msorgsnämnden", ["misspelt@Kostnader!D3"]),
  alike("Barnnämnden", "Bamnämnden", ["misspelt@Kostnader!D3"]),
  alike("Kulturnämnden", "Kultumämnden", ["misspelt@Kostnader!D3"]),
  alike("Miljönämnden", "Mıljönämnden", ["misspelt@Kostnader!D3"]),
  alike("Samhällsnämnden", "Sɑmhällsnämnden", ["misspelt@Kostnader!D3"]),
  alike("Förskola 10", "Förskola lo", []),
  alike("Kulturnämnden", "Кulturnämnden", ["misspelt@Kostnader!D3"]),
  alike("Kulturnämnden", "Κulturnämnden", ["misspelt@Kostnader!D3"]),
  alike("Kulturnämnden", "Ku1turnämnden", ["misspelt@Kostnader!D3"]),
  alike("Kulturnämnden", "Kulturnamnden", ["misspelt@Kostnader!D3"]),
  alike("Vård- och omsorgsnämnden", "Vård– och omsorgsnämnden", ["misspelt@Kostnader!D3"]),
  alike("Vård- och omsorgsnämnden", "Vård-och omsorgsnämnden", ["misspelt@Kostnader!D3"]),
  alike("Barn- och utbildningsnämnden", "Barn - och utbildningsnämnden", ["misspelt@Kostnader!D3"]),
  alike("Kulturnämnden", "Kultur nämnden", ["misspelt@Kostnader!D3"]),
  alike("Nämnd 1", "Nämnd 2", []),
  alike("Team A", "Team B", []),
  alike("Kulturnämnden", "Miljönämnden", []),
  alike("Kulturnämnden", "Region Östergötland", ["externalAsOwn@Kostnader!D3"]),
];

const listed = (what: string, rows: readonly string[], says: readonly string[]) => records(what, "Nämnder", ["Förkortning|Nämnd|Egen kommun", "SN|Socialnämnden|Ja", ...rows], says);
const projects = (what: string, rows: readonly string[], says: readonly string[]) => records(what, "Projekt", ["Projekt-id|Projekt|Ansvarig nämnd", "P1|Skolfam|Socialnämnden", ...rows], says);
const lists: BadWorkbook[] = [
  listed("a committee twice", ["SN|Kulturnämnden|Ja"], ["plan.duplicateId@Nämnder!B3"]),
  listed("a committee twice but for case", ["sn|Kulturnämnden|Ja"], ["plan.duplicateId@Nämnder!B3"]),
  listed("a committee twice but for spaces", [" SN |Kulturnämnden|Ja"], ["plan.duplicateId@Nämnder!B3"]),
  listed("a committee's name twice", ["SN2|Socialnämnden|Ja"], []),
  listed("a committee without a name", ["KN||Ja"], ["fieldMissing@Nämnder!B3"]),
  listed("a committee that is perhaps own", ["KN|Kulturnämnden|Kanske"], ["yesNoUnknown@Nämnder!C3"]),
  listed("an error for a committee", ["KN|#REF!|Ja"], ["errorValue@Nämnder!B3"]),
  projects("a project twice", ["P1|Trainee|Socialnämnden"], ["plan.duplicateId@Projekt!B3", "plan.noCosts@Projekt!B3"]),
  projects("a project twice but for case", ["p1|Trainee|Socialnämnden"], ["plan.duplicateId@Projekt!B3", "plan.noCosts@Projekt!B3", "plan.unknownProject@Besparingar!C3", "plan.unknownProject@Kostnader!C3"]),
  projects("a project twice but for spaces", ["P1 |Trainee|Socialnämnden"], ["plan.duplicateId@Projekt!B3", "plan.noCosts@Projekt!B3"]),
  projects("a project that is not listed", [], ["projectAdded@Kostnader!C3"]),
  projects("a project without a name", ["P2||Socialnämnden", "P3|Trainee|Socialnämnden"], ["fieldMissing@Projekt!B3"]),
  projects("an error for a project's name", ["P2|#N/A|Socialnämnden", "P3|Trainee|Socialnämnden"], ["errorValue@Projekt!B3"]),
  projects("prototype keys for projects", ["__proto__|Trainee|Socialnämnden", "constructor|Annat|toString"], ["plan.noCosts@Projekt!B4"]),
];

export const names: BadWorkbook[] = [...committees, ...lists];

import { costs, records, type BadWorkbook } from "../grid";

const split = (what: string, shares: readonly string[], says: readonly string[]) =>
  records(`a split: ${what}`, "Fördelning", ["Projekt|Nämnd|Andel", ...shares], says);
const splits: BadWorkbook[] = [
  split("0.9999", ["Skolfam|Socialnämnden|0.5", "Skolfam|Kulturnämnden|0.4999"], ["plan.splitSum@Kostnader!C2"]),
  split("1.0001", ["Skolfam|Socialnämnden|0.5", "Skolfam|Kulturnämnden|0.5001"], ["plan.splitSum@Kostnader!C2"]),
  split("three thirds as typed", ["Skolfam|Socialnämnden|33,33 %", "Skolfam|Kulturnämnden|33,33 %", "Skolfam|Miljönämnden|33,33 %"], ["plan.splitSum@Kostnader!C2"]),
  split("a sum of doubles that is one", ["Skolfam|Socialnämnden|0.1", "Skolfam|Kulturnämnden|0.2", "Skolfam|Miljönämnden|0.7"], []),
  split("shares as per cent texts", ["Skolfam|Socialnämnden|40 %", "Skolfam|Kulturnämnden|'60%"], []),
  split("whole numbers of per cent", ["Skolfam|Socialnämnden|40", "Skolfam|Kulturnämnden|60"], ["shareUnreadable@Fördelning!C2", "shareUnreadable@Fördelning!C3"]),
  split("a share that is missing", ["Skolfam|Socialnämnden|1", "Skolfam|Kulturnämnden|"], ["fieldMissing@Fördelning!C3"]),
  split("a share as words", ["Skolfam|Socialnämnden|hälften", "Skolfam|Kulturnämnden|0.5"], ["shareUnreadable@Fördelning!C2"]),
  split("a negative share", ["Skolfam|Socialnämnden|1", "Skolfam|Kulturnämnden|-0.2"], ["plan.shareOutside@Kostnader!C2"]),
  split("an error for a share", ["Skolfam|Socialnämnden|#N/A"], ["shareUnreadable@Fördelning!C2"]),
  split("a project that is unknown", ["Skolfamm|Socialnämnden|1"], ["splitProjectUnknown@Fördelning!A2"]),
  split("a committee that is missing", ["Skolfam||1"], ["fieldMissing@Fördelning!B2"]),
];

const succession = (what: string, rows: readonly string[], says: readonly string[]) =>
  records(`successions: ${what}`, "Nämndbyten", ["Från nämnd|Till nämnd|Från och med år|Andel", ...rows], says);
const successions: BadWorkbook[] = [
  succession("to itself", ["Socialnämnden|Socialnämnden|2027|1"], ["plan.successionCircle"]),
  succession("in a circle of two", ["Socialnämnden|Kulturnämnden|2027|1", "Kulturnämnden|Socialnämnden|2027|1"], ["plan.successionCircle"]),
  succession("in a circle of three, over years", ["Socialnämnden|Kulturnämnden|2027|1", "Kulturnämnden|Miljönämnden|2028|1", "Miljönämnden|Socialnämnden|2029|1"], ["plan.successionCircle"]),
  succession("shares of 0.9999", ["Socialnämnden|Kulturnämnden|2027|0.5", "Socialnämnden|Miljönämnden|2027|0.4999"], ["plan.successionSum@Nämndbyten!A2"]),
  succession("without a year", ["Socialnämnden|Kulturnämnden||1"], ["fieldMissing@Nämndbyten!C2"]),
  succession("in a year outside", ["Socialnämnden|Kulturnämnden|1850|1"], ["yearOutside@Nämndbyten!C2"]),
  succession("in a year of two digits", ["Socialnämnden|Kulturnämnden|27|1"], ["yearUnreadable@Nämndbyten!C2"]),
  succession("to nobody", ["Socialnämnden||2027|1"], ["fieldMissing@Nämndbyten!B2"]),
  succession("the same twice", ["Socialnämnden|Kulturnämnden|2027|1", "Socialnämnden|Kulturnämnden|2027|1"], ["plan.successionSum@Nämndbyten!A2"]),
];

const cap = (what: string, rows: readonly string[], says: readonly string[]) => records(`caps: ${what}`, "Tak", ["Nämnd|År|Högsta belopp|Andel av ramen", ...rows], says);
const caps: BadWorkbook[] = [
  cap("neither amount nor share", ["Socialnämnden|2027||"], ["plan.capWithoutLimit@Tak!A2"]),
  cap("a share of a frame that is missing", ["Socialnämnden|2027||0.01"], ["plan.capFrameMissing@Tak!A2"]),
  cap("a negative amount", ["Socialnämnden|2027|-5|"], ["plan.negativeAmount@Tak!A2"]),
  cap("a text", ["Socialnämnden|2027|lagom|"], ["textAmount@Tak!C2"]),
  cap("a share above one", ["Socialnämnden|2027||5"], ["shareUnreadable@Tak!D2"]),
  cap("no committee", ["|2027|5000|"], ["fieldMissing@Tak!A2"]),
];

const fund = (what: string, rows: readonly string[], says: readonly string[]) => records(`the fund: ${what}`, "Fond", ["Post|År|Belopp", ...rows], says);
const funds: BadWorkbook[] = [
  fund("two openings", ["Ingående saldo|2026|5000000", "Ingående saldo|2027|5000000"], ["openingTwice@Fond!A3"]),
  fund("no opening", ["Tillskott|2026|5000000"], ["openingMissing@Fond!A2"]),
  fund("a post that is unknown", ["Ingående saldo|2026|5000000", "Gåva|2026|1"], ["choiceUnknown@Fond!A3"]),
  fund("a year that is missing", ["Ingående saldo||5000000"], ["fieldMissing@Fond!B2", "openingMissing@Fond!A2"]),
  fund("opens after the first cost", ["Ingående saldo|2027|5000000"], ["plan.beforeFundOpens@Kostnader!C2", "plan.beforeFundOpens@Kostnader!C3"]),
  fund("too little in it", ["Ingående saldo|2026|1000"], ["plan.fundBelowZero"]),
  fund("an amount as text", ["Ingående saldo|2026|fem miljoner"], ["textAmount@Fond!C2"]),
];

const waiver = (what: string, row: string, says: readonly string[]) => records(`a waiver: ${what}`, "Undantag", ["Projekt|Nämnd|Från år|Till år|Efterskänkt andel|Skäl|Beslut", row], says);
const waivers: BadWorkbook[] = [
  waiver("backwards", "Skolfam|Socialnämnden|2030|2027|1|Sjukdom|KF 12", ["plan.waiverYears@Undantag!E2"]),
  waiver("without a reason", "Skolfam|Socialnämnden|2027|2027|1||KF 12", ["plan.waiverUndocumented@Undantag!E2"]),
  waiver("of an unknown project", "Skolfamm|Socialnämnden|2027|2027|1|Sjukdom|KF 12", ["plan.unknownProject@Undantag!E2"]),
  waiver("of 110 per cent", "Skolfam|Socialnämnden|2027|2027|110 %|Sjukdom|KF 12", ["shareUnreadable@Undantag!E2"]),
  waiver("of nothing", "Skolfam|Socialnämnden|2027|2027||Sjukdom|KF 12", ["fieldMissing@Undantag!E2"]),
];

const incomplete: BadWorkbook[] = [
  records("a waiver without a column for its share", "Undantag", ["Projekt|Nämnd|Från år|Andel som släpps|Skäl|Beslut", "Skolfam|Socialnämnden|2027|1|Sjukdom|KF 12", "Trainee|Socialnämnden|2027|1|Sjukdom|KF 12"], ["columnMissing@Undantag!A1"]),
  records("a succession without a column for its year", "Nämndbyten", ["Från nämnd|Till nämnd|Andel", "Socialnämnden|Kulturnämnden|1"], ["columnMissing@Nämndbyten!A1"]),
  records("a fund without a column for its year", "Fond", ["Post|Belopp", "Ingående saldo|5000000"], ["columnMissing@Fond!A1", "openingMissing@Fond!A2"]),
];

const outcome = (what: string, rows: readonly string[], says: readonly string[]) => records(`outcomes: ${what}`, "Utfall", ["Projekt|Nämnd|År|Belopp|Status", ...rows], says);
const outcomes: BadWorkbook[] = [
  outcome("without a status", ["Skolfam|Socialnämnden|2027|100000|"], ["statusMissing@Utfall!D2", "plan.notEstablished"]),
  outcome("with a status that is unknown", ["Skolfam|Socialnämnden|2027|100000|Klart"], ["choiceUnknown@Utfall!E2"]),
  outcome("of an unknown project", ["Skolfamm|Socialnämnden|2027|100000|Fastställd"], ["plan.unknownProject@Utfall!D2"]),
  outcome("as text", ["Skolfam|Socialnämnden|2027|bra|Fastställd"], ["textAmount@Utfall!D2"]),
];

const setting = (what: string, rows: readonly string[], says: readonly string[]) => records(`settings: ${what}`, "Inställningar", ["Inställning|Värde", ...rows], says);
const settings: BadWorkbook[] = [
  setting("one that is unknown", ["Färg|Blå"], ["settingUnknown@Inställningar!A2"]),
  setting("a rate as words", ["Kalkylränta|tre procent"], ["shareUnreadable@Inställningar!B2"]),
  setting("a base year alone", ["Basår|2026"], ["rateMissing@Inställningar!B2"]),
  setting("a rounding that is zero", ["Avrundning|0"], ["plan.roundingUnitWrong"]),
  setting("a plan from a year that is no year", ["Planera från år|snart"], ["yearUnreadable@Inställningar!B2"]),
];

const rule = (what: string, heads: string, cells: string, says: readonly string[]) => records(`a rule: ${what}`, "Projekt", [`Projekt|Ansvarig nämnd|${heads}`, `Skolfam|Socialnämnden|${cells}`, "Trainee|Socialnämnden|"], says);
const rules: BadWorkbook[] = [
  rule("a model that is unknown", "Modell", "Gratis", ["choiceUnknown@Projekt!C2"]),
  rule("a share above one", "Modell|Återföringsandel", "Villkorad|1.5", ["shareUnreadable@Projekt!D2"]),
  rule("years that end before they begin", "Startår|Slutår", "2028|2026", ["plan.projectYears@Projekt!A2"]),
  rule("a start as words", "Startår|Slutår", "nu|2026", ["yearUnreadable@Projekt!C2"]),
  rule("a time of no years", "Modell|Antal år", "Villkorad|0", ["plan.emptyWindow@Projekt!A2"]),
  rule("half a year", "Modell|Antal år", "Villkorad|1.5", ["countUnreadable@Projekt!D2"]),
];

const whole: BadWorkbook[] = [
  { what: "no sheets with anything", sheets: { Blad1: [] }, says: ["nothingFound"] },
  { what: "sheets of spaces", sheets: { Kostnader: [" |\u00a0|"], Besparingar: [" "] }, says: ["nothingFound"] },
  { what: "headings and nothing else", sheets: { Kostnader: ["Projekt|Nämnd|2026"], Besparingar: ["Projekt|Nämnd|2026"] }, says: ["noCosts"] },
  { what: "costs without savings", sheets: { Kostnader: ["Projekt|Nämnd|2026", "Skolfam|Socialnämnden|900000"] }, says: ["noSavings", "plan.noSavings"], costs: "900000" },
  { what: "savings without costs", sheets: { Besparingar: ["Projekt|Nämnd|2026", "Skolfam|Socialnämnden|900000"] }, says: ["nothingFound"] },
  { what: "the costs twice, on two sheets", sheets: { Kostnader: ["Projekt|Nämnd|2026", "Skolfam|Socialnämnden|900000"], "Kostnader (2)": ["Projekt|Nämnd|2026", "Skolfam|Socialnämnden|900000"], Besparingar: ["Projekt|Nämnd|2027", "Skolfam|Socialnämnden|500000"] }, says: ["doubleSource@'Kostnader (2)'!C2"], costs: "1800000" },
  { what: "a table that does not say what it is", sheets: { Blad1: ["Projekt|Nämnd|2026", "Skolfam|Socialnämnden|900000"] }, says: ["nothingFound", "tableUnclear@Blad1!A1"] },
  { what: "only zeros", sheets: { Kostnader: ["Projekt|Nämnd|2026", "Skolfam|Socialnämnden|0"], Besparingar: ["Projekt|Nämnd|2027", "Skolfam|Socialnämnden|0"] }, says: ["plan.noCosts@Kostnader!C2"], costs: "0" },
  { what: "savings outside the municipality", sheets: { Kostnader: ["Projekt|Nämnd|2026", "Skolfam|Socialnämnden|900000"], Besparingar: ["Projekt|Nämnd|2027", "Skolfam|Region Skåne|500000"], Nämnder: ["Förkortning|Nämnd|Egen kommun", "RS|Region Skåne|Nej"] }, says: ["plan.externalOnly"], costs: "900000" },
  { what: "a saving below zero", sheets: { Kostnader: ["Projekt|Nämnd|2026", "Skolfam|Socialnämnden|900000"], Besparingar: ["Projekt|Nämnd|2027|2028", "Skolfam|Socialnämnden|500000|-1000"] }, says: ["plan.negativeSaving"], costs: "900000", savings: "499000" },
  { what: "savings long after", sheets: { Kostnader: ["Projekt|Nämnd|2026", "Skolfam|Socialnämnden|900000"], Besparingar: ["Projekt|Nämnd|2060", "Skolfam|Socialnämnden|500000"] }, says: ["plan.noSavings", "plan.savingsOutside"], costs: "900000" },
  { what: "an amount at the end of the kronor", sheets: { Kostnader: ["Projekt|Nämnd|2026", "Skolfam|Socialnämnden|0,000001"], Besparingar: ["Projekt|Nämnd|2027", "Skolfam|Socialnämnden|0,000001"] }, says: ["unitGuessed@Kostnader!A1", "unitGuessed@Besparingar!A1"], costs: "0.000001" },
  { what: "amounts above all budgets", sheets: { Kostnader: ["Projekt|Nämnd|2026", "Skolfam|Socialnämnden|1e25"], Besparingar: ["Projekt|Nämnd|2027", "Skolfam|Socialnämnden|1e25"] }, says: [], costs: "10000000000000000000000000" },
  costs("an unclear table beside clear ones", ["Projekt|Nämnd|2026", "Skolfam|Socialnämnden|900000", "Trainee|Socialnämnden|300000"], [], "1200000"),
];

export const tables: BadWorkbook[] = [...splits, ...successions, ...caps, ...funds, ...waivers, ...incomplete, ...outcomes, ...settings, ...rules, ...whole];

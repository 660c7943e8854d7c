import type { Diagnostic, Severity } from "./types";

/** The lists of the input, as the sentences name them. */
export const listNames = {
  committees: "nämnderna",
  projects: "projekten",
  costs: "kostnaderna",
  savings: "besparingarna",
  outcomes: "utfallen",
  booked: "det bokförda",
  frames: "budgetramarna",
  caps: "taken",
  waivers: "undantagen",
  successions: "nämndbytena",
  contributions: "tillskotten till fonden",
  split: "fördelningen",
} as const;
export type ListName = keyof typeof listNames;

type Facts = Record<string, string | number>;

const inList = (facts: Facts) => listNames[facts.list as ListName];

/** `1250000.5` → `1 250 000,5 kr`, with spaces that do not break. */
const kr = (amount: string | number | undefined) => {
  const [whole = "", fraction] = String(amount).replace("-", "−").split(".");
  return `${whole.replace(/\B(?=(\d{3})+$)/g, "\u00a0")}${fraction === undefined ? "" : `,${fraction}`}\u00a0kr`;
};

/**
 * Every problem the engine can find: how bad it is, and the Swedish sentence that says what is wrong and what to do.
 * The facts go with the diagnostic, so that the English sentences (i18n, the same codes) can be built from them.
 */
const problems = {
  inputNotReadable: ["error", () => "Underlaget går inte att läsa. Läs in det på nytt från arbetsboken."],
  listNotReadable: ["error", (f) => `Listan med ${inList(f)} går inte att läsa. Den ska vara en tabell med en rad för varje uppgift.`],
  rowNotReadable: ["error", (f) => `Rad ${f.row} bland ${inList(f)} går inte att läsa. Skriv om raden eller ta bort den.`],
  idMissing: ["error", (f) => `Rad ${f.row} bland ${inList(f)} saknar beteckning. Ge den en beteckning som ingen annan har.`],
  duplicateId: ["error", (f) => `Beteckningen ”${f.id}” finns mer än en gång bland ${inList(f)}. Ge varje rad en egen beteckning; skillnad i mellanslag eller versaler räcker inte.`],
  unknownProject: ["error", (f) => `Projektet ”${f.id}” bland ${inList(f)} finns inte i listan över projekt. Rätta namnet eller lägg till projektet.`],
  unknownCommittee: ["error", (f) => `Nämnden ”${f.id}” bland ${inList(f)} finns inte i listan över nämnder. Rätta namnet eller lägg till nämnden.`],
  amountNotNumber: ["error", (f) => `”${f.text}” bland ${inList(f)} är inget belopp. Skriv beloppet som ett tal i kronor.`],
  yearOutside: ["error", (f) => `Året ”${f.text}” bland ${inList(f)} är inget år mellan 1990 och 2150. Rätta året.`],
  negativeCost: ["error", (f) => `Kostnaden ${kr(f.amount)} är negativ. Skriv kostnader som positiva tal; en intäkt för projektet dras av från kostnaden samma år.`],
  negativeAmount: ["error", (f) => `Beloppet ${kr(f.amount)} bland ${inList(f)} är negativt. Skriv ett belopp som är noll eller större.`],
  shareOutside: ["error", (f) => `${f.share}: ”${f.text}” är ingen andel mellan 0 och 1 (0–100 %). Rätta andelen.`],
  splitSum: ["error", (f) => `Fördelningen mellan nämnderna summerar till ${f.sum}, men ska bli 1 (100 %). Rätta andelarna.`],
  splitExternal: ["error", (f) => `”${f.id}” hör inte till kommunen och kan inte återföra till fonden. Ta bort den ur fördelningen.`],
  ownerExternal: ["error", (f) => `Projektet har inga besparingar hos egna nämnder, och den ansvariga, ”${f.id}”, hör inte till kommunen. Ange en egen nämnd som ansvarig eller en fördelning.`],
  ruleNotReadable: ["error", () => "Återföringsregeln går inte att läsa. Välj en modell eller ange andel, garanti, tak, profil och återföringstid."],
  profileUnknown: ["error", (f) => `Profilen ”${f.text}” finns inte. Välj återföring i takt med besparingarna eller lika belopp varje år.`],
  emptyWindow: ["error", (f) => `Återföringstiden är tom: den börjar ${f.first} och slutar ${f.last}. Ändra första år, antal år eller senaste år.`],
  windowOutside: ["error", (f) => `Återföringstiden ${f.first}–${f.last} går utanför åren 1990–2150. Ändra första år eller antal år.`],
  windowNotReadable: ["error", () => "Återföringstiden går inte att läsa. Ange första år (eller antal år efter projektets start eller slut) och antal år, i hela år."],
  projectYears: ["error", (f) => `Projektets slutår ${f.end} ligger före startåret ${f.start}. Rätta åren.`],
  statusUnknown: ["error", (f) => `Utfallets status ”${f.text}” finns inte. Skriv Fastställd eller Preliminär.`],
  successionCircle: ["error", (f) => `Nämndbytena går i cirkel: ${f.circle}. Ta bort eller rätta en av raderna.`],
  successionSum: ["error", (f) => `Andelarna i nämndbytet från ”${f.from}” år ${f.year} summerar till ${f.sum}, men ska bli 1 (100 %). Rätta andelarna.`],
  successionExternal: ["error", (f) => `”${f.id}” hör inte till kommunen och kan inte ta över en återföring. Ange en egen nämnd.`],
  capWithoutLimit: ["error", (f) => `Taket för ”${f.committee}” saknar belopp. Ange ett belopp i kronor eller en andel av budgetramen.`],
  capFrameMissing: ["error", (f) => `Taket för ”${f.committee}” är en andel av budgetramen, men ramen för ${f.year} saknas. Lägg till ramen för det året eller ange taket i kronor.`],
  capOrderUnknown: ["error", (f) => `Ordningen under taken, ”${f.text}”, finns inte. Välj äldst först eller proportionellt.`],
  waiverYears: ["error", (f) => `Undantaget slutar ${f.to}, före det börjar ${f.from}. Rätta åren.`],
  beforeFundOpens: ["error", (f) => `Beloppet år ${f.year} bland ${inList(f)} ligger före fondens första år ${f.opening}. Ändra året eller fondens första år.`],
  fundNotReadable: ["error", () => "Fondens ingående saldo går inte att läsa. Ange saldot i kronor och året det gäller."],
  roundingUnitWrong: ["error", (f) => `Avrundningen ”${f.text}” går inte att använda. Ange 0,01, 1 eller 1000 kronor.`],
  planFromWrong: ["error", (f) => `Planera från år ”${f.text}” är inget år mellan 1990 och 2150. Rätta året.`],
  capExtensionWrong: ["error", (f) => `Antalet extra år efter tak, ”${f.text}”, ska vara ett helt tal från 0 till 100.`],
  guidelineWrong: ["error", (f) => `Riktlinjens antal år, ”${f.text}”, ska vara ett helt tal från 0 till 100.`],
  rateWrong: ["error", (f) => `Kalkylräntan ”${f.text}” går inte att använda. Ange en ränta högre än −100 %, till exempel 3 %.`],
  baseYearWrong: ["error", (f) => `Basåret ”${f.text}” är inget år mellan 1990 och 2150. Rätta året.`],

  noCosts: ["warning", () => "Projektet har inga kostnader och inga år, så det finns inget att återföra. Lägg till kostnader eller ta bort projektet."],
  noSavings: ["warning", (f) => `Projektet har inga besparingar hos egna nämnder under återföringstiden ${f.first}–${f.last}. Kontrollera besparingarna och återföringstiden.`],
  savingsOutside: ["warning", (f) => `Besparingar på ${kr(f.amount)} ligger utanför återföringstiden ${f.first}–${f.last} och räknas inte i planen. Ändra återföringstiden om de ska räknas.`],
  negativeSaving: ["warning", (f) => `Besparingen ${kr(f.amount)} är negativ, alltså en ökad kostnad. Den räknas i kalkylen men inte i planen.`],
  externalOnly: ["warning", () => "Alla besparingar faller utanför kommunen. De räknas i samhällskalkylen, men inget av dem kan återföras."],
  firstRepaymentLate: ["warning", (f) => `Första återföringen kommer ${f.year}, ${f.years} år efter projektets slut. Riktlinjen säger högst ${f.limit} år.`],
  lastRepaymentLate: ["warning", (f) => `Sista återföringen kommer ${f.year}, ${f.years} år efter projektets slut. Riktlinjen säger högst ${f.limit} år.`],
  fundBelowZero: ["warning", (f) => `Fondens saldo blir negativt från ${f.first}. Lägst är det ${f.lowestYear}: ${kr(f.lowest)}. Senarelägg uttag eller lägg till tillskott.`],
  stoppedByCap: ["warning", (f) => `${kr(f.amount)} ryms inte under taken före ${f.last} och återförs inte. Höj taket, ge fler år eller fatta beslut om undantag.`],
  bookedMoreThanOwed: ["warning", (f) => `Bokförda återföringar är ${kr(f.amount)} högre än vad projektet ska återföra. Kontrollera bokföringen; planen ändrar den inte.`],
  bookedNotCounted: ["warning", (f) => `Bokförda återföringar på ${kr(f.amount)} räknas inte: bara det som är bokfört före det år planen görs om från räknas. Ange planera från år.`],
  notEstablished: ["warning", (f) => `Återföringen ${kr(f.amount)} år ${f.year} görs innan utfallet är fastställt. Fastställ utfallet först.`],
  termsOfOffice: ["warning", (f) => `Återföringarna ${f.first}–${f.last} sträcker sig över ${f.terms} mandatperioder. Planen behöver hålla över kommande val.`],
  waiverUndocumented: ["warning", () => "Undantaget saknar skäl eller beslut. Skriv in båda, så att det går att följa i efterhand."],
} satisfies Record<string, [Severity, (facts: Facts) => string]>;

export type ProblemCode = keyof typeof problems;

/** Every code the engine can report. */
export const problemCodes = Object.keys(problems) as ProblemCode[];

/** Where a problem is. */
export type Place = Pick<Diagnostic, "project" | "committee" | "year" | "cell">;

/** Facts go into sentences as they are, so a pasted novel is cut. */
const shorten = (fact: string | number) => (typeof fact === "string" && fact.length > 80 ? `${fact.slice(0, 79)}…` : fact);

/** A diagnostic with its Swedish sentence. */
export function problem(code: ProblemCode, facts: Facts = {}, place: Place = {}): Diagnostic {
  const [severity, sentence] = problems[code] as [Severity, (facts: Facts) => string];
  const values = Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, shorten(fact)]));
  const where = Object.fromEntries(Object.entries(place).filter(([, value]) => value !== undefined)) as Place;
  return { code, severity, message: sentence(values), ...(Object.keys(values).length > 0 ? { values } : {}), ...where };
}

import { nameKey } from "./names";

/** What a heading says that its column holds. */
export type HeaderRole = "project" | "committee" | "year" | "amount" | "unit" | "kind" | "total";

/** The tables of amounts that are read from a project × committee × year layout. */
export type AmountKind = "costs" | "savings" | "outcomes" | "booked" | "frames";

/** A role, and how sure: `strict` when every word of the heading belongs to the vocabulary of headings. */
export interface HeaderWord {
  role: HeaderRole;
  strict: boolean;
  /** Lower is better, where several columns have the same role: "Nämnd" before "Verksamhet". */
  rank: number;
}

const word = (alternatives: string) => new RegExp(`(?<!\\p{L})(?:${alternatives})(?!\\p{L})`, "u");

const committeeWords = [
  word("nämnd(?:er|en|ens)?|committees?|nämndområde"),
  word("förvaltning(?:ar|en)?|departments?|styrelse(?:n|r)?|kontor"),
  word("ansvarig(?:t|a)?|projektägare|ägare|owner|responsible|budgetansvarig"),
  word("verksamhet(?:er|en)?|organisation(?:er|en)?|huvudm[aä]n|aktör(?:er)?|avdelning|mottagare|part"),
];
const projectWords = [
  word("projekt(?:et|en|ets|namn|namnet|benämning)?|projects?"),
  word("insats(?:en|er|erna|namn)?|satsning(?:en|ar)?|åtgärd(?:en|er)?|aktivitet(?:en|er)?|initiatives?|activity|investering(?:en|ar)?"),
  word("benämning|namn|name|rubrik"),
];
const amountWord =
  /belopp|kostnad|besparing|summa|uttag|utgift|(?<!\p{L})medel|anslag|effekt|nytta|nyttor|amount|cost|saving|^(?:kr|tkr|mkr|kronor|sek)$|värde$|återfört|återföring|utfall$|budgetram|^ram$/u;
const yearWord = /^(?:år|årtal|året|budgetår|kalenderår|verksamhetsår|redovisningsår|year|budget year|fiscal year|period)$/u;
const unitWord = /^(?:enhet|valuta|unit|currency)$/u;
const kindWord = /^(?:typ|slag|post|art|avser|kategori|kostnad ?\/ ?besparing|type|kind|category)$/u;
const accompanying = word(
  "och|eller|för|på|i|av|per|som|en|ett|den|det|hos|namn(?:et)?|berörd[ae]?|social[ta]?|utförande|drivande|ägande|ansvarig[at]?|vilken|the|of|and|or|name|responsible|kr|tkr|mkr|sek|nr|id|egen|eget",
);
/** Counts, shares and persons: columns with numbers or names that are no amounts. */
const noAmount = /(?<!\p{L})(?:antal|andel|procent|index|årsarbetare|årsarb|barn|elever|deltagare|personer|number of|share|count|headcount)(?!\p{L})|%/u;
const totalWord =
  /^(?:s:a|summa|summering|summerat|totalsumma|slutsumma|delsumma|deltotal|total|totalt|totala|totaler|subtotal|sub-total|grand total|sum|ack|ackumulerat|ackumulerad|medelvärde|genomsnitt|snitt)(?![\p{L}-])/u;

const plain = (text: string) =>
  nameKey(text)
    .replace(/\([^)]*\)|\[[^\]]*\]/g, " ")
    .replace(/[*:†]+\s*$/g, "")
    .replace(/\s+/g, " ")
    .trim();

const seen = new Map<string, readonly HeaderWord[]>();

/** What a heading's text says its column holds; several when it says several ("Projekt/nämnd"), none when it is no heading. */
export function headerWords(text: string): readonly HeaderWord[] {
  const known = seen.get(text);
  if (known) return known;
  const found = wordsOf(plain(text));
  if (seen.size > 50_000) seen.clear();
  seen.set(text, found);
  return found;
}

function wordsOf(text: string): HeaderWord[] {
  if (text === "" || text.length > 50 || text.includes(": ")) return [];
  if (yearWord.test(text)) return [{ role: "year", strict: true, rank: 0 }];
  if (unitWord.test(text)) return [{ role: "unit", strict: true, rank: 0 }];
  if (kindWord.test(text)) return [{ role: "kind", strict: true, rank: 0 }];
  const words: HeaderWord[] = [];
  if (totalWord.test(text)) words.push({ role: "total", strict: true, rank: 0 });
  const committee = committeeWords.findIndex((pattern) => pattern.test(text));
  const project = projectWords.findIndex((pattern) => pattern.test(text));
  const both = /[/&+,]|(?<!\p{L})(?:och|eller|and|or)(?!\p{L})/u.test(text);
  // "Projekt 28" is a project's name.
  const strict = !/\d/.test(text) && text.split(/[^\p{L}]+/u).every((part) => part === "" || [...committeeWords, ...projectWords, accompanying].some((pattern) => pattern.test(part)));
  if (committee >= 0) words.push({ role: "committee", strict, rank: committee });
  if (project >= 0 && (committee < 0 || both)) words.push({ role: "project", strict, rank: project });
  if (amountWord.test(text) && !noAmount.test(text) && committee < 0) {
    words.push({ role: "amount", strict: text.split(" ").length <= 3, rank: /belopp|amount/.test(text) ? 0 : 1 });
  }
  return words;
}

/** Whether a heading with a year in it counts something else than kronor: "Antal barn 2026". */
export function countsSomethingElse(text: string): boolean {
  return noAmount.test(plain(text));
}

/** A label of a row or column that sums others. `certain` is false when it may be a name ("Total samverkan"). */
export function totalLabel(text: string): { certain: boolean; of: string } | undefined {
  const label = plain(text);
  const start = totalWord.exec(label);
  if (start) {
    const of = label.slice(start[0].length).replace(/^[\s:,–-]+/, "");
    return { certain: of === "" || start[0] !== "total", of };
  }
  const end = /^(.+?)[\s:,–-]+(?:totalt|summa|total|delsumma)$/u.exec(label);
  return end?.[1] === undefined ? undefined : { certain: true, of: end[1] };
}

/** Which table of amounts a title, sheet name or heading speaks of; undefined when it speaks of none or of both costs and savings. */
export function kindOf(text: string): AmountKind | undefined {
  const label = nameKey(text);
  if (/(?<!\p{L})(?:utfall|uppnådda|uppföljning|outcomes?)/u.test(label) && flowOf(text) !== "costs") return "outcomes";
  if (/bokförd|bokfört|genomförd[ae]? återföring|återfört|booked/u.test(label)) return "booked";
  const flow = flowOf(text);
  if (flow) return flow;
  return /(?<!\p{L})(?:budget)?ram(?:ar|en|arna)?(?!\p{L})|budget frames?/u.test(label) ? "frames" : undefined;
}

/** Whether a heading speaks of costs or of savings: "Minskade kostnader" are savings. */
export function flowOf(text: string): "costs" | "savings" | undefined {
  const label = nameKey(text);
  const lowered = /(?:minskad|lägre|undvikn|uteblivn|sparad)\p{L}* kostnad\p{L}*|kostnads(?:minskning|besparing|sänkning|reducering|effekt)\p{L}*|(?:lower|reduced|avoided) costs?/gu;
  const savings = lowered.test(label) || /besparing|effekthemtagning|(?<!\p{L})(?:effekt|nytt(?:a|or)|vinst)(?!\p{L}*\s*av)|savings?|benefits?/u.test(label);
  const rest = label.replace(lowered, " ");
  const costs = /kostnad|(?<!\p{L})uttag|utgift|bevilja|anslag|(?<!\p{L})bidrag|finansiering|costs?(?!\p{L})|grants?(?!\p{L})|expenditure/u.test(rest);
  return savings === costs ? undefined : savings ? "savings" : "costs";
}

const body =
  /(?:nämnd(?:en)?|styrelse(?:n)?|förvaltning(?:en)?|kontor(?:et)?|utskott(?:et)?|kommun(?:en)?|region(?:en)?|stat(?:en)?|landsting(?:et)?|bolag(?:et)?|verk(?:et)?|kassa(?:n)?|förmedling(?:en)?|committee|board|department|office)$/u;

/** Whether a name is that of a public body, by its ending or as an abbreviation (SN, AVN, KS). */
export function looksLikeCommittee(text: string): boolean {
  return body.test(nameKey(text)) || /^region /u.test(nameKey(text)) || /^\p{Lu}{1,4}[NS]$/u.test(text.trim());
}

/** Whether a name is that of a body outside the municipality: the region, the state, an authority. */
export function looksExternal(text: string): boolean {
  return /^(?:region(?:en)?(?: |$)|stat(?:en|lig)|landsting|försäkringskassan|arbetsförmedlingen|kriminalvården|polis|the (?:state|region)$)/u.test(nameKey(text)) && !/(?:nämnd|styrelse)/u.test(nameKey(text));
}

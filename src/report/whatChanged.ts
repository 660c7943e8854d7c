import { translator, type Language, type Translate } from "../i18n";
import { formatAmount, formatCount, formatShare } from "../i18n/format";
import { isDecimalText } from "../money/decimalText";
import type { AmountRow, DecimalText, PlanInput } from "../planning/types";
import { difference, isZero } from "./amounts";
import { canonical } from "../planning/canonical";
import { amountsOf, amountTables, inputRecord, parseRecord, type AmountTable, type InputRecord } from "./inputRecord";
import { labelsOf } from "./labels";

/** So many of a kind are told one by one. */
const examples = 2;

/**
 * What has changed in the input since a plan was written, as sentences: "Besparingar: 1 belopp ändrat (Alla barn i
 * skolan, Utbildningsnämnden 2015: 1 800 000 kr → 1 700 000 kr)."
 * @param record what the plan's control sheet remembers (`inputRecord`)
 * @returns none when nothing has changed, or when the record can't be read
 */
export function whatChanged(record: string | undefined, input: PlanInput, language: Language): string[] {
  const before = parseRecord(record);
  // The same way there and back: both sides have been through JSON, without cells.
  const now = parseRecord(inputRecord(input));
  return before && now ? new Changes(before, now, language).sentences() : [];
}

interface Party {
  id: string;
  name: string;
}

class Changes {
  private readonly text: Translate;
  private readonly projects: Map<string, string>;
  private readonly committees: Map<string, string>;

  constructor(
    private readonly before: InputRecord,
    private readonly now: InputRecord,
    private readonly language: Language,
  ) {
    this.text = translator(language);
    this.projects = new Map([...labelsOf(before.projects ?? []), ...labelsOf(now.projects ?? [])]);
    this.committees = new Map([...labelsOf(before.committees ?? []), ...labelsOf(now.committees ?? [])]);
  }

  sentences(): string[] {
    return [
      ...this.parties("projects", this.before.projects, this.now.projects, "rule"),
      ...this.parties("committees", this.before.committees, this.now.committees),
      ...amountTables.flatMap((table) => this.amounts(table)),
      ...this.settings(),
      ...this.fund(),
      ...(["caps", "waivers", "successions"] as const).flatMap((table) =>
        same(this.before.settings[table] ?? [], this.now.settings[table] ?? []) ? [] : [this.text("report:changes.table", { table: this.table(table) })],
      ),
    ];
  }

  private table(key: AmountTable | "caps" | "waivers" | "successions"): string {
    return this.text(`template:tables.${key}.sheet`);
  }

  private parties<T extends Party>(kind: "projects" | "committees", before: T[] | undefined, now: T[] | undefined, rule?: keyof T): string[] {
    if (!before || !now) return [];
    const old = new Map(before.map((one) => [one.id, one]));
    const ids = new Set(now.map(({ id }) => id));
    const known = now.flatMap((one) => {
      const was = old.get(one.id);
      return was ? [{ was, one }] : [];
    });
    const ruled = rule === undefined ? [] : known.filter(({ was, one }) => !same(was[rule] ?? null, one[rule] ?? null));
    const described = known.filter(({ was, one }) => !same(rule === undefined ? was : { ...was, [rule]: null }, rule === undefined ? one : { ...one, [rule]: null }));
    const sentence = (what: "added" | "removed" | "described", parties: T[]) =>
      parties.length === 0 ? [] : [this.text(`report:changes.${kind}.${what}`, { count: parties.length, names: this.some(parties.map(({ name }) => name)) })];
    return [
      ...sentence("added", now.filter(({ id }) => !old.has(id))),
      ...sentence("removed", before.filter(({ id }) => !ids.has(id))),
      ...(ruled.length === 0 ? [] : [this.text("report:changes.rules", { count: ruled.length, names: this.some(ruled.map(({ one }) => one.name)) })]),
      ...sentence("described", described.map(({ one }) => one)),
    ];
  }

  private some(parts: string[], separator = ", "): string {
    return `${parts.slice(0, examples).join(separator)}${parts.length > examples ? " …" : ""}`;
  }

  private amounts(table: AmountTable): string[] {
    const [old, now] = [amountsOf(this.before, table), amountsOf(this.now, table)];
    if (!old || !now) return this.sums(table);
    const changed = [...new Set([...now.keys(), ...old.keys()])].flatMap((key) => {
      const [was, is] = [old.get(key), now.get(key)];
      return sameAmount(was?.amount ?? "0", is?.amount ?? "0") ? [] : [this.amount(was, is)];
    });
    return changed.length === 0 ? [] : [this.text("report:changes.amounts", { table: this.table(table), count: changed.length, changes: this.some(changed, "; ") })];
  }

  private amount(was: AmountRow | undefined, is: AmountRow | undefined): string {
    const { project = "", committee = "", year = 0 } = is ?? was ?? {};
    const names = [...(project === "" ? [] : [this.projects.get(project) ?? project]), this.committees.get(committee) ?? committee];
    return this.text("report:changes.amount", { names: names.join(", "), year, was: this.kr(was?.amount), now: this.kr(is?.amount) });
  }

  private sums(table: AmountTable): string[] {
    const [was, now] = [this.before.sums[table], this.now.sums[table]];
    if (sameAmount(was.sum, now.sum) && was.count === now.count) return [];
    return [this.text("report:changes.sums", { table: this.table(table), was: this.kr(was.sum), now: this.kr(now.sum), wasCount: formatCount(was.count, this.language), nowCount: formatCount(now.count, this.language) })];
  }

  private kr(amount: DecimalText | undefined): string {
    if (amount === undefined) return this.text("report:changes.blank");
    return isDecimalText(amount) ? formatAmount(amount, this.language) : amount;
  }

  private settings(): string[] {
    const values = ({ settings: { title, roundingUnit, planFrom, capOrder, capExtensionYears, guideline, appraisal } }: InputRecord) => ({
      title,
      roundingUnit: roundingUnit && this.kr(roundingUnit),
      planFrom,
      rate: appraisal && (isDecimalText(appraisal.rate) ? formatShare(appraisal.rate, this.language) : appraisal.rate),
      baseYear: appraisal?.baseYear,
      capOrder: capOrder && this.text(`template:choices.${capOrder}`),
      capExtensionYears,
      firstWithin: guideline?.firstRepaymentWithinYears,
      lastWithin: guideline?.lastRepaymentWithinYears,
    });
    const [old, now] = [values(this.before), values(this.now)];
    const blank = this.text("report:changes.blank");
    const changed = (Object.keys(old) as (keyof typeof old)[]).flatMap((key) =>
      old[key] === now[key] ? [] : [this.text("report:changes.setting", { setting: this.text(`template:settings.${key}.name`), was: old[key] ?? blank, now: now[key] ?? blank })],
    );
    return same(this.before.settings.defaultRule ?? null, this.now.settings.defaultRule ?? null) ? changed : [...changed, this.text("report:changes.defaultRule")];
  }

  private fund(): string[] {
    const [was, now] = [this.before.settings.fund, this.now.settings.fund];
    const opening = (fund: typeof was) => (fund ? `${this.kr(fund.openingBalance)} ${fund.openingYear}` : this.text("report:changes.blank"));
    return [
      ...(opening(was) === opening(now) ? [] : [this.text("report:changes.opening", { was: opening(was), now: opening(now) })]),
      ...(same(was?.contributions ?? [], now?.contributions ?? []) ? [] : [this.text("report:changes.contributions")]),
    ];
  }
}

const same = (one: unknown, other: unknown) => canonical(one) === canonical(other);
const sameAmount = (one: DecimalText, other: DecimalText) => (isDecimalText(one) && isDecimalText(other) ? isZero(difference(one, other)) : one === other);

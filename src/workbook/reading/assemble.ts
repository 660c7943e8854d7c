import { translator } from "../../i18n";
import type { Observation } from "../../followUp";
import type { AmountRow, Committee, PlanInput, Project, RepaymentRule } from "../../planning/types";
import { modelRules } from "../../planning/models";
import type { Work } from "../../planning/work";
import type { Collected } from "./collected";
import { Findings, type Interpretation } from "./findings";
import { looksMisspelt, looksTheSame, nameKey } from "./names";
import { looksExternal } from "./words";

/** So many names are compared with each other for misspellings. */
const mostCompared = 400;

/** The plan's input from what was read: names become ids, and what nobody stated gets its default. */
export function* assemble(read: Collected): Work<{ input: PlanInput; observations: Observation[]; interpreted: Interpretation[] }> {
  const findings = new Findings(read.language);
  const assembly = new Assembly(read, findings);
  const input = yield* assembly.input();
  const observations = assembly.observations();
  read.problems.push(...findings.diagnostics());
  return { input, observations, interpreted: findings.interpretations() };
}

/** Items that can be named by id or by name, in any spelling of spaces and case. */
class Register<T extends { id: string; name: string; cell?: string }> {
  private readonly ids = new Map<string, T>();
  private readonly names = new Map<string, T>();
  readonly items: T[] = [];

  constructor(items: T[]) {
    for (const item of items) this.add(item);
  }

  add(item: T): void {
    this.items.push(item);
    if (!this.ids.has(nameKey(item.id))) this.ids.set(nameKey(item.id), item);
    if (!this.names.has(nameKey(item.name))) this.names.set(nameKey(item.name), item);
  }

  find(text: string): T | undefined {
    return this.ids.get(nameKey(text)) ?? this.names.get(nameKey(text));
  }
}

class Assembly {
  private readonly projects: Register<Project>;
  private readonly committees: Register<Committee>;
  private readonly listedCommittees: number;

  constructor(
    private readonly read: Collected,
    private readonly findings: Findings,
  ) {
    this.projects = new Register(read.projects);
    this.committees = new Register(read.committees);
    this.listedCommittees = read.committees.length;
  }

  *input(): Work<PlanInput> {
    const { read } = this;
    const listed = read.projects.length > 0;
    for (const { owner, cell } of read.projects) if (owner !== undefined) this.committee(owner, cell);
    const costs = yield* this.amounts(read.costs, listed ? "tell" : "add");
    const savings = yield* this.amounts(read.savings, "leave");
    const outcomes = yield* this.amounts(read.outcomes, "leave");
    const booked = yield* this.amounts(read.booked, "leave");
    const frames = read.frames.map((row) => ({ ...row, committee: this.committee(row.committee, row.cell) }));
    const caps = read.caps.map((row) => ({ ...row, committee: this.committee(row.committee, row.cell) }));
    const splits = this.splits();
    const waivers = read.waivers.map((row) => ({
      ...row,
      ...(row.project === undefined ? {} : { project: this.projects.find(row.project)?.id ?? row.project }),
      ...(row.committee === undefined ? {} : { committee: this.committee(row.committee, row.cell) }),
    }));
    const successions = read.successions.map((row) => ({ ...row, from: this.committee(row.from, row.cell), to: this.committee(row.to, row.cell) }));
    this.doubleSources(read.costs);
    yield;
    this.doubleSources(read.savings);
    yield;
    yield* this.compareNames();

    const { rate, baseYear, defaultRule, ...settings } = read.settings;
    const fallback = this.withSplit(defaultRule, splits.get(undefined), undefined);
    const projects = this.projects.items.map(({ owner, rule, ...project }): Project => {
      const own = this.withSplit(rule, splits.get(project.id), fallback);
      return { ...project, ...(owner === undefined ? {} : { owner: this.committee(owner, project.cell) }), ...(own ? { rule: own } : {}) };
    });
    return {
      ...settings,
      committees: this.committees.items,
      projects,
      costs,
      savings,
      ...(read.has("outcomes") ? { outcomes } : {}),
      ...(read.has("booked") ? { booked } : {}),
      ...(read.has("frames") ? { frames } : {}),
      ...(read.has("caps") ? { caps } : {}),
      ...(read.has("waivers") ? { waivers } : {}),
      ...(read.has("successions") ? { successions } : {}),
      ...(read.fund ? { fund: read.fund } : {}),
      ...(fallback ? { defaultRule: fallback } : {}),
      ...(rate === undefined ? {} : { appraisal: { rate, baseYear: baseYear ?? this.firstCostYear(costs) } }),
    };
  }

  /** What was measured, by project id. A project that has no costs is left out, and told. */
  observations(): Observation[] {
    return this.read.observations.flatMap((observation) => {
      const { project, cell } = observation;
      const found = this.projects.find(project);
      if (!found) this.findings.problem("warning", "comparedProjectUnknown", { text: project }, cell, { project });
      return found ? [{ ...observation, project: found.id }] : [];
    });
  }

  /** A committee's id; one that is not listed is added, as one of the municipality's own. */
  private committee(text: string, cell: string | undefined): string {
    const known = this.committees.find(text);
    if (known) return known.id;
    this.committees.add({ id: text, name: text, ...(cell === undefined ? {} : { cell }) });
    if (looksExternal(text)) this.findings.problem("warning", "externalAsOwn", { text }, cell, { committee: text });
    return text;
  }

  private *amounts<T extends AmountRow>(rows: T[], unknownProject: "add" | "tell" | "leave"): Work<T[]> {
    const named: T[] = [];
    for (const row of rows) {
      named.push(this.amount(row, unknownProject));
      yield;
    }
    return named;
  }

  private amount<T extends AmountRow>(row: T, unknownProject: "add" | "tell" | "leave"): T {
    let project = this.projects.find(row.project);
    if (!project && unknownProject !== "leave") {
      project = { id: row.project, name: row.project, ...(row.cell === undefined ? {} : { cell: row.cell }) };
      this.projects.add(project);
      if (unknownProject === "tell") this.findings.problem("warning", "projectAdded", { text: row.project }, row.cell, { project: row.project });
    }
    const committee = row.committee === "" ? (project?.owner ?? translator(this.read.language)("reading:defaults.committee")) : row.committee;
    return { ...row, project: project?.id ?? row.project, committee: this.committee(committee, row.cell) };
  }

  /** Agreed splits by project id; undefined for the default rule's. */
  private splits(): Map<string | undefined, NonNullable<RepaymentRule["split"]>> {
    const splits = new Map<string | undefined, NonNullable<RepaymentRule["split"]>>();
    for (const { project, share, cell } of this.read.splits) {
      const found = project === undefined ? undefined : this.projects.find(project);
      if (project !== undefined && !found) {
        this.findings.problem("error", "splitProjectUnknown", { text: project }, cell);
        continue;
      }
      const split = splits.get(found?.id) ?? [];
      splits.set(found?.id, split);
      split.push({ ...share, committee: this.committee(share.committee, cell) });
    }
    return splits;
  }

  private withSplit(rule: RepaymentRule | undefined, split: RepaymentRule["split"], fallback: RepaymentRule | undefined): RepaymentRule | undefined {
    return split ? { ...(rule ?? fallback ?? modelRules.conditional()), split } : rule;
  }

  private firstCostYear(costs: AmountRow[]): number {
    const year = costs.filter(({ amount }) => /[1-9]/.test(amount)).reduce((first, row) => Math.min(first, row.year), Infinity);
    if (!Number.isFinite(year)) return new Date().getFullYear();
    this.findings.interpret("defaultYears", this.read.tables.find(({ kind }) => kind === "settings")?.where ?? "", { year });
    return year;
  }

  /** The same project, committee and year on two sheets: one may be a summary of the other. */
  private doubleSources(rows: AmountRow[]): void {
    const sheetOf = (cell: string | undefined) => cell?.slice(0, cell.lastIndexOf("!")) ?? "";
    if (new Set(rows.map(({ cell }) => sheetOf(cell))).size < 2) return;
    const first = new Map<string, AmountRow>();
    const told = new Set<string>();
    for (const row of rows) {
      const key = JSON.stringify([nameKey(row.project), nameKey(row.committee), row.year]);
      const other = first.get(key);
      if (!other) first.set(key, row);
      else if (sheetOf(other.cell) !== sheetOf(row.cell) && !told.has(nameKey(row.project))) {
        told.add(nameKey(row.project));
        this.findings.problem("warning", "doubleSource", { project: row.project, other: other.cell ?? "" }, row.cell, { project: row.project });
      }
    }
  }

  private *compareNames(): Work<void> {
    for (const items of [this.projects.items, this.committees.items]) {
      const compared = items.slice(0, mostCompared);
      for (const [index, { name }] of compared.entries()) {
        compared.slice(index + 1).forEach((other, after) => {
          const bothListed = items === this.committees.items && index + 1 + after < this.listedCommittees;
          if (!bothListed && (looksMisspelt(name, other.name) || looksTheSame(name, other.name))) this.findings.problem("warning", "misspelt", { text: name, other: other.name }, other.cell);
        });
        yield;
      }
    }
  }
}

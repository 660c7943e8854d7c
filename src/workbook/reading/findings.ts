import { translator, type Language, type Translate } from "../../i18n";
import type reading from "../../i18n/sv/reading.json";
import type { Diagnostic, Severity } from "../../planning/types";

export type LeftOutKind = keyof typeof reading.leftOut;
export type InterpretationKind = keyof typeof reading.interpreted;
export type ProblemCode = keyof typeof reading.problems;

/** Cells that were not read as amounts, and what they are: title, total row, note … */
export interface LeftOut {
  kind: LeftOutKind;
  /** In the user's language: "Summarader". */
  what: string;
  /** `Kostnader!A9:F9, Kostnader!A14:F14` */
  cells: string;
}

/** Something that was understood in a way that the user should know of. */
export interface Interpretation {
  kind: InterpretationKind;
  /** A full sentence in the user's language. */
  what: string;
  cells: string;
}

type Facts = Record<string, string | number>;

/** So many problems of a kind are told one by one; the rest are counted. */
const most = 20;
const mostAreas = 12;

/** Collects what reading finds, so that a thousand faults of a kind do not become a thousand sentences. */
export class Findings {
  private readonly problems: Diagnostic[] = [];
  private readonly counts = new Map<ProblemCode, number>();
  private readonly left = new Map<LeftOutKind, string[]>();
  private readonly understood = new Map<string, { kind: InterpretationKind; facts: Facts; cells: string[] }>();
  private readonly t: Translate;

  constructor(readonly language: Language) {
    this.t = translator(language);
  }

  /** A problem at a cell; what it is about (project, committee, year) may go with it. */
  problem(severity: Severity, code: ProblemCode, facts: Facts, cell?: string, about: Partial<Pick<Diagnostic, "project" | "committee" | "year">> = {}): void {
    const count = (this.counts.get(code) ?? 0) + 1;
    this.counts.set(code, count);
    if (count > most) return;
    const values = cell === undefined ? facts : { ...facts, cell };
    this.problems.push({ code: `reading.${code}`, severity, message: this.sentence(code, values), values, ...about, ...(cell === undefined ? {} : { cell }) });
  }

  private sentence(code: ProblemCode, values: Facts): string {
    return this.t(`reading:problems.${code}`, values);
  }

  leave(kind: LeftOutKind, cells: string): void {
    const areas = this.left.get(kind);
    if (areas) areas.push(cells);
    else this.left.set(kind, [cells]);
  }

  interpret(kind: InterpretationKind, cells: string, facts: Facts = {}): void {
    const key = `${kind} ${JSON.stringify(facts)}`;
    const known = this.understood.get(key);
    if (known) known.cells.push(cells);
    else this.understood.set(key, { kind, facts, cells: [cells] });
  }

  diagnostics(): Diagnostic[] {
    const more = [...this.counts].flatMap(([code, count]): Diagnostic[] => {
      if (count <= most) return [];
      const first = this.problems.find((problem) => problem.code === `reading.${code}`);
      const values = { count: count - most, example: first?.message ?? "" };
      return [{ code: "reading.more", severity: first?.severity ?? "error", message: this.t("reading:problems.more", values), values }];
    });
    return [...this.problems, ...more];
  }

  leftOut(): LeftOut[] {
    return [...this.left].map(([kind, areas]) => ({ kind, what: this.t(`reading:leftOut.${kind}`), cells: listed(areas) }));
  }

  interpretations(): Interpretation[] {
    return [...this.understood.values()].map(({ kind, facts, cells }) => {
      const where = listed(cells);
      return { kind, what: this.t(`reading:interpreted.${kind}`, { ...facts, cells: where }), cells: where };
    });
  }
}

function listed(areas: string[]): string {
  return areas.length <= mostAreas ? areas.join(", ") : `${areas.slice(0, mostAreas).join(", ")} … (${areas.length})`;
}

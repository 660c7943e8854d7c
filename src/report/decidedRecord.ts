import { isDecimalText } from "../money/decimalText";
import { isYear } from "../money/years";
import type { DecimalText, PlanInput, Repayment } from "../planning/types";
import { sha256 } from "./fingerprint";
import { inputOf, inputRecord, parseRecord } from "./inputRecord";
import { recordIn } from "./recordCells";

/** A plan that has been decided: what was decided, when and from what. */
export interface DecidedPlan {
  decision: { reference: string; date: string; note?: string };
  madeAt: string;
  /** Of the input. */
  fingerprint: string;
  schedule: Repayment[];
  /** Undefined when the record does not say. */
  input: PlanInput | undefined;
}

/** Places in the record's names, then year, amount and whether it was booked. */
type RepaymentEntry = [project: number, committee: number, year: number, amount: DecimalText, booked: 0 | 1];

interface DecidedText {
  decided: 1;
  decision: DecidedPlan["decision"];
  madeAt: string;
  fingerprint: string;
  names: string[];
  schedule: RepaymentEntry[];
  input: string;
}

const checksumLength = 16;
const checksum = async (text: string) => (await sha256(text)).slice(0, checksumLength);

/** A decided plan as a text to keep in a sheet's cells, with a checksum before it. */
export async function decidedRecord({ decision, madeAt, fingerprint, schedule, input }: DecidedPlan & { input: PlanInput }): Promise<string> {
  const names = [...new Set(schedule.flatMap(({ project, committee }) => [project, committee]))];
  const places = new Map(names.map((name, place) => [name, place]));
  const kept: DecidedText = {
    decided: 1,
    decision,
    madeAt,
    fingerprint,
    names,
    schedule: schedule.map(({ project, committee, year, amount, status }): RepaymentEntry => [places.get(project) ?? 0, places.get(committee) ?? 0, year, amount, status === "booked" ? 1 : 0]),
    input: inputRecord(input, Infinity),
  };
  const text = JSON.stringify(kept);
  return `${await checksum(text)}${text}`;
}

/** The decided plan that a sheet's cells remember, whichever column the record stands in; undefined when there is none, or it is damaged. */
export async function decidedPlanIn(cells: readonly (readonly unknown[])[]): Promise<DecidedPlan | undefined> {
  const width = cells.reduce((widest, row) => Math.max(widest, row.length), 0);
  for (let column = width - 1; column >= 0; column -= 1) {
    const record = recordIn(cells.map((row) => [row[column]]));
    const plan = record === undefined ? undefined : await parsed(record);
    if (plan) return plan;
  }
  return undefined;
}

async function parsed(record: string): Promise<DecidedPlan | undefined> {
  const text = record.slice(checksumLength);
  if ((await checksum(text)) !== record.slice(0, checksumLength)) return undefined;
  try {
    const { decided, decision, madeAt, fingerprint, names, schedule, input } = JSON.parse(text) as DecidedText;
    if (decided !== 1 || !schedule.every(([, , year, amount]) => isYear(year) && isDecimalText(amount))) return undefined;
    const kept = parseRecord(input);
    return {
      decision,
      madeAt,
      fingerprint,
      schedule: schedule.map(([project, committee, year, amount, booked]) => ({ project: names[project] ?? "", committee: names[committee] ?? "", year, amount, status: booked === 1 ? "booked" : "planned" })),
      input: kept && inputOf(kept),
    };
  } catch {
    return undefined;
  }
}

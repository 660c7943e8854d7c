import { IRR as formulaIrr, NPV as formulaNpv } from "@formulajs/formulajs";
import { irr as financialIrr, npv as financialNpv } from "financial";
import { HyperFormula } from "hyperformula";
import { irr, npv } from "../src/functions/functions";
import { recalculate } from "./functionCells";
import { exactOre, halves, isRate, projects, shownOre, type FunctionCase } from "./functionCases";
import { atMost, ms, times, type Part, type Row } from "./table";
import { fastestOf } from "./timing";

/** What a function costs, and how often it is wrong. */
interface Measured {
  name: string;
  /** Microseconds a call. */
  time: number;
  wrong: number;
}

/** A function for many cases at once, since a spreadsheet computes a sheet of them. */
interface Candidate {
  name: string;
  answers(cases: readonly FunctionCase[]): number[];
  /** Microseconds a call. */
  time(cases: readonly FunctionCase[]): number;
}

function called(name: string, call: (one: FunctionCase) => unknown): Candidate {
  return {
    name,
    answers: (cases) => cases.map((one) => Number(call(one))),
    time: (cases) => (fastestOf(12, () => cases.forEach(call)) / cases.length) * 1_000,
  };
}

const own = (name: string, call: (passed: { rate: number; range: number[][] }) => number): Candidate => {
  const ranges = new WeakMap<FunctionCase, number[][]>();
  const rangeOf = (one: FunctionCase) => ranges.get(one) ?? ranges.set(one, [one.flows]).get(one)!;
  return called(name, (one) => call({ rate: one.rate, range: rangeOf(one) }));
};

/** A row for each case: the rate in A, the formula in B, the flows from C. */
function spreadsheet(formula: (rate: string, flows: string) => string): Candidate {
  const last = (length: number) => (length > 24 ? `A${String.fromCharCode(40 + length)}` : String.fromCharCode(66 + length));
  const build = (cases: readonly FunctionCase[], rateRow?: number) =>
    HyperFormula.buildFromArray(
      cases.map(({ rate, flows }, index) => [rate, formula(`A${rateRow ?? index + 1}`, `C${index + 1}:${last(flows.length)}${index + 1}`), ...flows]),
      { licenseKey: "gpl-v3", smartRounding: false },
    );
  return {
    name: "HyperFormula",
    answers(cases) {
      const answers: number[] = [];
      for (let first = 0; first < cases.length; first += 5_000) {
        const some = cases.slice(first, first + 5_000);
        const engine = build(some);
        some.forEach((_, row) => answers.push(Number(engine.getCellValue({ sheet: 0, row, col: 1 }))));
        engine.destroy();
      }
      return answers;
    },
    time(cases) {
      // Every formula reads the first row's rate: changing it computes them all anew.
      const engine = build(cases, 1);
      let rate = 0.02;
      const time = fastestOf(12, () => void engine.setCellContents({ sheet: 0, row: 0, col: 0 }, (rate += 0.001)));
      engine.destroy();
      return (time / cases.length) * 1_000;
    },
  };
}

/** NETTONUVÄRDE beside what people would use, each by its own convention, over 30 flows; wrong to the öre of so many cases. */
function measureNetPresentValue(count: number): Measured[] {
  const cases = [...projects(count / 2), ...halves(count / 2)];
  const candidates: [Candidate, firstPeriod: number][] = [
    [own("SIF.NETTONUVÄRDE", ({ rate, range }) => npv(rate, range)), 0],
    [called("financial", ({ rate, flows }) => financialNpv(rate, flows)), 0],
    [called("formulajs", ({ rate, flows }) => formulaNpv(rate, flows)), 1],
    [spreadsheet((rate, flows) => `=NPV(${rate},${flows})`), 1],
  ];
  const right = [0, 1].map((firstPeriod) => cases.map((one) => exactOre(one, firstPeriod)));
  return measured(candidates.map(([candidate]) => candidate), projects(2_000), (candidate) => {
    const exact = right[candidates.find(([one]) => one === candidate)![1]]!;
    return candidate.answers(cases).filter((answer, index) => shownOre(answer) !== exact[index]).length;
  });
}

/** INTERNRÄNTA in the same way; wrong in the first twelve digits. */
function measureInternalRate(count: number): Measured[] {
  const cases = projects(count);
  const candidates = [
    own("SIF.INTERNRÄNTA", ({ range }) => irr(range)),
    called("financial", ({ flows }) => financialIrr(flows)),
    called("formulajs", ({ flows }) => formulaIrr(flows)),
    // The rate is the guess, so that changing it computes anew.
    spreadsheet((rate, flows) => `=IRR(${flows},${rate})`),
  ];
  return measured(candidates, projects(2_000), (candidate) => candidate.answers(cases).filter((answer, index) => !isRate(answer, cases[index]!)).length);
}

function measured(candidates: readonly Candidate[], timed: readonly FunctionCase[], wrongOf: (candidate: Candidate) => number): Measured[] {
  return candidates.map((candidate) => ({ name: candidate.name, wrong: wrongOf(candidate), time: candidate.time(timed) }));
}

/** The functions beside what people would use instead, and a sheet of them computed anew. */
export function measureFunctions(): Part {
  const cases = 100_000;
  const rows = [...compared("net present value", measureNetPresentValue(cases), cases, true), ...compared("internal rate", measureInternalRate(cases / 10), cases / 10, false)];
  const { all, inFunction } = recalculate(10_000);
  rows.push(atMost("10 000 cells with NETTONUVÄRDE computed anew: in the function", inFunction, 1_000, ms, `; ${ms(all)} with the workbench's Excel`));
  return { title: "Functions over 30 flows: a call, and wrong answers (to the öre; in twelve digits)", rows };
}

/** Our own is first; it is to be right, and the present value's at most three times the fastest. */
function compared(what: string, measured: readonly Measured[], cases: number, isLimited: boolean): Row[] {
  const fastest = Math.min(...measured.map(({ time }) => time));
  const figureOf = ({ time, wrong }: Measured) => `${time.toFixed(1)} µs, ${times(time / fastest)} the fastest; ${wrong} of ${cases} wrong`;
  return measured.map((one, index) => {
    const row = { what: `${what}, ${one.name}`, figure: figureOf(one) };
    if (index > 0) return row;
    const isMet = one.wrong === 0 && (!isLimited || one.time <= 3 * fastest);
    return { ...row, target: isLimited ? "at most 3.0 times, none wrong" : "none wrong", isMet };
  });
}

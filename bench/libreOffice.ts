/**
 * `npm run bench:libreoffice`: NETTONUVÄRDE and INTERNRÄNTA beside LibreOffice's NPV and IRR, over the same flows in one
 * sheet that LibreOffice computes without a window. Too slow for every run of the tests.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { internalRate } from "../src/appraisal/internalRate";
import { netPresentValue, type PeriodFlows } from "../src/appraisal/netPresentValue";
import { projects, type FunctionCase } from "./functionCases";

const cases: FunctionCase[] = [
  { rate: 0.03, flows: [16, 42, 34, 54, 84, 135] },
  { rate: 0.1, flows: [-100, 110] },
  { rate: 0.1, flows: [-100, 230, -132] },
  { rate: 0.1, flows: [-60, -30, -150, -110, 10] },
  { rate: 0.1, flows: [-50, -20, 10] },
  ...projects(200),
];

/** A flat OpenDocument sheet: the rate, NPV and IRR as texts with all their digits, then the flows from D. */
function sheet(): string {
  const column = (index: number) => (index < 26 ? String.fromCharCode(65 + index) : `A${String.fromCharCode(39 + index)}`);
  const number = (value: number) => `<table:table-cell office:value-type="float" office:value="${value}"/>`;
  const digits = (formula: string) => `<table:table-cell table:formula="of:=IFERROR(TEXT(${formula};&quot;0.00000000000000E+00&quot;);&quot;error&quot;)"/>`;
  const rows = cases.map(({ rate, flows }, index) => {
    const range = `[.D${index + 1}:.${column(2 + flows.length)}${index + 1}]`;
    return `<table:table-row>${number(rate)}${digits(`NPV([.A${index + 1}];${range})`)}${digits(`IRR(${range})`)}${flows.map(number).join("")}</table:table-row>`;
  });
  const spaces = ["office", "table"].map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`).join(" ");
  return `<?xml version="1.0" encoding="UTF-8"?><office:document ${spaces} xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet><table:table table:name="Flows">${rows.join("")}</table:table></office:spreadsheet></office:body></office:document>`;
}

/** What LibreOffice makes of NPV and IRR in each row; NaN for an error. */
function computed(): [number, number][] {
  const folder = mkdtempSync(join(tmpdir(), "libreoffice-"));
  try {
    writeFileSync(join(folder, "flows.fods"), sheet());
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
    // Fields parted by a semicolon, texts without quotation marks, UTF-8.
    const { error, stderr } = spawnSync("soffice", [profile, "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):59,,76", "--outdir", folder, join(folder, "flows.fods")], { encoding: "utf8", timeout: 300_000 });
    if (error) throw new Error(`LibreOffice did not run (on Debian: apt install libreoffice-calc). ${error.message} ${stderr ?? ""}`);
    const rows = readFileSync(join(folder, "flows.csv"), "utf8").trim().split("\n");
    return rows.map((row) => row.split(";").slice(1, 3).map((text) => Number(text.replace(",", "."))) as [number, number]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const asFlows = ({ flows }: FunctionCase): PeriodFlows => ({ periods: flows.map((_, period) => period), amounts: flows });
const answers = computed();
if (answers.length !== cases.length) throw new Error(`LibreOffice gave ${answers.length} rows for ${cases.length}.`);
let [furthestNpv, furthestIrr, compared] = [0, 0, 0];
cases.forEach((one, index) => {
  const [npv, irr] = answers[index]!;
  const size = one.flows.reduce((sum, flow, period) => sum + Math.abs(flow) / (1 + one.rate) ** (period + 1), 0);
  furthestNpv = Math.max(furthestNpv, Math.abs(npv - netPresentValue(one.rate, asFlows(one), 1)) / size);
  const found = internalRate(asFlows(one));
  if (!("rate" in found) || Number.isNaN(irr)) return console.log(`  ${JSON.stringify(one.flows)}: INTERNRÄNTA ${JSON.stringify(found)}, IRR ${Number.isNaN(irr) ? "gives up" : irr}`);
  compared += 1;
  furthestIrr = Math.max(furthestIrr, Math.abs(irr - found.rate) / (1 + Math.abs(found.rate)));
});
console.log(`NETTONUVÄRDE with första_period 1 and NPV: ${cases.length} rows, at most ${furthestNpv.toExponential(1)} of the flows' size apart`);
console.log(`INTERNRÄNTA and IRR: ${compared} rows, at most ${furthestIrr.toExponential(1)} apart`);
if (!(furthestNpv < 1e-12 && furthestIrr < 1e-9)) process.exitCode = 1;

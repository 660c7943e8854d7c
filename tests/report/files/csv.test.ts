import { parse } from "csv-parse/sync";
import { planCsv } from "../../../src/report/files/csv";
import { plainText } from "../../../src/report/paper/plainText";
import type { Language } from "../../../src/i18n";
import { everyPlan, example, hostile, hostileNames, nothingToRepay, total, öreOf, type Planned } from "./plans";

const textOf = ({ plan, input }: Planned, language: Language = "sv") => new TextDecoder("utf-8", { ignoreBOM: true, fatal: true }).decode(planCsv(plan, input, language));

/** Read by another library than the one that writes, strictly. */
const read = (planned: Planned, language: Language = "sv") => {
  const [header, ...rows] = parse(textOf(planned, language), { bom: true, delimiter: ";", record_delimiter: "\r\n", relax_quotes: false });
  return { header, rows };
};

const öre = (amount: string) => {
  const [, sign, whole, fraction] = /^(-?)(\d+),(\d\d)$/.exec(amount) ?? [];
  if (whole === undefined || fraction === undefined) throw new Error(`No amount: ${amount}`);
  return BigInt(`${sign}${whole}${fraction}`);
};

test.each(everyPlan)(
  "%s has a row for each repayment and sums to the öre",
  (_, planOf) => {
    const planned = planOf();
    const { rows } = read(planned);
    expect(rows.map(([project, , committee, , year]) => [project, committee, Number(year)])).toEqual(planned.plan.schedule.map(({ project, committee, year }) => [project, committee, year]));
    expect(rows.map((row) => öre(row[5]!))).toEqual(planned.plan.schedule.map(({ amount }) => öreOf(amount)));
    expect(total(rows.map((row) => öre(row[5]!)))).toBe(total(planned.plan.projects.map(({ scheduled }) => öreOf(scheduled))));
    expect(new Set(rows.map((row) => `${row[0]}|${row[2]}|${row[4]}`)).size).toBe(rows.length);
  },
);

test("the file is UTF-8 with a byte order mark, CRLF after every row, and its headings and words are the paper's", () => {
  const planned = example("uppfoljning");
  const text = textOf(planned);
  expect(text.startsWith("\uFEFFProjekt-id;Projekt;Nämnd-id;Nämnd;År;Belopp (kr);Status\r\n")).toBe(true);
  expect(text.endsWith("\r\n")).toBe(true);
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  const statuses = (language: Language) => new Set(read(planned, language).rows.map((row) => row[6]));
  expect(statuses("sv")).toEqual(new Set(["bokförd", "planerad"]));
  expect(statuses("en")).toEqual(new Set(["booked", "planned"]));
  expect(read(planned, "en").header).toEqual(["Project id", "Project", "Committee id", "Committee", "Year", "Amount (SEK)", "Status"]);
});

test("hostile names come through as text, and none begins like a formula", () => {
  const { rows } = read(hostile());
  expect(rows).toHaveLength(hostileNames.length);
  rows.forEach((row, index) => {
    const name = plainText(hostileNames[index]!);
    for (const cell of [row[1]!, row[3]!]) {
      expect(cell.replace(/^'/, "")).toBe(name);
      expect(cell).not.toMatch(/^\s*[=+@-]/);
      expect(cell).not.toMatch(/[\r\n\t\u2028]/);
    }
    expect(row[5]).toBe("1000,25");
  });
  expect(rows.filter((row) => row[1]!.startsWith("'")).map((row) => row[0])).toEqual(["P1", "P2", "P3", "P4", "P5"]);
});

test("a negative amount stays a number, and a name that only begins like one does not", () => {
  const { plan, input } = nothingToRepay();
  const { rows } = read({ input: { ...input, projects: [{ id: "P1", name: "-5,00+A1" }] }, plan: { ...plan, schedule: [{ project: "P1", committee: "SN", year: 2026, amount: "-1234.5", status: "booked" }] } });
  expect(rows).toEqual([["P1", "'-5,00+A1", "SN", "Socialnämnden", "2026", "-1234,50", "bokförd"]]);
});

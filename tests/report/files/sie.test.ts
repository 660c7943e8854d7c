import { execFileSync } from "node:child_process";
import { planSie } from "../../../src/report/files/sie";
import { sieChoiceProblems, type SieChoices } from "../../../src/report/files/sieChoices";
import { plainText } from "../../../src/report/paper/plainText";
import { everyPlan, example, hostile, hostileNames, large, nothingToRepay, planned, total, öreOf, type Planned } from "./plans";
import { readSie, type SieRow } from "./readSie";

const choices: SieChoices = { language: "sv", organisation: "Norrköpings kommun", form: "frameReduction", account: "3910", grantAccount: "", byProject: true, budgetYear: "2027", month: "1" };
const made = { version: "1.2.3", date: "2026-11-21" };

const bytesOf = ({ plan, input }: Planned, chosen: Partial<SieChoices> = {}) => {
  const file = planSie(plan, input, { ...choices, ...chosen }, made);
  if (!file.ok) throw new Error(file.problems.map(({ message }) => message).join("\n"));
  return file.bytes;
};
/** Decoded by another implementation of the code page. */
const read = (planned: Planned, chosen: Partial<SieChoices> = {}) => readSie(execFileSync("iconv", ["-f", "CP437", "-t", "UTF-8"], { input: bytesOf(planned, chosen), encoding: "utf8", maxBuffer: 1e8 }));
const of = (rows: SieRow[], label: string) => rows.filter((row) => row.label === label).map(({ fields }) => fields);

/** A budget row, its year worked out from #RAR, its amount in öre. */
function budgets(rows: SieRow[]) {
  const years = new Map(of(rows, "#RAR").map(([number, from]) => [number, Number(String(from).slice(0, 4))]));
  return of(rows, "#PBUDGET").map(([yearNumber, period, account, objects, balance, ...rest]) => {
    expect(rest).toEqual([]);
    const [, sign, whole, fraction] = /^(-?)(\d+)\.(\d\d)$/.exec(String(balance)) ?? [];
    if (!Array.isArray(objects) || whole === undefined || fraction === undefined) throw new Error(`No budget row: ${String(balance)}`);
    const year = years.get(yearNumber);
    expect(String(period).slice(0, 4)).toBe(String(year));
    const object = new Map(Array.from({ length: objects.length / 2 }, (_, index) => [objects[2 * index], objects[2 * index + 1]]));
    return { year, month: String(period).slice(4), account, committee: object.get("1"), project: object.get("6"), öre: BigInt(`${sign}${whole}${fraction}`) };
  });
}

test.each(everyPlan)(
  "%s: a budget row for each planned repayment, exact",
  (_, planOf) => {
    const planned = planOf();
    const repayments = planned.plan.schedule.filter(({ status }) => status === "planned");
    expect(budgets(read(planned))).toEqual(repayments.map(({ project, committee, year, amount }) => ({ year, month: "01", account: "3910", committee, project, öre: öreOf(amount) })));
  },
);

test("the large plan is as large as it should be", () => {
  const rows = budgets(read(large()));
  expect([new Set(rows.map(({ year }) => year)).size, new Set(rows.map(({ committee }) => committee)).size]).toEqual([30, 12]);
});

test("the file has the records of type 4E, in the order of the standard, and declares what it uses", () => {
  const planned = example("norrkoping-2010");
  const rows = read(planned);
  const groups = [["#FLAGGA"], ["#PROGRAM", "#FORMAT", "#GEN", "#SIETYP", "#PROSA", "#FNAMN", "#RAR", "#VALUTA"], ["#KONTO", "#DIM", "#OBJEKT"], ["#PBUDGET"]];
  const order = rows.map(({ label }) => groups.findIndex((group) => group.includes(label)));
  expect(order).toEqual([...order].sort((one, other) => one - other));
  expect(order).not.toContain(-1);
  const header = (label: string) => of(rows, label)[0];
  expect([header("#FLAGGA"), header("#PROGRAM"), header("#FORMAT"), header("#GEN"), header("#SIETYP"), header("#FNAMN")]).toEqual([["0"], ["Återföring", "1.2.3"], ["PC8"], ["20261121"], ["4"], ["Norrköpings kommun"]]);
  expect(of(rows, "#RAR")).toContainEqual(["0", "20270101", "20271231"]);
  expect(of(rows, "#RAR")).toContainEqual(["-1", "20260101", "20261231"]);
  const years = of(rows, "#RAR").map(([number]) => Number(number));
  expect(years).toEqual(years.map((_, index) => years[0]! + index));
  const declared = new Set(of(rows, "#OBJEKT").map(([dimension, id]) => `${String(dimension)} ${String(id)}`));
  expect(of(rows, "#OBJEKT")).toHaveLength(declared.size);
  for (const { committee, project } of budgets(rows)) expect([declared.has(`1 ${committee}`), declared.has(`6 ${project}`)]).toEqual([true, true]);
  expect(of(rows, "#DIM")).toEqual([["1", "Nämnd"], ["6", "Projekt"]]);
});

test("å, ä and ö are the bytes of code page 437", () => {
  const text = Buffer.from(bytesOf(example("norrkoping-2010"))).toString("latin1");
  expect(text).toContain('#PROGRAM "\x8fterf\x94ring"');
  expect(text).toContain('#DIM 1 "N\x84mnd"');
});

test("with grants on the same account, the rows are the changes of frame with the sign of the books", () => {
  const planned = example("norrkoping-2010");
  const rows = budgets(read(planned, { grantAccount: "3910" }));
  for (const { committee, year, frameChange } of planned.plan.committeeYears) {
    expect([committee, year, total(rows.filter((row) => row.committee === committee && row.year === year).map(({ öre }) => öre))]).toEqual([committee, year, -öreOf(frameChange)]);
  }
  expect(new Set(rows.map(({ year, committee, project }) => `${year}|${committee}|${project}`)).size).toBe(rows.length);
});

test("with an account of their own, grants are credit beside the repayments' debit", () => {
  const planned = example("norrkoping-2010");
  const rows = read(planned, { grantAccount: "3920" });
  expect(of(rows, "#KONTO").map(([account]) => account)).toEqual(["3910", "3920"]);
  const sum = (account: string) => total(budgets(rows).filter((row) => row.account === account).map(({ öre }) => öre));
  expect(sum("3910")).toBe(total(planned.plan.committeeYears.map(({ repayment }) => öreOf(repayment))));
  expect(sum("3920")).toBe(-total(planned.plan.committeeYears.map(({ grant }) => öreOf(grant))));
});

test("a replan leaves out what the finance system has: booked repayments, and grants of earlier years", () => {
  const planned = example("uppfoljning");
  const { planFrom } = planned.input;
  const rows = budgets(read(planned, { grantAccount: "3920" }));
  expect(planned.plan.schedule.some(({ status }) => status === "booked")).toBe(true);
  expect(rows.every(({ year }) => year! >= planFrom!)).toBe(true);
});

test("without projects there is one row for each committee and year, with one object", () => {
  const planned = example("norrkoping-2010");
  const rows = read(planned, { byProject: false });
  expect(of(rows, "#OBJEKT").every(([dimension]) => dimension === "1")).toBe(true);
  expect(budgets(rows).map(({ committee, year, project, öre }) => [committee, year, project, öre]).sort()).toEqual(
    planned.plan.committeeYears.filter(({ repayment }) => repayment !== "0").map(({ committee, year, repayment }) => [committee, year, undefined, öreOf(repayment)]).sort(),
  );
});

test("hostile names are read back as text: only what the code page lacks is another", () => {
  const rows = read(hostile(), { organisation: 'Kommun "A" \\' });
  const named = new Map(of(rows, "#OBJEKT").filter(([dimension]) => dimension === "6").map(([, id, name]) => [id, name]));
  const lacking = [6, 7, 8, 10, 12, 14];
  hostileNames.forEach((name, index) => {
    if (!lacking.includes(index)) expect(named.get(`P${index + 1}`)).toBe(plainText(name).trim());
  });
  expect(lacking.map((index) => named.get(`P${index + 1}`))).toEqual(['Citat "inne" och "krulliga"', "Bakstreck / och sist /", "Rad brytning här", "Emoji ??? och ?", "????? ???????", "Skoda - EUR, ö"]);
  expect(of(rows, "#FNAMN")).toEqual([['Kommun "A" /']]);
  expect(budgets(rows)).toHaveLength(hostileNames.length);
});

test("the month and the year's number follow the choices", () => {
  const rows = budgets(read(example("norrkoping-2010"), { month: " 12 ", budgetYear: "2040" }));
  expect(new Set(rows.map(({ month }) => month))).toEqual(new Set(["12"]));
  expect(of(read(example("norrkoping-2010"), { budgetYear: "2040" }), "#RAR").at(-1)).toEqual(["0", "20400101", "20401231"]);
});

test.each<[Partial<SieChoices>, keyof SieChoices, RegExp]>([
  [{ account: "39" }, "account", /”39” är inget kontonummer/],
  [{ account: "3910x" }, "account", /kontonummer/],
  [{ account: "3910123" }, "account", /kontonummer/],
  [{ grantAccount: '3"' }, "grantAccount", /kontonummer/],
  [{ month: "13" }, "month", /ingen månad/],
  [{ month: "0" }, "month", /ingen månad/],
  [{ month: "" }, "month", /^Ange månaden/],
  [{ account: " " }, "account", /^Ange nämndernas konto/],
  [{ budgetYear: "" }, "budgetYear", /^Ange året/],
  [{ budgetYear: "27" }, "budgetYear", /inget budgetår/],
  [{ organisation: "  " }, "organisation", /namn/],
  [{ language: "en", month: "x" }, "month", /is no month/],
])("%j is refused with a sentence on its field", (chosen, field, sentence) => {
  const { plan, input } = example("norrkoping-2010");
  const file = planSie(plan, input, { ...choices, ...chosen }, made);
  expect(file).toEqual({ ok: false, problems: [{ field, message: expect.stringMatching(sentence) }] });
  expect(sieChoiceProblems({ ...choices, ...chosen })).toHaveLength(1);
});

test("amounts finer than öre, and ids that become the same, are refused", () => {
  const { plan, input } = nothingToRepay();
  const fine = planSie({ ...plan, schedule: [{ project: "P1", committee: "SN", year: 2027, amount: "10.005", status: "planned" }] }, input, choices, made);
  expect(fine).toEqual({ ok: false, problems: [{ message: expect.stringContaining("10,005 kr för ”Socialnämnden” år 2027") }] });
  const ids = ["Проект", "Программ".slice(0, 6)];
  const { plan: same, input: sameInput } = planned({
    committees: [{ id: "SN", name: "Socialnämnden" }],
    projects: ids.map((id) => ({ id, name: id })),
    costs: ids.map((project) => ({ project, committee: "SN", year: 2026, amount: "1000" })),
    savings: ids.map((project) => ({ project, committee: "SN", year: 2028, amount: "1000" })),
  });
  const file = planSie(same, sameInput, choices, made);
  expect(file).toEqual({ ok: false, problems: [{ message: expect.stringContaining("”??????”") }] });
  expect(planSie(same, sameInput, { ...choices, byProject: false }, made).ok).toBe(true);
});

import type { PlanInput, RepaymentPlan } from "../src/planning";
import { areaAddress } from "../src/report";
import { FormulaSheet } from "./formulaSheet";

const amount = '#,##0.00;-#,##0.00;"–"';
const wholeAmount = '#,##0;-#,##0;"–"';

/** Where the inputs stand; addresses in formulas. */
interface Inputs {
  rule: string;
  opening: string;
  rate: string;
  unit: string;
}

const fixed = (row: number, column: number) => areaAddress({ row, column, rows: 1, columns: 1 }).replace(/([A-Z]+)(\d+)/, "$$$1$$$2");
/** As a user types it in a Swedish Excel. */
const typedInSwedish = (formula: string) => formula.replaceAll(",", "; ");

/**
 * A sheet on which an example's plan is computed anew by functions in cells alone, beside the plan's own figures, with
 * checks by formulas that every Excel has. The example has one project, whose rule divides by savings.
 */
export function planByFunctions(name: string, title: string, input: PlanInput, plan: RepaymentPlan): FormulaSheet {
  const own = input.committees.filter(({ internal }) => internal !== false);
  const externals = input.savings.filter(({ committee }) => own.every(({ id }) => id !== committee));
  const inOwn = input.savings.filter((saving) => !externals.includes(saving));
  const allYears = [...input.costs, ...inOwn, ...plan.fund].map(({ year }) => year);
  const firstYear = Math.min(...allYears);
  const years = Array.from({ length: Math.max(...allYears) - firstYear + 1 }, (_, index) => firstYear + index);
  const last = years.length;
  const sheet = new FormulaSheet(name, [40, ...years.map(() => 14), 14]);
  const range = (row: number, rows = 1) => areaAddress(sheet.area(row, 1, last, rows));
  const cell = (row: number, column: number) => areaAddress(sheet.area(row, column));
  const nameOf = (id: string) => input.committees.find((committee) => committee.id === id)!.name;
  const sumOf = (amounts: { amount: string }[]) => (amounts.length === 0 ? null : amounts.reduce((sum, one) => sum + Number(one.amount), 0));
  const yearHeader = (text: string) => sheet.header(text, ...years, "Summa");
  const byYear = (label: string, one: (year: number, column: number) => string | number | null): number => {
    const row = sheet.add(label, ...years.map((year, index) => one(year, index + 1)));
    sheet.put(row, last + 1, `=SUM(${range(row)})`);
    return row;
  };
  const totalRow = (label: string, from: number, rows: number): number => {
    const row = byYear(label, (_, column) => `=SUM(${areaAddress(sheet.area(from, column, 1, rows))})`);
    sheet.style("total", sheet.area(row, 0, last + 2));
    return row;
  };
  const amounts = (row: number, rows = 1, format = wholeAmount) => sheet.format(format, sheet.area(row, 1, last + 1, rows));
  /** How the formula stands in the first column, so many rows below. */
  const formulaNote = (formula: string, below: number) => {
    const row = sheet.add();
    sheet.put(row, 0, `${cell(row + below, 1)}: ${typedInSwedish(formula)}`);
    sheet.style("note", sheet.area(row));
  };
  /** A row for each own committee that a formula spills over: the formula in its first cell. */
  const spilledRows = (labels: string[], formula: string): number => {
    const [first = 0] = labels.map((label) => byYear(label, () => null));
    sheet.put(first, 1, formula);
    return first;
  };
  const checkRow = (label: string, checked: number[], condition: (column: number) => string): void => {
    const row = sheet.add(label);
    sheet.style("strong", sheet.area(row));
    for (const year of checked) sheet.check(row, year - firstYear + 1, condition(year - firstYear + 1));
  };

  sheet.style("title", sheet.area(sheet.add(title)));
  sheet.style("note", sheet.area(sheet.add("Planen omräknad med enbart funktioner i celler, bredvid planens egna tal. Belopp i kronor.")));
  sheet.style("note", sheet.area(sheet.add("Funktionerna räknar när tillägget Återföring är installerat; utan det visar Excel de sparade svaren (LibreOffice bara dem i enstaka celler).")));
  const overall = sheet.add();

  const inputs = addInputs(sheet, input, plan, firstYear);
  if (externals.length > 0) {
    // Beside the inputs, that begin with a heading.
    const top = inputs.firstRow - 1;
    sheet.put(top, 3, "Besparingar hos andra huvudmän");
    sheet.style("section", sheet.area(top, 3));
    externals.forEach(({ committee, year, amount: saved }, index) => {
      sheet.put(top + 1 + index, 3, nameOf(committee));
      sheet.put(top + 1 + index, 4, year);
      sheet.put(top + 1 + index, 5, Number(saved));
    });
    sheet.style("rows", sheet.area(top + 1, 3, 3, externals.length));
    sheet.format(wholeAmount, sheet.area(top + 1, 5, 1, externals.length));
  }

  sheet.section("Kostnad och egna besparingar");
  yearHeader("Nämnd");
  const cost = byYear("Kostnad (uttag ur fonden)", (year) => sumOf(input.costs.filter((one) => one.year === year)));
  const savings = own.map(({ id, name: label }) => byYear(label, (year) => sumOf(inOwn.filter((one) => one.committee === id && one.year === year))))[0]!;
  sheet.style("rows", sheet.area(cost, 0, last + 2, own.length + 1));
  const allSavings = totalRow("Besparingar, egna nämnder", savings, own.length);
  amounts(cost, own.length + 2, amount);
  const totalCost = fixed(cost, last + 1);

  sheet.section("Återföringsplan");
  const planFormula = `=SIF.ÅTERFÖRINGSPLAN(${totalCost},${range(savings, own.length)},${inputs.rule},,${inputs.unit})`;
  formulaNote(planFormula, 2);
  yearHeader("Med SIF.ÅTERFÖRINGSPLAN");
  const labels = own.map(({ name: label }) => label);
  const planned = spilledRows(labels, planFormula);
  const repaid = totalRow("Summa återföring", planned, own.length);
  yearHeader("Planens egna tal");
  const stated = own.map(({ id, name: label }) => byYear(label, (year) => sumOf(plan.schedule.filter((one) => one.committee === id && one.year === year)) ?? 0))[0]!;
  for (const row of [planned, stated]) sheet.style("rows", sheet.area(row, 0, last + 2, own.length));
  const statedTotal = totalRow("Summa återföring", stated, own.length);
  checkRow("Stämmer med planen", years, (column) => `AND(${own.map((_, index) => `${cell(planned + index, column)}=${cell(stated + index, column)}`).join(",")})`);
  const selfRiskFormula = `=SIF.SJÄLVRISKPLAN(${totalCost},${range(allSavings)},${inputs.rule},${inputs.unit})`;
  formulaNote(selfRiskFormula, 1);
  const selfRisk = spilledRows(["Med SIF.SJÄLVRISKPLAN, alla nämnder"], selfRiskFormula);
  checkRow("Stämmer med planen", years, (column) => `${cell(selfRisk, column)}=${cell(statedTotal, column)}`);
  amounts(planned, own.length + 1);
  amounts(stated, own.length + 1);
  amounts(selfRisk);

  sheet.section("Fondkonto och flöden");
  const fundFormula = `=SIF.FONDSALDO(${inputs.opening},${range(cost)},${range(repaid)})`;
  formulaNote(fundFormula, 2);
  const fundHeader = sheet.header("Vid årets slut", ...years);
  const balance = sheet.add("Fondens saldo, SIF.FONDSALDO", fundFormula);
  const statedBalance = sheet.add("Fondens saldo i planen", ...years.map((year) => (plan.fund.some((one) => one.year === year) ? Number(plan.fund.find((one) => one.year === year)!.closing) : null)));
  checkRow("Stämmer med planen", plan.fund.map(({ year }) => year), (column) => `${cell(balance, column)}=${cell(statedBalance, column)}`);
  const fundFlow = sheet.add("Fondens flöde", ...years.map((_, index) => `=${cell(repaid, index + 1)}-${cell(cost, index + 1)}`));
  const ownFlow = sheet.add("Kommunens flöde", ...years.map((_, index) => `=${cell(allSavings, index + 1)}-${cell(cost, index + 1)}`));
  sheet.style("rows", sheet.area(fundHeader + 1, 0, last + 1, ownFlow - fundHeader));
  amounts(balance, ownFlow - balance + 1);

  sheet.section("Nyckeltal");
  const header = sheet.header("Nyckeltal", "Med funktioner", "Planen", "Stämmer");
  const figure = (label: string, formula: string, answer: string): number => {
    const row = sheet.add(label, formula, Number(answer));
    sheet.check(row, 3, `${cell(row, 1)}=${cell(row, 2)}`);
    return row;
  };
  const project = plan.projects[0]!;
  const present = `SIF.NETTONUVÄRDE(${inputs.rate},${range(ownFlow)})`;
  const entitlement = figure("Återförs, SIF.SJÄLVRISK i hela enheter", `=ROUNDDOWN(SIF.SJÄLVRISK(${totalCost},${range(allSavings)},${inputs.rule})/${inputs.unit},0)*${inputs.unit}`, project.entitlement);
  figure("Fondens självrisk", `=${totalCost}-${cell(entitlement, 1)}`, project.borneByFund);
  if (plan.appraisal) {
    figure("Nettonuvärde för fonden, SIF.NETTONUVÄRDE", `=ROUND(SIF.NETTONUVÄRDE(${inputs.rate},${range(fundFlow)}),2)`, plan.appraisal.fundNpv);
    figure("Nettonuvärde för kommunen", `=ROUND(${present},2)`, plan.appraisal.municipalNpv);
    const external = (column: number) => areaAddress(sheet.area(inputs.firstRow, column, 1, externals.length));
    const outside = externals.length === 0 ? "" : `+SIF.NETTONUVÄRDE.ÅR(${inputs.rate},${external(5)},${external(4)},${firstYear})`;
    figure("Nettonuvärde för samhället", `=ROUND(${present}${outside},2)`, plan.appraisal.societalNpv);
  }
  const figures = sheet.rows - header - 1;
  sheet.format(amount, sheet.area(header + 1, 1, 2, figures));
  sheet.style("rows", sheet.area(header + 1, 0, 4, figures));
  // A project that never pays for itself has no such time.
  if (Number(plan.appraisal?.municipalNpv) >= 0) {
    const payback = sheet.add("Återbetalningstid för kommunen, år", `=SIF.ÅTERBETALNINGSTID(${range(ownFlow)},${inputs.rate})`);
    sheet.format("0.00", sheet.area(payback, 1));
    sheet.style("rows", sheet.area(payback, 0, 4));
  }
  sheet.overall(overall, "Stämmer med planen");
  return sheet;
}

/** The rule, the fund's opening balance and the discount rate, each in a cell. */
function addInputs(sheet: FormulaSheet, input: PlanInput, plan: RepaymentPlan, firstYear: number): Inputs & { firstRow: number } {
  const { rule } = input.projects[0]!;
  const [firstRepayment, lastRepayment] = plan.projects[0]!.window!;
  sheet.section("Förutsättningar");
  const at = (label: string, value: number, format: string): string => {
    const row = sheet.add(label, value);
    sheet.format(format, sheet.area(row, 1));
    return fixed(row, 1);
  };
  const share = at("Återföringsandel", Number(rule?.share), "0%");
  const guarantee = at("Garanterad andel", Number(rule?.guarantee), "0%");
  const cap = at("Takandel", Number(rule?.cap), "0%");
  const count = at("Återföringstid, antal år", lastRepayment - firstRepayment + 1, "0");
  const first = at("Första återföringsår, räknat i kolumner", firstRepayment - firstYear + 1, "0");
  const unit = at("Avrundning, kr", Number(input.roundingUnit), "0");
  const opening = at("Fondens ingående saldo", Number(input.fund?.openingBalance), wholeAmount);
  const rate = at("Kalkylränta", Number(input.appraisal?.rate), "0.0%");
  const firstRow = Number(share.replace(/\D/g, "")) - 1;
  sheet.style("rows", sheet.area(firstRow, 0, 2, 8));
  return { rule: [share, guarantee, cap, count, first].join(","), unit, opening, rate, firstRow };
}

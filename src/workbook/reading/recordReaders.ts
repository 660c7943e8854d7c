import type { FundInput } from "../../planning/types";
import type { TableKey } from "../template/tables";
import type { Collected } from "./collected";
import type { Findings } from "./findings";
import type { RecordRow } from "./records";
import { readRule } from "./ruleReading";

/** How the rows of each table of records become parts of the input. */
export const recordReaders: Partial<Record<TableKey, (into: Collected, rows: RecordRow[], findings: Findings) => void>> = {
  projects: (into, rows, findings) => {
    for (const row of rows) {
      const name = row.needed("projectName");
      const id = row.text("projectId") ?? name;
      if (name === undefined || id === undefined) continue;
      const owner = row.text("owner");
      const rule = readRule(row, findings, into.settings.defaultRule);
      const startYear = row.year("startYear");
      const endYear = row.year("endYear");
      into.projects.push({
        id, name, ...(owner === undefined ? {} : { owner }), ...(rule ? { rule } : {}),
        ...(startYear === undefined ? {} : { startYear }), ...(endYear === undefined ? {} : { endYear }), cell: row.cell("projectName"),
      });
    }
  },
  committees: (into, rows) => {
    for (const row of rows) {
      const name = row.needed("committeeName");
      if (name === undefined) continue;
      const internal = row.yesNo("internal");
      into.committees.push({ id: row.text("committeeId") ?? name, name, ...(internal === undefined ? {} : { internal }), cell: row.cell("committeeName") });
    }
  },
  caps: (into, rows) => {
    for (const row of rows) {
      const committee = row.needed("committee");
      if (committee === undefined) continue;
      const year = row.year("capYear");
      const amount = row.amount("capAmount");
      const shareOfFrame = row.share("capShare");
      into.caps.push({ committee, ...(year === undefined ? {} : { year }), ...(amount === undefined ? {} : { amount }), ...(shareOfFrame === undefined ? {} : { shareOfFrame }), cell: row.cell("committee") });
    }
  },
  split: (into, rows) => {
    for (const row of rows) {
      const committee = row.needed("committee");
      row.require("splitShare");
      const share = row.share("splitShare");
      const project = row.text("splitProject");
      if (committee !== undefined && share !== undefined) into.splits.push({ ...(project === undefined ? {} : { project }), share: { committee, share }, cell: row.cell("splitProject") });
    }
  },
  fund: (into, rows, findings) => {
    const contributions: NonNullable<FundInput["contributions"]> = [];
    let opening: FundInput | undefined;
    for (const row of rows) {
      row.require("fundPost");
      row.require("fundYear");
      const post = row.choice("fundPost", "fundPost");
      const year = row.year("fundYear");
      const amount = row.amount("amount") ?? "0";
      if (post === undefined || year === undefined) continue;
      if (post === "contribution") contributions.push({ year, amount, cell: row.cell("amount") });
      else if (opening) findings.problem("error", "openingTwice", {}, row.cell("fundPost"));
      else opening = { openingBalance: amount, openingYear: year };
    }
    const [first] = rows;
    if (first && !opening) findings.problem("error", "openingMissing", {}, first.cell("fundPost"));
    into.fund = opening && { ...opening, ...(contributions.length > 0 ? { contributions } : {}) };
  },
  waivers: (into, rows) => {
    for (const row of rows) {
      row.require("waivedShare");
      const share = row.share("waivedShare");
      const project = row.text("anyProject");
      const committee = row.text("anyCommittee");
      const fromYear = row.year("fromYear");
      const toYear = row.year("toYear");
      if (share === undefined) continue;
      into.waivers.push({
        ...(project === undefined ? {} : { project }), ...(committee === undefined ? {} : { committee }), ...(fromYear === undefined ? {} : { fromYear }), ...(toYear === undefined ? {} : { toYear }),
        share, reason: row.text("reason") ?? "", decision: row.text("decision") ?? "", cell: row.cell("waivedShare"),
      });
    }
  },
  comparison: (into, rows) => {
    for (const row of rows) {
      const project = row.needed("project");
      const measure = row.needed("measure");
      row.require("group");
      const group = row.choice("group", "group");
      const before = row.number("before");
      const after = row.number("after");
      if (project === undefined || measure === undefined || group === undefined || before === undefined || after === undefined) continue;
      into.observations.push({ project, measure, group, before, after, cell: row.cell("project") });
    }
  },
  successions: (into, rows) => {
    for (const row of rows) {
      const from = row.needed("fromCommittee");
      const to = row.needed("toCommittee");
      row.require("successionYear");
      const year = row.year("successionYear");
      const share = row.share("successionShare");
      if (from !== undefined && to !== undefined && year !== undefined) into.successions.push({ from, to, year, ...(share === undefined ? {} : { share }), cell: row.cell("fromCommittee") });
    }
  },
};

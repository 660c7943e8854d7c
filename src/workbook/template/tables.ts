/** The kinds of cell a template's column holds: they decide drop-down, number format, width and how it is read. */
export type ColumnKind = "text" | "project" | "committee" | "year" | "count" | "amount" | "share" | "number" | "choice" | "yesNo" | "date" | "years" | "any";

/** Choices that a cell offers; their names in each language are in i18n (template:choices). */
export const choices = {
  model: ["conditional", "unconditional", "selfRisk", "fullWithinFourYears", "sharedRisk", "appropriation", "outcomeContract", "stateCompensation", "own"],
  profile: ["savings", "level"],
  status: ["established", "preliminary"],
  fundPost: ["opening", "contribution"],
  group: ["project", "control"],
  capOrder: ["oldestFirst", "proportional"],
} as const;
export type ChoiceList = keyof typeof choices;
export type Choice = (typeof choices)[ChoiceList][number];

interface ColumnDeclaration {
  kind: ColumnKind;
  required?: true;
  choice?: ChoiceList;
  /** The field of PlanInput that it becomes; "" for what is no part of it. */
  field: string;
}

/** Every column of the template, by key; its heading and explanation are in i18n (template:columns). */
export const templateColumns = {
  project: { kind: "project", required: true, field: "project" },
  committee: { kind: "committee", required: true, field: "committee" },
  years: { kind: "years", required: true, field: "year, amount" },
  year: { kind: "year", required: true, field: "year" },
  amount: { kind: "amount", required: true, field: "amount" },

  projectId: { kind: "text", field: "projects.id" },
  projectName: { kind: "text", required: true, field: "projects.name" },
  owner: { kind: "committee", field: "projects.owner" },
  model: { kind: "choice", choice: "model", field: "projects.rule" },
  share: { kind: "share", field: "projects.rule.share" },
  guarantee: { kind: "share", field: "projects.rule.guarantee" },
  cap: { kind: "share", field: "projects.rule.cap" },
  profile: { kind: "choice", choice: "profile", field: "projects.rule.profile" },
  firstYear: { kind: "year", field: "projects.rule.window.from" },
  yearsAfterStart: { kind: "count", field: "projects.rule.window.from" },
  yearsAfterEnd: { kind: "count", field: "projects.rule.window.from" },
  windowYears: { kind: "count", field: "projects.rule.window.years" },
  latestYear: { kind: "year", field: "projects.rule.window.latest" },
  startYear: { kind: "year", field: "projects.startYear" },
  endYear: { kind: "year", field: "projects.endYear" },
  earlierSavings: { kind: "yesNo", field: "projects.rule.includeEarlierSavings" },
  capExtension: { kind: "count", field: "projects.rule.capExtensionYears" },

  committeeId: { kind: "text", field: "committees.id" },
  committeeName: { kind: "text", required: true, field: "committees.name" },
  internal: { kind: "yesNo", field: "committees.internal" },

  capYear: { kind: "year", field: "caps.year" },
  capAmount: { kind: "amount", field: "caps.amount" },
  capShare: { kind: "share", field: "caps.shareOfFrame" },

  splitProject: { kind: "project", field: "projects" },
  splitShare: { kind: "share", required: true, field: "projects.rule.split.share" },

  fundPost: { kind: "choice", choice: "fundPost", required: true, field: "fund" },
  fundYear: { kind: "year", required: true, field: "fund.openingYear, fund.contributions.year" },

  status: { kind: "choice", choice: "status", required: true, field: "outcomes.status" },
  source: { kind: "text", field: "outcomes.source" },
  date: { kind: "date", field: "outcomes.date" },

  anyProject: { kind: "project", field: "waivers.project" },
  anyCommittee: { kind: "committee", field: "waivers.committee" },
  fromYear: { kind: "year", field: "waivers.fromYear" },
  toYear: { kind: "year", field: "waivers.toYear" },
  waivedShare: { kind: "share", required: true, field: "waivers.share" },
  reason: { kind: "text", required: true, field: "waivers.reason" },
  decision: { kind: "text", required: true, field: "waivers.decision" },

  fromCommittee: { kind: "committee", required: true, field: "successions.from" },
  toCommittee: { kind: "committee", required: true, field: "successions.to" },
  successionYear: { kind: "year", required: true, field: "successions.year" },
  successionShare: { kind: "share", field: "successions.share" },

  measure: { kind: "text", required: true, field: "" },
  group: { kind: "choice", choice: "group", required: true, field: "" },
  before: { kind: "number", required: true, field: "" },
  after: { kind: "number", required: true, field: "" },

  setting: { kind: "text", required: true, field: "" },
  settingValue: { kind: "any", field: "" },
  settingExplanation: { kind: "text", field: "" },
} as const satisfies Record<string, ColumnDeclaration>;
export type ColumnKey = keyof typeof templateColumns;

/** A column's declaration with the optional parts in view. */
export function columnOf(key: ColumnKey): ColumnDeclaration {
  return templateColumns[key];
}

export type TableKey =
  | "projects"
  | "costs"
  | "savings"
  | "committees"
  | "frames"
  | "caps"
  | "split"
  | "fund"
  | "outcomes"
  | "booked"
  | "waivers"
  | "successions"
  | "comparison"
  | "settings";

export interface TemplateTable {
  key: TableKey;
  /** The Excel table's name, the same in every language, by which it is found again. */
  name: string;
  columns: readonly ColumnKey[];
  /** Part of the template unless told otherwise. */
  core?: true;
}

/** The columns that state a repayment rule: of a project, and (as settings) of the default rule. */
export const ruleColumns = [
  "model", "share", "guarantee", "cap", "profile", "firstYear", "yearsAfterStart", "yearsAfterEnd", "windowYears", "latestYear", "earlierSavings", "capExtension",
] as const satisfies readonly ColumnKey[];
export type RuleColumn = (typeof ruleColumns)[number];

/** The template's tables in the order of their sheets. The sheets' names, titles and introductions are in i18n (template:tables). */
export const templateTables: readonly TemplateTable[] = [
  {
    key: "projects",
    name: "SIF_Projekt",
    columns: ["projectId", "projectName", "owner", "startYear", "endYear", ...ruleColumns],
    core: true,
  },
  { key: "costs", name: "SIF_Kostnader", columns: ["project", "committee", "years"], core: true },
  { key: "savings", name: "SIF_Besparingar", columns: ["project", "committee", "years"], core: true },
  { key: "committees", name: "SIF_Nämnder", columns: ["committeeId", "committeeName", "internal"] },
  { key: "frames", name: "SIF_Ramar", columns: ["committee", "years"] },
  { key: "caps", name: "SIF_Tak", columns: ["committee", "capYear", "capAmount", "capShare"] },
  { key: "split", name: "SIF_Fördelning", columns: ["splitProject", "committee", "splitShare"] },
  { key: "fund", name: "SIF_Fond", columns: ["fundPost", "fundYear", "amount"] },
  { key: "outcomes", name: "SIF_Utfall", columns: ["project", "committee", "year", "amount", "status", "source", "date"] },
  { key: "booked", name: "SIF_Bokfört", columns: ["project", "committee", "year", "amount"] },
  { key: "waivers", name: "SIF_Undantag", columns: ["anyProject", "anyCommittee", "fromYear", "toYear", "waivedShare", "reason", "decision"] },
  { key: "successions", name: "SIF_Nämndbyten", columns: ["fromCommittee", "toCommittee", "successionYear", "successionShare"] },
  { key: "comparison", name: "SIF_Jämförelse", columns: ["project", "measure", "group", "before", "after"] },
  { key: "settings", name: "SIF_Inställningar", columns: ["setting", "settingValue", "settingExplanation"] },
];

export function templateTable(key: TableKey): TemplateTable {
  const table = templateTables.find((one) => one.key === key);
  if (!table) throw new Error(`No template table ${key}`);
  return table;
}

/** The settings, a row each; the last ones are the default rule's, with the names of the rule's columns. */
export const settingKinds = {
  title: { kind: "text" },
  roundingUnit: { kind: "amount" },
  planFrom: { kind: "year" },
  rate: { kind: "share" },
  baseYear: { kind: "year" },
  capOrder: { kind: "choice", choice: "capOrder" },
  capExtensionYears: { kind: "count" },
  firstWithin: { kind: "count" },
  lastWithin: { kind: "count" },
} as const satisfies Record<string, { kind: ColumnKind; choice?: ChoiceList }>;
export type SettingKey = keyof typeof settingKinds;
export const settingKeys = Object.keys(settingKinds) as SettingKey[];

/** Whether a table has amounts, and so a cell for their unit. */
export function hasAmounts(table: TemplateTable): boolean {
  return table.columns.some((key) => ["amount", "years"].includes(columnOf(key).kind));
}

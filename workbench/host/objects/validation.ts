import { contains, formatAddress, intersect } from "../address";
import { invalidArgument } from "../errors";
import type { Area, Validation } from "../model";
import { isHostObject, objectOf, type HostObject, type ObjectType } from "../object";
import { flag, instance, record } from "./arguments";
import { SheetRange } from "./sheetRange";

const TYPES: Record<string, string> = {
  list: "List", wholeNumber: "WholeNumber", decimal: "Decimal", date: "Date", time: "Time", textLength: "TextLength", custom: "Custom",
};

function found({ sheet, area }: SheetRange): Validation | undefined {
  return sheet.validations.find((validation) => contains(validation.area, area));
}

/** What is left of an area when another is cut out of it. */
function without(area: Area, cut: Area): Area[] {
  const shared = intersect(area, cut);
  if (!shared) return [area];
  const below = shared.row + shared.rows;
  const right = shared.column + shared.columns;
  return [
    { ...area, rows: shared.row - area.row },
    { ...area, row: below, rows: area.row + area.rows - below },
    { ...shared, column: area.column, columns: shared.column - area.column },
    { ...shared, column: right, columns: area.column + area.columns - right },
  ].filter(({ rows, columns }) => rows > 0 && columns > 0);
}

function clear({ book, sheet, area }: SheetRange): void {
  book.requireUnprotected(sheet);
  sheet.validations = sheet.validations.flatMap((validation) => without(validation.area, area).map((rest) => ({ ...validation, area: rest })));
}

/** Changes the validation of exactly this range, made when it has none. */
function change(range: SheetRange, write: (validation: Validation) => void): void {
  const old = found(range);
  const changed: Validation = { ...(old ?? { rule: {} }), area: { ...range.area } };
  write(changed);
  clear(range);
  range.sheet.validations.push(changed);
}

/** A rule as the file can keep it: a list's source range becomes a formula. */
function plainRule(rule: Record<string, unknown>): Record<string, unknown> {
  const kinds = Object.keys(rule);
  if (kinds.length !== 1 || !(kinds[0] !== undefined && kinds[0] in TYPES)) throw invalidArgument();
  const list = rule["list"];
  if (list === undefined) return rule;
  const { source, ...rest } = record(list);
  if (isHostObject(source)) {
    const from = instance(source, SheetRange);
    return { list: { ...rest, source: `=${formatAddress(from.sheet.name, from.area, true)}` } };
  }
  if (typeof source !== "string" || source === "" || (!source.startsWith("=") && source.length > 255)) throw invalidArgument();
  return { list: { ...rest, source } };
}

const validationType: ObjectType<SheetRange> = {
  name: "DataValidation",
  properties: {
    Type: {
      get(range) {
        const kind = Object.keys(found(range)?.rule ?? {})[0];
        return kind === undefined ? "None" : (TYPES[kind] ?? "Inconsistent");
      },
    },
    Rule: {
      get: (range) => found(range)?.rule ?? {},
      set: (range, value) => {
        const rule = plainRule(record(value));
        change(range, (validation) => (validation.rule = rule));
      },
    },
    Prompt: {
      get: (range) => found(range)?.prompt ?? { showPrompt: true, title: "", message: "" },
      set: (range, value) => {
        const { title = "", message = "", showPrompt = true } = record(value);
        if (typeof title !== "string" || title.length > 32 || typeof message !== "string" || message.length > 255) throw invalidArgument();
        change(range, (validation) => (validation.prompt = { title, message, showPrompt: flag(showPrompt) }));
      },
    },
    ErrorAlert: {
      get: (range) => found(range)?.errorAlert ?? { showAlert: true, style: "Stop", title: "", message: "" },
      set: (range, value) => {
        const { title = "", message = "", showAlert = true, style = "Stop" } = record(value);
        if (typeof title !== "string" || title.length > 32 || typeof message !== "string" || message.length > 255 || typeof style !== "string") throw invalidArgument();
        change(range, (validation) => (validation.errorAlert = { title, message, showAlert: flag(showAlert), style }));
      },
    },
    IgnoreBlanks: {
      get: (range) => found(range)?.ignoreBlanks ?? true,
      set: (range, value) => change(range, (validation) => (validation.ignoreBlanks = flag(value))),
    },
  },
  methods: { Clear: clear },
};

/** A range's data validation. */
export function validationObject(range: SheetRange): HostObject {
  return objectOf(validationType, range);
}

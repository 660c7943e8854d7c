import { formatAddress, tryParseAddress } from "../address";
import { invalidArgument, itemAlreadyExists, itemNotFound } from "../errors";
import type { CellValue, DefinedName, Sheet } from "../model";
import { isHostObject, objectOf, type Argument, type HostObject, type ObjectType } from "../object";
import { isLegalName, isTaken } from "../tables";
import type { Book } from "../workbook";
import { flag, instance, text, textOr } from "./arguments";
import { rangeObject } from "./range";
import { SheetRange } from "./sheetRange";
import { worksheetObject } from "./worksheet";

/** The names of the workbook, or those of one sheet only. */
class Names {
  constructor(
    readonly book: Book,
    readonly sheet?: Sheet,
  ) {}

  get list(): DefinedName[] {
    return this.sheet?.names ?? this.book.model.names;
  }

  find(name: Argument): ScopedName | undefined {
    const wanted = text(name).toLowerCase();
    const found = this.list.find((one) => one.name.toLowerCase() === wanted);
    return found && new ScopedName(this, found);
  }
}

class ScopedName {
  constructor(
    readonly names: Names,
    private readonly own: DefinedName,
  ) {}

  get name(): DefinedName {
    if (!this.names.list.includes(this.own)) throw itemNotFound();
    return this.own;
  }

  /** The range that it stands for; undefined when it stands for something else. */
  range(): SheetRange | undefined {
    const { book, sheet } = this.names;
    const parsed = tryParseAddress(this.name.formula);
    const home = parsed?.sheet === undefined ? sheet : book.findSheet(parsed.sheet);
    return parsed && home && new SheetRange(book, home, parsed.area);
  }

  value(): CellValue {
    const range = this.range();
    if (range) return this.name.formula.replace(/^=/, "");
    const formula = this.name.formula.replace(/^=/, "");
    if (/^-?\d+(\.\d+)?$/.test(formula)) return Number(formula);
    if (/^".*"$/.test(formula)) return formula.slice(1, -1).replaceAll('""', '"');
    return formula.includes("#REF!") ? "#REF!" : formula;
  }

  type(): string {
    if (this.range()) return "Range";
    const value = this.value();
    return typeof value === "number" ? "Double" : value === "#REF!" ? "Error" : "String";
  }
}

function checkedFormula(value: Argument): string {
  const formula = text(value);
  if (!formula.startsWith("=") || formula.length < 2) throw invalidArgument();
  return formula;
}

const nameType: ObjectType<ScopedName> = {
  name: "NamedItem",
  properties: {
    Name: { get: ({ name }) => name.name },
    Formula: {
      get: ({ name }) => name.formula,
      set: ({ names, name }, value) => {
        name.formula = checkedFormula(value);
        names.book.calculation.reset();
      },
    },
    Value: { get: (one) => one.value() },
    Type: { get: (one) => one.type() },
    Visible: { get: ({ name }) => name.visible, set: ({ name }, value) => (name.visible = flag(value)) },
    Comment: { get: ({ name }) => name.comment ?? "", set: ({ name }, value) => (name.comment = text(value) || undefined) },
    Scope: { get: ({ names }) => (names.sheet ? "Worksheet" : "Workbook") },
  },
  objects: {
    Worksheet: ({ names }) => {
      if (!names.sheet) throw itemNotFound();
      return worksheetObject(names.book, names.sheet);
    },
    WorksheetOrNullObject: ({ names }) => (names.sheet ? worksheetObject(names.book, names.sheet) : null),
  },
  methods: {
    GetRange: (one) => {
      const range = one.range();
      if (!range) throw itemNotFound();
      return rangeObject(range);
    },
    GetRangeOrNullObject: (one) => {
      const range = one.range();
      return range ? rangeObject(range) : null;
    },
    Delete: ({ names, name }) => {
      names.list.splice(names.list.indexOf(name), 1);
      names.book.calculation.reset();
    },
  },
  identity: ({ name }) => ({ _Id: name.name }),
};

function add(names: Names, [name, reference, comment]: Argument[]): HostObject {
  const written = text(name);
  if (!isLegalName(written)) throw invalidArgument();
  if (names.find(written) || (!names.sheet && isTaken(names.book.model, written))) throw itemAlreadyExists();
  const formula = isHostObject(reference) ? rangeFormula(instance(reference, SheetRange)) : checkedFormula(reference);
  const added: DefinedName = { name: written, formula, visible: true, comment: textOr(comment, "") || undefined };
  names.list.push(added);
  names.book.calculation.reset();
  return objectOf(nameType, new ScopedName(names, added));
}

function rangeFormula({ sheet, area }: SheetRange): string {
  return `=${formatAddress(sheet.name, area, true)}`;
}

const namesType: ObjectType<Names> = {
  name: "NamedItemCollection",
  methods: {
    Add: add,
    AddFormulaLocal: add,
    GetCount: ({ list }) => list.length,
    GetItemOrNullObject: (names, [name]) => {
      const found = names.find(name);
      return found ? objectOf(nameType, found) : null;
    },
  },
  items: (names) => names.list.map((name) => objectOf(nameType, new ScopedName(names, name))),
  item: (names, key) => {
    const found = names.find(key);
    if (!found) throw itemNotFound();
    return objectOf(nameType, found);
  },
};

/** The names of the workbook, or those of the sheet. */
export function namesObject(book: Book, sheet?: Sheet): HostObject {
  return objectOf(namesType, new Names(book, sheet));
}

import { invalidArgument } from "../errors";
import { objectOf, type HostObject, type ObjectType } from "../object";
import { integer } from "./arguments";
import { rangeArgument, rangeObject } from "./range";
import type { BookSheet } from "./worksheet";

function freeze({ book, sheet }: BookSheet, rows: number, columns: number): void {
  if (rows < 0 || columns < 0) throw invalidArgument();
  book.requireUnprotected(sheet);
  sheet.frozenRows = rows;
  sheet.frozenColumns = columns;
}

function location(self: BookSheet): HostObject | null {
  const { frozenRows, frozenColumns } = self.sheet;
  if (frozenRows === 0 && frozenColumns === 0) return null;
  const whole = self.range().area;
  return rangeObject(self.range({ row: 0, column: 0, rows: frozenRows || whole.rows, columns: frozenColumns || whole.columns }));
}

const freezePanesType: ObjectType<BookSheet> = {
  name: "WorksheetFreezePanes",
  methods: {
    FreezeRows: (self, [count]) => freeze(self, count === undefined || count === null ? 1 : integer(count), 0),
    FreezeColumns: (self, [count]) => freeze(self, 0, count === undefined || count === null ? 1 : integer(count)),
    FreezeAt: (self, [range]) => {
      const { area } = rangeArgument(range, self.range());
      const whole = self.range().area;
      freeze(self, area.rows === whole.rows ? 0 : area.row + area.rows, area.columns === whole.columns ? 0 : area.column + area.columns);
    },
    Unfreeze: (self) => freeze(self, 0, 0),
    GetLocation: (self) => {
      const found = location(self);
      if (!found) throw invalidArgument();
      return found;
    },
    GetLocationOrNullObject: location,
  },
};

/** Worksheet.freezePanes. */
export function freezePanesObject(self: BookSheet): HostObject {
  return objectOf(freezePanesType, self);
}

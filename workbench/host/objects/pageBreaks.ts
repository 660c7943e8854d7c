import { objectOf, type HostObject, type ObjectType } from "../object";
import { rangeArgument } from "./range";
import type { BookSheet } from "./worksheet";

const breakType: ObjectType<{ row: number }> = { name: "PageBreak" };

const horizontalType: ObjectType<BookSheet> = {
  name: "PageBreakCollection",
  methods: {
    Add: (self, [range]) => {
      const { area } = rangeArgument(range, self.range());
      self.sheet.page.rowBreaks = [...new Set([...(self.sheet.page.rowBreaks ?? []), area.row])].sort((one, other) => one - other);
      return objectOf(breakType, { row: area.row });
    },
    GetCount: ({ sheet }) => sheet.page.rowBreaks?.length ?? 0,
    RemovePageBreaks: ({ sheet }) => void delete sheet.page.rowBreaks,
  },
};

/** Worksheet.horizontalPageBreaks: each stands above the row of its range. */
export function horizontalPageBreaksObject(self: BookSheet): HostObject {
  return objectOf(horizontalType, self);
}

import { accessDenied, HostError } from "../errors";
import { objectOf, type HostObject, type ObjectType } from "../object";
import type { Book } from "../workbook";
import { record, textOr } from "./arguments";
import type { BookSheet } from "./worksheet";

const sheetType: ObjectType<BookSheet> = {
  name: "WorksheetProtection",
  properties: {
    Protected: { get: ({ sheet }) => sheet.protected },
    Options: { get: ({ sheet }) => (sheet.protected ? (sheet.protectionOptions ?? {}) : null) },
  },
  methods: {
    Protect: ({ sheet }, [options, password]) => {
      if (sheet.protected) throw new HostError("InvalidOperation", "The worksheet is already protected.");
      sheet.protected = true;
      sheet.protectionOptions = options === null || options === undefined ? undefined : record(options);
      sheet.protectionPassword = textOr(password, "") || undefined;
    },
    Unprotect: ({ sheet }, [password]) => {
      if (sheet.protectionPassword !== undefined && sheet.protectionPassword !== textOr(password, "")) throw accessDenied();
      sheet.protected = false;
      delete sheet.protectionOptions;
      delete sheet.protectionPassword;
    },
  },
};

const bookType: ObjectType<Book> = {
  name: "WorkbookProtection",
  properties: { Protected: { get: ({ model }) => model.structureProtected } },
  methods: {
    Protect: ({ model }, [password]) => {
      model.structureProtected = true;
      model.structurePassword = textOr(password, "") || undefined;
    },
    Unprotect: ({ model }, [password]) => {
      if (model.structurePassword !== undefined && model.structurePassword !== textOr(password, "")) throw accessDenied();
      model.structureProtected = false;
      delete model.structurePassword;
    },
  },
};

/** Worksheet.protection. */
export function protectionObject(self: BookSheet): HostObject {
  return objectOf(sheetType, self);
}

/** Workbook.protection. */
export function structureProtectionObject(book: Book): HostObject {
  return objectOf(bookType, book);
}

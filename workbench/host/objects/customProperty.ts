import { itemNotFound } from "../errors";
import { objectOf, type Argument, type HostObject, type ObjectType } from "../object";
import type { Book } from "../workbook";
import { text } from "./arguments";
import type { BookSheet } from "./worksheet";

/** A key of a map, with the map: custom properties and settings are the same thing to the client. */
class Entry {
  constructor(
    readonly map: Map<string, unknown>,
    readonly key: string,
  ) {}
}

function entryType(name: string, check: (value: Argument) => unknown): ObjectType<Entry> {
  return {
    name,
    properties: {
      Key: { get: ({ key }) => key },
      Value: { get: ({ map, key }) => map.get(key), set: ({ map, key }, value) => map.set(key, check(value)) },
    },
    methods: { Delete: ({ map, key }) => void map.delete(key) },
    identity: ({ key }) => ({ _Id: key }),
  };
}

function collectionType(name: string, entry: ObjectType<Entry>, check: (value: Argument) => unknown): ObjectType<Map<string, unknown>> {
  const find = (map: Map<string, unknown>, key: Argument) => {
    const wanted = text(key).toLowerCase();
    const found = [...map.keys()].find((one) => one.toLowerCase() === wanted);
    return found === undefined ? undefined : objectOf(entry, new Entry(map, found));
  };
  return {
    name,
    methods: {
      Add: (map, [key, value]) => {
        map.set(text(key), check(value));
        return objectOf(entry, new Entry(map, text(key)));
      },
      GetCount: (map) => map.size,
      GetItemOrNullObject: (map, [key]) => find(map, key) ?? null,
    },
    items: (map) => [...map.keys()].map((key) => objectOf(entry, new Entry(map, key))),
    item: (map, key) => {
      const found = find(map, key);
      if (!found) throw itemNotFound();
      return found;
    },
  };
}

const customPropertiesType = collectionType("WorksheetCustomPropertyCollection", entryType("WorksheetCustomProperty", text), text);
const anyValue = (value: Argument) => value;
const settingsType = collectionType("SettingCollection", entryType("Setting", anyValue), anyValue);

/** Worksheet.customProperties. */
export function customPropertiesObject({ sheet }: BookSheet): HostObject {
  return objectOf(customPropertiesType, sheet.customProperties as Map<string, unknown>);
}

/** Workbook.settings. */
export function settingsObject({ model }: Book): HostObject {
  return objectOf(settingsType, (model.settings ??= new Map()));
}

import { apiNotFound, invalidArgument } from "./errors";

/** What a method gets: JSON, or an object of the API that was handed to it. */
export type Argument = unknown;

/** A property: how it is read, and how it is written when it can be. */
export interface Property<T> {
  get(self: T): unknown;
  set?(self: T, value: unknown): void;
}

/** A type of the API, declared once: reading, writing, calling and refusing all follow from it. */
export interface ObjectType<T> {
  /** As in Excel's documentation: "Range". */
  name: string;
  /** By their names in the protocol: "RowIndex". */
  properties?: Record<string, Property<T>>;
  /** Objects that hang on it: "Format"; null is a null object. */
  objects?: Record<string, (self: T) => HostObject | null>;
  /** A method gives JSON, an object, or null for a null object. */
  methods?: Record<string, (self: T, args: Argument[]) => unknown>;
  /** A collection's items, in order. */
  items?(self: T): HostObject[];
  /** A collection's item by its key; ItemNotFound is the item's business. */
  item?(self: T, key: string | number): HostObject;
  /** What the client addresses the object by in later batches, under the protocol's name ("Id" or "_Id"). */
  identity?(self: T): Record<string, unknown>;
}

/** An object of the API, ready to be asked. */
export interface HostObject {
  readonly typeName: string;
  readonly target: object;
  readonly properties: string[];
  readonly isCollection: boolean;
  identity(): Record<string, unknown>;
  has(member: string): "property" | "object" | undefined;
  get(property: string): unknown;
  set(property: string, value: unknown): void;
  child(name: string): HostObject | null;
  call(method: string, args: Argument[]): unknown;
  items(): HostObject[];
  item(key: unknown): HostObject;
}

/** Makes an object of a type out of what it stands for. */
export function objectOf<T extends object>(type: ObjectType<T>, self: T): HostObject {
  const refuse = (member: string) => apiNotFound(`${type.name}.${member.charAt(0).toLowerCase()}${member.slice(1)}`);
  return {
    typeName: type.name,
    target: self,
    properties: Object.keys(type.properties ?? {}),
    isCollection: type.items !== undefined,
    identity: () => type.identity?.(self) ?? {},
    has: (member) => (type.properties && member in type.properties ? "property" : type.objects && member in type.objects ? "object" : undefined),
    get(name) {
      const property = type.properties?.[name];
      if (!property) throw refuse(name);
      return property.get(self);
    },
    set(name, value) {
      const property = type.properties?.[name];
      if (!property) throw refuse(name);
      if (!property.set) throw invalidArgument(`${type.name}.${name} is read-only.`);
      property.set(self, value);
    },
    child(name) {
      const make = type.objects?.[name];
      if (!make) throw refuse(name);
      return make(self);
    },
    call(name, args) {
      const method = type.methods?.[name];
      if (!method) throw refuse(name);
      return method(self, args);
    },
    items() {
      if (!type.items) throw refuse("items");
      return type.items(self);
    },
    item(key) {
      if (!type.item) throw refuse("getItem");
      if (typeof key !== "string" && typeof key !== "number") throw invalidArgument();
      return type.item(self, key);
    },
  };
}

/** Whether a method has given an object of the API. */
export function isHostObject(value: unknown): value is HostObject {
  return typeof value === "object" && value !== null && "typeName" in value && "target" in value;
}

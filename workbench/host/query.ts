import { apiNotFound, invalidArgument } from "./errors";
import type { HostObject } from "./object";

/** A load as the client sends it. */
export interface QueryInfo {
  Select?: string[];
  Expand?: string[];
  Top?: number;
  Skip?: number;
}

/** The paths of a load as a tree: {format: {fill: {color: {}}}}; an empty branch is "everything". */
interface Selection {
  [name: string]: Selection;
}

function selectionOf(paths: string[]): Selection {
  const root: Selection = {};
  for (const path of paths) {
    let branch = root;
    for (const name of path.split(/[/.]/).map((part) => part.trim())) {
      if (name !== "") branch = branch[name] ??= {};
    }
  }
  return root;
}

function pascal(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** What a load of the object gives, in the protocol's names. */
export function load(object: HostObject, { Select = [], Expand = [], Top, Skip }: QueryInfo): Record<string, unknown> {
  return read(object, selectionOf([...Select, ...Expand]), Top, Skip);
}

function read(object: HostObject, selection: Selection, top?: number, skip = 0): Record<string, unknown> {
  if (object.isCollection) return readCollection(object, selection, top, skip);
  const result = object.identity();
  const names = Object.keys(selection);
  if (names.length === 0) names.push("*");
  for (const name of names) readMember(object, name, selection[name] ?? {}, result);
  return result;
}

function readMember(object: HostObject, name: string, below: Selection, result: Record<string, unknown>): void {
  if (name === "*" || name === "$all") {
    for (const property of object.properties) result[property] = object.get(property);
    return;
  }
  if (name === "isNullObject" || name === "isNull") return;
  const member = pascal(name);
  if (object.has(member) === "property") {
    if (Object.keys(below).length > 0) throw invalidArgument();
    result[member] = object.get(member);
  } else if (object.has(member) === "object") {
    const child = object.child(member);
    result[member] = child && read(child, below);
  } else throw apiNotFound(`${object.typeName}.${name}`);
}

/** A collection: what is asked for is its items', with "items" or without; only its count is its own. */
function readCollection(object: HostObject, selection: Selection, top: number | undefined, skip: number): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  const ofItems: Selection = {};
  let wantsItems = Object.keys(selection).length === 0;
  for (const [name, below] of Object.entries(selection)) {
    if (name === "items") {
      wantsItems = true;
      if (Object.keys(below).length === 0) ofItems["*"] = {};
      else Object.assign(ofItems, below);
    } else if (object.has(pascal(name)) === "property") result[pascal(name)] = object.get(pascal(name));
    else if (name !== "isNullObject") {
      wantsItems = true;
      ofItems[name] = below;
    }
  }
  if (wantsItems) {
    const items = object.items();
    const end = top === undefined ? items.length : skip + top;
    result["_Items"] = items.slice(skip, end).map((item, index) => ({ _Index: skip + index, ...read(item, ofItems) }));
  }
  return result;
}

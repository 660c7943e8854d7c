import { invalidArgument } from "../errors";
import { isHostObject, type Argument } from "../object";

/** The argument as text; InvalidArgument when it is none. */
export function text(value: Argument): string {
  if (typeof value !== "string") throw invalidArgument();
  return value;
}

/** The argument as text, or the default when it was left out. */
export function textOr(value: Argument, missing: string): string {
  return value === undefined || value === null ? missing : text(value);
}

/** The argument as a number; InvalidArgument when it is none. */
export function number(value: Argument): number {
  if (typeof value !== "number" || !Number.isFinite(value)) throw invalidArgument();
  return value;
}

/** The argument as a whole number. */
export function integer(value: Argument): number {
  const amount = number(value);
  if (!Number.isInteger(amount)) throw invalidArgument();
  return amount;
}

/** The argument as a whole number, or the default when it was left out. */
export function integerOr(value: Argument, missing: number): number {
  return value === undefined || value === null ? missing : integer(value);
}

/** The argument as true or false. */
export function flag(value: Argument): boolean {
  if (typeof value !== "boolean") throw invalidArgument();
  return value;
}

/** The argument as true or false, or the default when it was left out. */
export function flagOr(value: Argument, missing: boolean): boolean {
  return value === undefined || value === null ? missing : flag(value);
}

/** The argument as one of the words that Excel takes. */
export function oneOf<W extends string>(value: Argument, words: readonly W[]): W {
  const word = words.find((candidate) => candidate === value);
  if (word === undefined) throw invalidArgument();
  return word;
}

/** The argument as a plain JSON object. */
export function record(value: Argument): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value) || isHostObject(value)) throw invalidArgument();
  return value as Record<string, unknown>;
}

/** What was handed over as an object of the API, when it is of the class. */
export function instance<T extends object>(value: Argument, type: abstract new (...args: never[]) => T): T {
  if (isHostObject(value) && value.target instanceof type) return value.target;
  throw invalidArgument();
}

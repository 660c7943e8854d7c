import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { JSDOM } from "jsdom";
import type { Host, Session } from "./host";
import { connectSeam, type ClientOptions } from "./seam";

/** Microsoft's client, connected to a host. */
export interface Client {
  Excel: typeof Excel;
  Office: typeof Office;
  OfficeExtension: typeof OfficeExtension;
  /** The page that the client lives in. */
  window: Window;
  /** Makes Excel, Office and OfficeExtension global, as in a task pane; returns what takes them away. */
  install(): () => void;
  /** Ends the connection: no more events. */
  close(): void;
}

type Evaluate = (this: unknown, scope: object) => void;

/** What the client must share with the code that calls it: errors, promises and plain objects of one realm. */
const SHARED_NAMES = [
  "undefined", "NaN", "Infinity", "Object", "Array", "Function", "Promise", "Error", "TypeError", "RangeError", "JSON", "Math",
  "Date", "RegExp", "Map", "Set", "WeakMap", "WeakSet", "String", "Number", "Boolean", "Symbol", "Reflect", "Proxy", "isNaN", "isFinite", "parseInt",
  "parseFloat", "encodeURIComponent", "decodeURIComponent", "encodeURI", "decodeURI", "escape", "unescape", "setTimeout", "clearTimeout", "setInterval",
  "clearInterval",
];

let compiled: Evaluate | undefined;

/**
 * The client as a function, compiled once. What it shares are the function's own parameters, as most of its time went to
 * asking the scope for them; every other name is looked up in the page, and its own `var`s are the page's.
 */
function compile(): Evaluate {
  if (compiled) return compiled;
  const source = readFileSync(require.resolve("@microsoft/office-js/dist/excel-web-16.00.debug.js"), "utf8").replace(/^var (?=\w)/gm, "");
  const shared = SHARED_NAMES.join(", ");
  return (compiled = new Function("scope", `with (scope) (function (${shared}) {\n${source}\n}).call(this, ${shared})`) as Evaluate);
}

/** The page's names as a scope: reading an unknown one gives undefined, and every `var` of the client lands in the page. */
function scopeOf(page: Record<string, unknown>): object {
  return new Proxy(Object.create(null) as object, {
    has: (_, name) => typeof name === "string" && !SHARED_NAMES.includes(name),
    get: (_, name) => (typeof name === "string" ? page[name] : undefined),
    set: (_, name, value) => {
      if (typeof name === "string") page[name] = value;
      return true;
    },
  });
}

/** The add-in's own manifest, when there is one: its requirement sets are what the host claims. */
function ownManifest(): string | undefined {
  const file = resolve(__dirname, "../../manifest.xml");
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

/**
 * Evaluates Microsoft's client in a page of its own (jsdom) and connects it to the host. The host claims the
 * requirement sets of the manifest that is given, else of the project's own.
 */
export function loadClient(host: Host, options: ClientOptions = {}): Client {
  const { window } = new JSDOM("<!doctype html><html><head></head><body></body></html>", { url: "https://localhost/" });
  const page = window as unknown as Record<string, unknown>;
  compile().call(page, scopeOf(page));
  const session: Session = connectSeam(page, host, { manifest: ownManifest(), ...options });
  const client = { Excel: page["Excel"], Office: page["Office"], OfficeExtension: page["OfficeExtension"] } as Pick<Client, "Excel" | "Office" | "OfficeExtension">;
  return {
    ...client,
    window: window as unknown as Window,
    install() {
      const before = Object.fromEntries(Object.keys(client).map((name) => [name, Reflect.get(globalThis, name) as unknown]));
      Object.assign(globalThis, client);
      return () => Object.assign(globalThis, before);
    },
    close() {
      session.close();
      window.close();
    },
  };
}

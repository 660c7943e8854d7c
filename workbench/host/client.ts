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
const OWN_NAMES = new Set([
  "scope", "arguments", "undefined", "NaN", "Infinity", "Object", "Array", "Function", "Promise", "Error", "TypeError", "RangeError", "JSON", "Math",
  "Date", "RegExp", "Map", "Set", "WeakMap", "WeakSet", "String", "Number", "Boolean", "Symbol", "Reflect", "Proxy", "isNaN", "isFinite", "parseInt",
  "parseFloat", "encodeURIComponent", "decodeURIComponent", "encodeURI", "decodeURI", "escape", "unescape", "setTimeout", "clearTimeout", "setInterval",
  "clearInterval",
]);

let compiled: Evaluate | undefined;

/** The client as a function, compiled once: every name that it does not share is looked up in the page. */
function compile(): Evaluate {
  const file = require.resolve("@microsoft/office-js/dist/excel-web-16.00.debug.js");
  return (compiled ??= new Function("scope", `with (scope) {\n${readFileSync(file, "utf8")}\n}`) as Evaluate);
}

/** The page's names as a scope: reading an unknown one gives undefined, and every `var` of the client lands in the page. */
function scopeOf(page: Record<string, unknown>): object {
  return new Proxy(Object.create(null) as object, {
    has: (_, name) => typeof name === "string" && !OWN_NAMES.has(name),
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

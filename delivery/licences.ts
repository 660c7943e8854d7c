import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Component } from "./billOfMaterials";
import { version } from "../package.json";
import { packages } from "../package-lock.json";

/** The licences that what reaches users may have: each allows anybody to use, change and spread the add-in. */
export const ALLOWED = ["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "0BSD"];

/** A package's licence, as an SPDX expression; "" when it says none. */
export const licenceOf = ({ licenses }: Component): string => licenses[0]?.expression ?? "";

/** Where npm has put a package; undefined when it is not installed. */
function folderOf({ name, version }: Component): string | undefined {
  const places = Object.entries(packages as Record<string, { version?: string }>).filter(([place, { version: there }]) => place.endsWith(`node_modules/${name}`) && there === version);
  return places.map(([place]) => place).find((place) => existsSync(place));
}

/** The licence's text as the package has it; packages that leave it out are named by their licence alone. */
function licenceText(component: Component): string {
  const folder = folderOf(component);
  const files = folder === undefined ? [] : readdirSync(folder).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file)).sort();
  return files.map((file) => readFileSync(join(folder as string, file), "utf8").trim()).join("\n\n") || "(The package holds no licence text.)";
}

/** The add-in's own licence, and those of everything in the bill, as the text file that goes with it. */
export function thirdPartyLicences(components: readonly Component[]): string {
  const parts = components.map((component) => `${component.name} ${component.version}\nLicence: ${licenceOf(component)}\n\n${licenceText(component)}`);
  const own = `Återföring ${version}\n\n${readFileSync(join(__dirname, "../LICENSE"), "utf8").trim()}\n\nIt is built with the following packages, each under its own licence.`;
  return [own, ...parts].join(`\n\n${"=".repeat(80)}\n`) + "\n";
}

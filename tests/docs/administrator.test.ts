import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pagePolicy } from "../../delivery/securityPolicy";
import { version } from "../../package.json";
import { requirementSets } from "../../workbench/host/requirements";
import { tableRows } from "./markdown";

const root = join(__dirname, "../..");
const page = readFileSync(join(root, "docs/administrator.md"), "utf8");
const manifest = readFileSync(join(root, "manifest.xml"), "utf8");

test("the requirement sets are the manifest's", () => {
  const table = /<!-- krav -->\n\n((?:\|.*\n)+)/.exec(page)?.[1] ?? "";
  expect(new Map(tableRows(table).map(([name = "", version = ""]) => [name, version]))).toEqual(requirementSets(manifest));
});

test("the permission is the manifest's", () => {
  const permission = /<Permissions>(\w+)<\/Permissions>/.exec(manifest)?.[1];
  expect(page).toContain(`\`${permission}\``);
});

test("the buttons are the manifest's", () => {
  const labels = [...manifest.matchAll(/<bt:String id="(\w+)\.Label" DefaultValue="([^"]+)"/g)].filter(([, id]) => id !== "Group").map(([, , label]) => label);
  const [, named = ""] = /med knapparna (.*?),? och som funktioner/.exec(page) ?? [];
  expect(named.split(/, | och /)).toEqual(labels);
});

test("the only address that the add-in's page loads from elsewhere is on the page", () => {
  const html = readFileSync(join(root, "src/taskpane/taskpane.html"), "utf8");
  const addresses = [...html.matchAll(/(?:src|href)="(https?:\/\/[^/"]+)/g)].map(([, address]) => address);
  expect(addresses.filter((address) => !page.includes(`\`${address}\``))).toEqual([]);
});

test("the privacy page names every address that the page's policy lets it reach, and no other", () => {
  const privacy = readFileSync(join(root, "docs/integritet.md"), "utf8");
  const addresses = (text: string) => [...new Set(text.match(/https:\/\/[^\s;`]+/g))].sort();
  expect(addresses(privacy)).toEqual(addresses(pagePolicy));
});

test("the changes begin with the version that is built, which is the manifest's", () => {
  expect(/^## (\S+)/m.exec(readFileSync(join(root, "CHANGELOG.md"), "utf8"))?.[1]).toBe(version);
  expect(/<Version>(.*)<\/Version>/.exec(manifest)?.[1]).toBe(`${version}.0`);
});

import { billOfMaterials } from "../../delivery/billOfMaterials";
import { ALLOWED, licenceOf, thirdPartyLicences } from "../../delivery/licences";
import { dependencies, devDependencies, version } from "../../package.json";

const bill = billOfMaterials();
const names = new Set(bill.components.map(({ name }) => name));

it("holds every package that reaches users in its version, and none that is for development only", () => {
  const held = new Set(bill.components.map((component) => `${component.name} ${component.version}`));
  expect(Object.entries(dependencies).map((entry) => entry.join(" ")).filter((wanted) => !held.has(wanted))).toEqual([]);
  const development = Object.keys(devDependencies).filter((name) => !name.startsWith("@types/"));
  expect(development.filter((name) => names.has(name))).toEqual([]);
  expect(bill).toMatchObject({ bomFormat: "CycloneDX", metadata: { component: { name: "aterforing", version } } });
});

it("holds only packages with a licence that is allowed", () => {
  expect(bill.components.filter((component) => !ALLOWED.includes(licenceOf(component))).map((component) => `${component.name}: ${licenceOf(component)}`)).toEqual([]);
});

it("says each package's address and the hash that npm checks it by, as CycloneDX wants them", () => {
  expect(bill.components.filter(({ purl }) => !/^pkg:npm\/(%40[\w.-]+\/)?[\w.-]+@\d+\.\d+\.\d+/.test(purl))).toEqual([]);
  expect(bill.components.filter(({ hashes }) => !/^[0-9a-f]{128}$/.test(hashes[0]?.content ?? "")).map(({ name }) => name)).toEqual([]);
});

it("has the licence's own text for what the pane consists of", () => {
  const [own = "", ...parts] = thirdPartyLicences(bill.components).split(`\n\n${"=".repeat(80)}\n`);
  expect(own).toContain("MIT License");
  expect(parts.map((part) => part.split("\n")[0])).toEqual(bill.components.map((component) => `${component.name} ${component.version}`));
  const withoutText = parts.filter((part) => part.includes("(The package holds no licence text.)")).map((part) => part.split(" ")[0] ?? "");
  // Microsoft leaves the text out of its icons, and has it in the rest of Fluent UI.
  expect(Object.keys(dependencies).filter((name) => withoutText.includes(name) && name !== "@fluentui/react-icons")).toEqual([]);
});

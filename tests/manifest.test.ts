/** @jest-environment jsdom */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "..");
const base = "https://localhost:3000/";
const manifest = new DOMParser().parseFromString(readFileSync(join(root, "manifest.xml"), "utf8"), "application/xml");

/** Every element of a name, whatever its namespace. */
const all = (name: string): Element[] => [...manifest.getElementsByTagNameNS("*", name)];
const only = (name: string): Element => {
  const [element, ...others] = all(name);
  if (!element || others.length > 0) throw new Error(`Expected one ${name}, found ${others.length + (element ? 1 : 0)}.`);
  return element;
};
const attribute = (element: Element, name: string): string => element.getAttribute(name) ?? "";
const resources = (kind: string): Element[] => [...only("Resources").getElementsByTagNameNS("*", kind)];
const within = (element: Element, name: string): Element[] => [...element.getElementsByTagNameNS("*", name)];

const images = resources("Image");
const urls = resources("Url");
const shortStrings = within(only("ShortStrings"), "String");
const longStrings = within(only("LongStrings"), "String");

/** Which kind of resource each element with a resid needs. */
const kinds: Record<string, Element[]> = {
  Image: images,
  Title: shortStrings,
  Label: shortStrings,
  Namespace: shortStrings,
  Description: longStrings,
  SourceLocation: urls,
  FunctionFile: urls,
  Runtime: urls,
  LearnMoreUrl: urls,
};

it("is well-formed", () => {
  expect(manifest.querySelector("parsererror")).toBeNull();
});

it("fits Microsoft's schema", () => {
  const xmllint = spawnSync("xmllint", ["--noout", "--schema", "tests/manifest-schema/OfficeAppManifestV1_1.xsd", "manifest.xml"], { cwd: root, encoding: "utf8" });
  if (xmllint.error) {
    process.stderr.write("manifest.xml was not checked against Microsoft's schema: xmllint is not installed (Debian: libxml2-utils).\n");
    return;
  }
  expect(xmllint.stderr).toBe("manifest.xml validates\n");
});

describe("resources", () => {
  const references = [...manifest.querySelectorAll("[resid]")];

  it("exist for every reference, with the right kind", () => {
    const unresolved = references.filter((reference) => !kinds[reference.localName]?.some((resource) => attribute(resource, "id") === attribute(reference, "resid")));
    expect(unresolved.map((reference) => reference.outerHTML)).toEqual([]);
    expect(references.length).toBeGreaterThan(20);
  });

  it("are all used", () => {
    const used = new Set(references.map((reference) => attribute(reference, "resid")));
    const unused = [...images, ...urls, ...shortStrings, ...longStrings].map((resource) => attribute(resource, "id")).filter((id) => !used.has(id));
    expect(unused).toEqual([]);
  });

  it("have unique ids of at most 32 characters", () => {
    const ids = [...images, ...urls, ...shortStrings, ...longStrings].map((resource) => attribute(resource, "id"));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => id.length > 32)).toEqual([]);
  });
});

it("has unique control and group ids", () => {
  const ids = [...all("Control"), ...all("Group")].map((element) => attribute(element, "id"));
  expect(new Set(ids).size).toBe(ids.length);
});

it("keeps Excel's limits for texts in both languages", () => {
  const texts = (strings: Element[]) => strings.flatMap((string) => [attribute(string, "DefaultValue"), ...within(string, "Override").map((override) => attribute(override, "Value"))]);
  expect(texts(shortStrings).filter((text) => text.length === 0 || text.length > 125)).toEqual([]);
  expect(texts(longStrings).filter((text) => text.length === 0 || text.length > 250)).toEqual([]);
  expect(texts([only("DisplayName")]).filter((text) => text.length > 125)).toEqual([]);
  const described = all("Description").filter((description) => description.hasAttribute("DefaultValue"));
  expect(texts(described).filter((text) => text.length > 250)).toEqual([]);
});

it("says everything in Swedish and in English", () => {
  expect(only("DefaultLocale").textContent).toBe("sv-SE");
  const texts = [...shortStrings, ...longStrings, only("DisplayName"), ...all("Description").filter((description) => description.hasAttribute("DefaultValue"))];
  const oneLanguage = texts.filter((text) => !within(text, "Override").some((override) => attribute(override, "Locale") === "en-US"));
  expect(oneLanguage.map((text) => text.outerHTML)).toEqual([]);
});

it("asks for no more permission and no more of Excel than the code needs", () => {
  expect(only("Permissions").textContent).toBe("ReadWriteDocument");
  const sets = all("Set").map((set) => `${attribute(set, "Name")} ${attribute(set, "MinVersion")}`);
  const [excel, ...runtimes] = sets;
  expect(excel).toMatch(/^ExcelApi 1\.(9|1[0-2])$/);
  expect(runtimes).toEqual(["SharedRuntime 1.1", "CustomFunctionsRuntime 1.3"]);
});

it("runs pane, commands and functions in one long-lived page", () => {
  const runtime = only("Runtime");
  const page = attribute(runtime, "resid");
  expect(attribute(runtime, "lifetime")).toBe("long");
  const places = [only("FunctionFile"), ...["Page", "Action"].flatMap((name) => all(name).flatMap((element) => within(element, "SourceLocation")))];
  expect(places.map((place) => attribute(place, "resid"))).toEqual(places.map(() => page));
  expect(places).toHaveLength(3);
  expect(attribute(only("DefaultSettings").firstElementChild!, "DefaultValue")).toBe(attribute(urls.find((url) => attribute(url, "id") === page)!, "DefaultValue"));
});

it("has an action in src/commands for every command", () => {
  const commands = readFileSync(join(root, "src/commands/commands.ts"), "utf8");
  const names = all("FunctionName").map((name) => name.textContent ?? "");
  expect(names).toEqual(["createTemplate", "writePlan", "refresh"]);
  expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(commands))).toEqual([]);
});

describe("files", () => {
  const addresses = [...manifest.querySelectorAll("[DefaultValue], [Value]")]
    .flatMap((element) => [attribute(element, "DefaultValue"), attribute(element, "Value")])
    .filter((value) => value.startsWith("http"));

  it("all come from one place", () => {
    expect(addresses.filter((address) => !address.startsWith(base))).toEqual([]);
  });

  it("exist: icons as committed, pages and scripts as the build names them", () => {
    const built = ["taskpane.html", "support.html", "functions.js", "functions.json", "functions.en.json"];
    const paths = addresses.map((address) => address.slice(base.length).replace(/#.*/, ""));
    expect(paths.filter((path) => !built.includes(path) && !existsSync(join(root, path)))).toEqual([]);
  });

  it("have the size that Excel is told", () => {
    for (const image of all("Image").filter((element) => element.hasAttribute("size"))) {
      const resource = images.find((candidate) => attribute(candidate, "id") === attribute(image, "resid"))!;
      expect([attribute(resource, "DefaultValue"), ...pngSize(attribute(resource, "DefaultValue"))]).toEqual([
        attribute(resource, "DefaultValue"),
        Number(attribute(image, "size")),
        Number(attribute(image, "size")),
      ]);
    }
    expect(pngSize(attribute(only("IconUrl"), "DefaultValue"))).toEqual([32, 32]);
    expect(pngSize(attribute(only("HighResolutionIconUrl"), "DefaultValue"))).toEqual([64, 64]);
    expect(pngSize(`${base}assets/icon-128.png`)).toEqual([128, 128]);
  });
});

/** Width and height from a PNG's header: two big-endian words after signature, length and "IHDR". */
function pngSize(address: string): [number, number] {
  const png = readFileSync(join(root, address.slice(base.length)));
  expect(png.subarray(0, 8).toString("hex")).toBe("89504e470d0a1a0a");
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

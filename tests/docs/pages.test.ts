import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { dependencies, devDependencies, scripts } from "../../package.json";
import { tableRows } from "./markdown";

const root = join(__dirname, "../..");
const pages = [...(readdirSync(join(root, "docs"), { recursive: true }) as string[]).map((name) => join("docs", name)), "README.md", "CHANGELOG.md"]
  .filter((name) => name.endsWith(".md"))
  .map((name) => ({ name, text: readFileSync(join(root, name), "utf8") }));

/** A heading's anchor, as GitHub makes it. */
const anchorOf = (heading: string) => heading.toLowerCase().replace(/[^\p{L}\p{N} -]/gu, "").replaceAll(" ", "-");
const anchorsOf = (text: string) => [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => anchorOf(heading));

describe.each(pages)("$name", ({ name, text }) => {
  test("every link leads somewhere", () => {
    const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, link = ""]) => link).filter((link) => !/^https?:/.test(link));
    const broken = links.filter((link) => {
      const [path = "", anchor] = link.split("#");
      const target = path === "" ? join(root, name) : join(root, dirname(name), path);
      if (!existsSync(target)) return true;
      return anchor !== undefined && !anchorsOf(readFileSync(target, "utf8")).includes(decodeURIComponent(anchor));
    });
    expect(broken).toEqual([]);
  });

  test("every file and folder that is named exists", () => {
    const named = [...text.matchAll(/`((?:src|tests|workbench|bench|examples|assets|docs|\.ci)\/[^\s`]*)`/g)].map(([, path = ""]) => path);
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  test("every script that is named exists", () => {
    const named = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, script = ""]) => script);
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });

  test("nothing is said of the machine that it was written on", () => {
    expect(text).not.toMatch(/\/(?:home|tmp|work|root|Users)\//);
  });
});

const contributing = pages.find(({ name }) => name.endsWith("contributing.md"))!.text;

test("the rooms and their imports are the linter's", () => {
  const config = readFileSync(join(root, "eslint.config.mjs"), "utf8");
  const declared = /const mayImport = {([\s\S]*?)^};/m.exec(config)?.[1] ?? "";
  const rules = [...declared.matchAll(/(\w+): \[(.*?)\]/g)].map(([, room = "", allowed = ""]) => [room, [...allowed.matchAll(/"(\w+)"/g)].map(([, other]) => other).join(", ") || "–"]);
  const table = /<!-- rooms -->\n\n((?:\|.*\n)+)/.exec(contributing)?.[1] ?? "";
  expect(tableRows(table).map(([room = "", , allowed = ""]) => [room.replace(/`|src\//g, ""), allowed])).toEqual(rules);
});

/** The rooms that a file imports from, dynamically and as a worker too. */
function importedRooms(file: string): string[] {
  const paths = [...readFileSync(join(root, "src", file), "utf8").matchAll(/(?:from |import\(|new URL\()"(\.[^"]+)"/g)].map(([, path = ""]) => join(dirname(file), path));
  return paths.filter((path) => !path.startsWith("..")).map((path) => path.split("/")[0] ?? "");
}

test("the picture has an arrow for every two rooms where one imports the other, and no other", () => {
  const picture = /```mermaid\n([\s\S]*?)```/.exec(contributing)?.[1] ?? "";
  const rooms = [...picture.matchAll(/(\w+)\["src\/(\w+)"\]/g)].map(([, node, room]) => [node, room]);
  const beneath = ["money", "i18n"];
  const folders = readdirSync(join(root, "src"), { withFileTypes: true }).map(({ name }) => name);
  expect(rooms.map(([node]) => node)).toEqual(rooms.map(([, room]) => room));
  expect([...rooms.map(([, room]) => room), ...beneath].sort()).toEqual(folders.sort());

  const pair = (one: string, other: string) => [one, other].sort().join(" – ");
  const drawn = [...picture.matchAll(/^ {2}(\w+) -->(?:\|.+\|)? (\w+)$/gm)].filter(([, from, to]) => [from, to].every((node) => rooms.some(([room]) => room === node))).map(([, from = "", to = ""]) => pair(from, to));
  const files = (readdirSync(join(root, "src"), { recursive: true }) as string[]).filter((file) => /\.tsx?$/.test(file));
  const imported = files.flatMap((file) => importedRooms(file).map((room) => [file.split("/")[0] ?? "", room] as const)).filter(([room, other]) => room !== other && ![room, other].some((one) => beneath.includes(one)));
  expect([...new Set(drawn)].sort()).toEqual([...new Set(imported.map(([room, other]) => pair(room, other)))].sort());
});

test("a library that must not reach users is not among what does", () => {
  const developmentOnly = ["hyperformula", "@microsoft/office-js", "hucre", "@revolist/revogrid", "chart.js"];
  expect(developmentOnly.filter((library) => library in dependencies)).toEqual([]);
  expect(developmentOnly.filter((library) => !(library in devDependencies))).toEqual([]);
});

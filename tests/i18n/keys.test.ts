import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { problemCodes } from "../../src/planning";

/**
 * The texts that the code asks for, and the texts that there are. A key is found where it stands as a text in the code:
 * whole ("plan.title", "report:words.year"), or with gaps (`status.${activity.kind}`), which stand for one part each.
 */
const root = join(__dirname, "../../src");
const languages = ["sv", "en"] as const;
const namespaces = ["annex", "diagnostics", "excel", "followUp", "followUpTab", "functions", "history", "pane", "reading", "report", "template"] as const;
type Namespace = (typeof namespaces)[number];

/** Only English sentences are texts here: the Swedish ones stand in planning/diagnostics.ts. */
const onlyEnglish: readonly Namespace[] = ["diagnostics"];

const leaves = (texts: object, path: string[] = []): [key: string, text: string][] =>
  Object.entries(texts).flatMap(([name, value]) => (typeof value === "string" ? [[[...path, name].join("."), value] as [string, string]] : leaves(value as object, [...path, name])));

const textsOf = (language: (typeof languages)[number], namespace: Namespace) =>
  new Map(leaves(JSON.parse(readFileSync(join(root, "i18n", language, `${namespace}.json`), "utf8")) as object));

const withoutPlural = (key: string) => key.replace(/_(?:zero|one|two|few|many|other)$/, "");
const places = (text: string) => [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name]) => name).sort();

const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file) && !file.endsWith(".d.ts"));

interface Asked {
  /** With `*` for each gap. */
  key: string;
  file: string;
  /** It is the first argument of a call of a translating function. */
  called: boolean;
}

/** Names by which the code calls a translating function. */
const translators = new Set(["t", "text", "translate", "say"]);

function isTranslation(call: ts.CallExpression): boolean {
  const { expression } = call;
  if (ts.isCallExpression(expression)) return ts.isIdentifier(expression.expression) && expression.expression.text === "translator";
  if (ts.isPropertyAccessExpression(expression)) return expression.name.text === "t";
  return ts.isIdentifier(expression) && translators.has(expression.text);
}

/** Everything that a gap may hold: what the code has as a text, a number, or the name of a property. */
const named = new Set<string>();

/** Every text in a file, with gaps as `*`. */
function textsIn(file: string): Asked[] {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), "utf8"), ts.ScriptTarget.Latest, true, file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const found: Asked[] = [];
  const visit = (node: ts.Node, called: boolean): void => {
    const key = ts.isStringLiteralLike(node) ? node.text : ts.isTemplateExpression(node) ? [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join("*") : undefined;
    if (key !== undefined && !ts.isImportDeclaration(node.parent)) found.push({ key, file, called });
    if (ts.isStringLiteralLike(node) || ts.isNumericLiteral(node)) named.add(node.text);
    else if ((ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node) || ts.isPropertySignature(node)) && ts.isIdentifier(node.name)) named.add(node.name.text);
    if (ts.isCallExpression(node) && isTranslation(node)) {
      visit(node.expression, false);
      node.arguments.forEach((argument, index) => visit(argument, index === 0));
    } else if (ts.isConditionalExpression(node)) {
      visit(node.condition, false);
      visit(node.whenTrue, called);
      visit(node.whenFalse, called);
    } else node.forEachChild((child) => visit(child, false));
  };
  source.forEachChild((node) => visit(node, false));
  return found;
}

const asked = files.flatMap(textsIn);

/** The namespace and key of a text; without a namespace it is the pane's. */
function parted(key: string): { namespace: string; key: string } {
  const [, namespace, rest] = /^(\w+):(.+)$/.exec(key) ?? [];
  return namespace !== undefined && rest !== undefined ? { namespace, key: rest } : { namespace: "pane", key };
}

const pattern = (key: string) => new RegExp(`^${key.split("*").map((part) => part.replace(/[.\\+?^$()[\]{}|]/g, "\\$&")).join("([^.]+)")}$`);
/** Whether a text of the code asks for a key: each gap with something that the code has a name for. */
const asksFor = (one: RegExp, key: string) => one.exec(key)?.slice(1).every((part) => named.has(part)) ?? false;

describe.each(namespaces)("the texts of %s", (namespace) => {
  const sets = languages.filter((language) => language === "en" || !onlyEnglish.includes(namespace)).map((language) => [language, textsOf(language, namespace)] as const);
  const keys = [...new Set(sets.flatMap(([, texts]) => [...texts.keys()].map(withoutPlural)))];

  it("are the same in every language, with the same facts in them", () => {
    const [[, first] = ["", new Map<string, string>()], ...others] = sets;
    for (const [language, texts] of others) {
      expect([language, [...texts.keys()].sort()]).toEqual([language, [...first.keys()].sort()]);
      for (const [key, text] of texts) expect([key, places(text)]).toEqual([key, places(first.get(key) ?? "")]);
    }
    for (const [, texts] of sets) for (const [key, text] of texts) expect([key, text.trim()]).not.toEqual([key, ""]);
  });

  it("are all asked for somewhere", () => {
    const patterns = asked.filter(({ key, called }) => called || /[.:]/.test(key)).map(({ key }) => parted(key)).filter((one) => one.namespace === namespace).map(({ key }) => pattern(key));
    const codes = new Set<string>(namespace === "diagnostics" ? problemCodes.map((code) => `problem.${code}`) : []);
    expect(keys.filter((key) => !codes.has(key) && !patterns.some((one) => asksFor(one, key)))).toEqual([]);
  });

  it("are there when they are asked for", () => {
    const missing = asked.flatMap(({ key: whole, file, called }) => {
      const one = parted(whole);
      if (one.namespace !== namespace || (!called && !whole.startsWith(`${namespace}:`))) return [];
      const there = pattern(one.key);
      return keys.some((key) => there.test(key)) ? [] : [`${file}: ${whole}`];
    });
    expect(missing).toEqual([]);
  });
});

it("finds what the code asks for", () => {
  expect(asked.filter(({ called }) => called).length).toBeGreaterThan(250);
  expect(problemCodes.filter((code) => !textsOf("en", "diagnostics").has(`problem.${code}`))).toEqual([]);
});

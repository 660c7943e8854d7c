/** The requirement sets that a manifest asks for: the name as written, and the lowest version. */
export type RequirementSets = ReadonlyMap<string, string>;

/** What is claimed as long as there is no manifest. */
export const DEFAULT_SETS: RequirementSets = new Map([
  ["ExcelApi", "1.12"],
  ["SharedRuntime", "1.1"],
]);

/** Reads `<Sets>` and `<Set Name MinVersion>` out of a manifest's text; a set named twice counts with its higher version. */
export function requirementSets(manifest: string): RequirementSets {
  const sets = new Map<string, string>();
  const bare = manifest.replace(/<!--[\s\S]*?-->/g, "");
  for (const group of bare.matchAll(/<(?:\w+:)?Sets\b([^>]*)>([\s\S]*?)<\/(?:\w+:)?Sets>/g)) {
    const usual = attribute(group[1] ?? "", "DefaultMinVersion") ?? "1.1";
    for (const set of (group[2] ?? "").matchAll(/<(?:\w+:)?Set\b([^>]*)>/g)) {
      const name = attribute(set[1] ?? "", "Name");
      const version = attribute(set[1] ?? "", "MinVersion") ?? usual;
      const known = name === undefined ? undefined : sets.get(name);
      if (name !== undefined && (known === undefined || compareVersions(version, known) > 0)) sets.set(name, version);
    }
  }
  return sets;
}

function attribute(text: string, name: string): string | undefined {
  return new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)["']`).exec(text)?.[1];
}

/** Negative when the first version is lower: "1.9" before "1.12". */
export function compareVersions(a: string, b: string): number {
  const [majorA = 0, minorA = 0] = a.split(".").map(Number);
  const [majorB = 0, minorB = 0] = b.split(".").map(Number);
  return majorA - majorB || minorA - minorB;
}

/** Office.context.requirements.isSetSupported for a host that claims exactly the sets. */
export function isSupported(sets: RequirementSets, name: string, version: string | number = "1.0"): boolean {
  for (const [known, claimed] of sets) {
    if (known.toLowerCase() === name.toLowerCase()) return compareVersions(String(version), claimed) <= 0;
  }
  return false;
}

/** What spreadsheet programs may take for the same text when they compare: case, accents and outer spaces apart. */
function folded(name: string): string {
  return name.normalize("NFKD").replace(/\p{M}/gu, "").trim().toLowerCase();
}

/**
 * A label for each party, by its id: the name, with the id in brackets where two names could be taken for one
 * another. So a formula that compares names finds the right rows in every program.
 * @param parties in the order listed; a nameless one is called by its id
 */
export function labelsOf(parties: { id: string; name: string }[]): Map<string, string> {
  const named = parties.map(({ id, name }) => ({ id, name: name.trim() === "" ? id : name }));
  const counts = new Map<string, number>();
  for (const { name } of named) counts.set(folded(name), (counts.get(folded(name)) ?? 0) + 1);
  const taken = new Set([...counts].filter(([, count]) => count === 1).map(([name]) => name));
  const labels = new Map<string, string>();
  for (const { id, name } of named) {
    let label = name;
    if ((counts.get(folded(name)) ?? 0) > 1) {
      label = `${name} (${id})`;
      for (let number = 2; taken.has(folded(label)); number++) label = `${name} (${id}, ${number})`;
    }
    taken.add(folded(label));
    labels.set(id, label);
  }
  return labels;
}

/**
 * JSON with sorted keys, without `cell`, what is undefined and empty lists: where a row stood changes no plan, nor does
 * an empty table. Two inputs with the same text give the same plan.
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  return `{${fieldsOf(value).map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join(",")}}`;
}

function fieldsOf(value: object): [string, unknown][] {
  return Object.entries(value)
    .filter(([key, field]) => key !== "cell" && field !== undefined && !(Array.isArray(field) && field.length === 0))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** So many rows of a list make a piece. */
const rowsInPiece = 500;

/** The same text of an object in pieces, for one who cannot wait for all of a large fund's at once. */
export function* canonicalPieces(value: object): Generator<string> {
  let before = "{";
  for (const [key, field] of fieldsOf(value)) {
    yield `${before}${JSON.stringify(key)}:`;
    before = ",";
    if (Array.isArray(field)) yield* listPieces(field);
    else yield canonical(field);
  }
  yield before === "{" ? "{}" : "}";
}

function* listPieces(items: readonly unknown[]): Generator<string> {
  for (let at = 0; at < items.length; at += rowsInPiece) {
    const rows = items.slice(at, at + rowsInPiece).map((item) => canonical(item ?? null));
    yield `${at === 0 ? "[" : ","}${rows.join(",")}`;
  }
  yield "]";
}

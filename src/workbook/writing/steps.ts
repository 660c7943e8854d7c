/** Something to do with a sheet, and about how many bytes it takes in a request. */
export interface Step {
  bytes: number;
  queue(sheet: Excel.Worksheet): void;
}

const encoder = new TextEncoder();

/** How many bytes a value takes in a request, where its JSON stands inside a JSON text. */
export function bytesOf(value: unknown): number {
  const json = JSON.stringify(value);
  return encoder.encode(json).length + (json.match(/["\\]/g)?.length ?? 0);
}

/** Groups steps, in order, so that no group passes the limit unless a single step does. */
export function batches<T extends { bytes: number }>(steps: T[], limit: number): T[][] {
  const groups: T[][] = [];
  let bytes = 0;
  for (const step of steps) {
    const group = groups.at(-1);
    if (group === undefined || bytes + step.bytes > limit) {
      groups.push([step]);
      bytes = step.bytes;
    } else {
      group.push(step);
      bytes += step.bytes;
    }
  }
  return groups;
}

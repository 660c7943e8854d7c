/** The median of several runs in milliseconds, after one that warms up. */
export function medianOf(runs: number, work: () => void): number {
  work();
  const all = Array.from({ length: runs }, () => timeOf(work)).sort((a, b) => a - b);
  return all[Math.floor(all.length / 2)]!;
}

/** One run, in milliseconds. */
export function timeOf(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

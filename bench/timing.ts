/** The fastest of several runs in milliseconds, after one that warms up: what else the machine does only makes them longer. */
export function fastestOf(runs: number, work: () => void): number {
  work();
  return Math.min(...Array.from({ length: runs }, () => timeOf(work)));
}

/** One run, in milliseconds. */
export function timeOf(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

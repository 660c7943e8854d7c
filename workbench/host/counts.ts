/** What the syncs have cost; the client's housekeeping after Excel.run is counted apart. */
export interface Counts {
  syncs: number;
  housekeeping: number;
  requestBytes: number;
  responseBytes: number;
  largestRequest: number;
  largestResponse: number;
}

/** Before the first sync. */
export function noCounts(): Counts {
  return { syncs: 0, housekeeping: 0, requestBytes: 0, responseBytes: 0, largestRequest: 0, largestResponse: 0 };
}

/** One piece of work in Excel at a time, in the order they were asked for. */
export interface Turns {
  /** Whether something runs or waits. */
  taken(): boolean;
  /**
   * Does the work when what was asked for before it is done. What has a name is done once when it is asked for twice,
   * as by a double click: the second asking gets nothing of its own.
   * @param work must not throw
   */
  take(work: () => Promise<void>, name?: string): Promise<void>;
}

export function createTurns(): Turns {
  let last: Promise<void> = Promise.resolve();
  let inHand = 0;
  const names = new Set<string>();
  const inTurn = async (before: Promise<void>, work: () => Promise<void>): Promise<void> => {
    await before;
    await work();
    inHand -= 1;
  };
  return {
    taken: () => inHand > 0,
    async take(work, name) {
      if (name !== undefined) {
        if (names.has(name)) return;
        names.add(name);
      }
      inHand += 1;
      last = inTurn(last, work);
      await last;
      if (name !== undefined) names.delete(name);
    },
  };
}

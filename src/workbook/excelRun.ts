/** `Excel.run`, or what stands in its place: runs a batch with a context of its own. */
export type ExcelRun = <T>(batch: (context: Excel.RequestContext) => Promise<T>) => Promise<T>;

/** How long Excel may take to answer one request, in milliseconds. */
export interface Patience {
  /** Then the user is told. */
  told: number;
  /** Then nobody waits any more. */
  givenUp: number;
}

/** The sentences of `noAnswer` say two minutes. */
const usualPatience: Patience = { told: 15_000, givenUp: 120_000 };

/** Excel has not answered a request for so long that nobody waits for it; it may still do what was asked. */
export class NoAnswer extends Error {
  readonly code = "NoAnswer";
}

/**
 * `Excel.run` that does not wait for ever: a dialog that is open in Excel, or a network that is gone, may leave a request
 * without any answer. The clock is each request's own, so work that takes long but gets on is never cut off.
 * A request that is given up fails with `NoAnswer`. Excel answers in order: what undoes it can be asked for at once.
 * @param onSilence told true when a request has waited long, and false when none does any more
 */
export function patientRun(onSilence: (silent: boolean) => void, { told, givenUp }: Patience = usualPatience): ExcelRun {
  const silent = new Set<symbol>();
  const waitFor = async <T>(answer: Promise<T>): Promise<T> => {
    const request = Symbol();
    const telling = setTimeout(() => {
      silent.add(request);
      if (silent.size === 1) onSilence(true);
    }, told);
    let givingUp: ReturnType<typeof setTimeout> | undefined;
    const patienceEnds = new Promise<never>((_, reject) => {
      givingUp = setTimeout(() => reject(new NoAnswer()), givenUp);
    });
    try {
      return await Promise.race([answer, patienceEnds]);
    } finally {
      clearTimeout(telling);
      clearTimeout(givingUp);
      if (silent.delete(request) && silent.size === 0) onSilence(false);
    }
  };
  return (batch) =>
    Excel.run((context) => {
      const sync = context.sync.bind(context);
      context.sync = (value) => waitFor(sync(value));
      return batch(context);
    });
}

/** The user has cancelled; what was begun is undone. */
export class Cancelled extends Error {}

/** Counts the syncs of a writing, and stops before the next one when the user has cancelled. */
export class Turns {
  count = 0;

  constructor(private readonly signal: AbortSignal | undefined) {}

  /** Sends what is queued. */
  async send(context: Excel.RequestContext): Promise<void> {
    if (this.signal?.aborted === true) throw new Cancelled();
    await this.sendAnyway(context);
  }

  /** Sends what is queued even if the user has cancelled: what undoes a writing must get through. */
  async sendAnyway(context: Excel.RequestContext): Promise<void> {
    this.count += 1;
    await context.sync();
  }
}

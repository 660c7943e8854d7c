/**
 * How a sync goes unanswered. "lost": it never reaches Excel, which goes on with what comes after. "late": Excel is busy,
 * as with a dialog, until the next request comes, and then does both in order. "held": the same, but until `answer()`.
 */
export type Silence = "lost" | "late" | "held";

/** When Excel is to be silent, and the requests that it has not begun with since, in their order. */
export class Silences {
  private planned = new Map<number, Silence>();
  private held: { silence: Silence; requests: (() => void)[] } | undefined;

  plan(sync: number, silence: Silence): void {
    this.planned.set(sync, silence);
  }

  /** Whether requests have to wait, or may have to. */
  get any(): boolean {
    return this.planned.size > 0 || this.held !== undefined;
  }

  answer(): void {
    const requests = this.held?.requests ?? [];
    this.held = undefined;
    for (const go of requests) go();
  }

  /**
   * Waits while Excel is silent: for ever, when the request is lost.
   * @param sync its number; undefined for the client's housekeeping, which stands in the same line but is no sync
   */
  async wait(sync: number | undefined): Promise<void> {
    const isNext = sync !== undefined && this.held !== undefined;
    const silence = sync === undefined ? undefined : this.planned.get(sync);
    if (silence !== undefined && sync !== undefined && !this.held) {
      this.planned.delete(sync);
      if (silence === "lost") await new Promise(() => undefined);
      this.held = { silence, requests: [] };
    }
    const { held } = this;
    if (!held) return;
    await new Promise<void>((go) => {
      held.requests.push(go);
      if (isNext && held.silence === "late") this.answer();
    });
  }
}

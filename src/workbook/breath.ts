import type { Work } from "../planning/work";

/**
 * Lets the page answer its user before long work goes on. A message rather than a timer: timers are slowed down while
 * the pane is hidden, and the ribbon's commands work then too.
 */
export function breath(): Promise<void> {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });
}

/** So many milliseconds the page is held at most, when the work yields often. */
const longestHold = 25;

/** Does long work with a breath before it, as what came before may have held the page as well, and now and then. */
export async function unhurried<T>(work: Work<T>): Promise<T> {
  await breath();
  let since = performance.now();
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    if (performance.now() - since < longestHold) continue;
    await breath();
    since = performance.now();
  }
}

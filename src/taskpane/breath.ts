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

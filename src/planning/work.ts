/** Work that yields wherever it may be left for a while. */
export type Work<T> = Generator<void, T>;

/** Does work at once. */
export function atOnce<T>(work: Work<T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

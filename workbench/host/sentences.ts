/** What functions have refused with. The engine has words of its own in its errors, which are not for users. */
const sentences = new Set<string>();

/** Makes a sentence known as one that a function has given to be read. */
export function keepSentence(sentence: string): void {
  sentences.add(sentence);
}

/** Whether an error's message is such a sentence. */
export function isSentence(message: string): boolean {
  return sentences.has(message);
}

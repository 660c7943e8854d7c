import type { Language, Translate } from "../i18n";

/** Why a function has no answer: `value` is wrong input (#VALUE!), `none` an answer that does not exist (#N/A). */
export type RefusalKind = "value" | "none";

/** The sentence that Excel shows beside the cell, in the language of whoever asks. */
export type Sentence = (translate: Translate, language: Language) => string;

/** Thrown inside a function's computation; the door to Excel turns it into an Excel error with the sentence. */
export class Refusal extends Error {
  constructor(
    readonly kind: RefusalKind,
    readonly sentence: Sentence,
  ) {
    super(kind);
    this.name = "Refusal";
  }
}

/** Ends the computation with a sentence. */
export function refuse(kind: RefusalKind, sentence: Sentence): never {
  throw new Refusal(kind, sentence);
}

/** An answer that can be checked. */
export type Answer = number | string | boolean | readonly number[];

/** What is right in an exercise, and what helps. */
export interface Key {
  /** What the answer is, with its unit: `a number, σ in $/√step`. */
  readonly ask: string;
  /** The right answer. */
  readonly value: Answer;
  /** How far a number may be from it. @default {0} */
  readonly within?: number;
  /** Hints, each saying a little more than the one before. */
  readonly hints: readonly string[];
}

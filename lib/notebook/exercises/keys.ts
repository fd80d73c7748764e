// Made by `deno task exercises` from the chapters: what is wrong there is put right in a chapter.
import made from "../../../notebooks/teaching/keys.json" with { type: "json" };

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

/** What is right in each exercise of the course, and what helps; by chapter and number, such as `6.2`. */
export const keys: Readonly<Record<string, Key>> = made;

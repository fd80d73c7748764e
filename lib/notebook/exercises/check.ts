import { shown as shownValue } from "../../shown.ts";
import { text } from "../../kinds.ts";
import { suggestion } from "../../nearest_name.ts";
import { type Displayable, displayMethod, type MediaBundle } from "../display.ts";
import { escaped } from "../escaped.ts";
import { readable } from "../numbers.ts";
import { type Key, keys } from "./keys.ts";

/** What {@linkcode check} found; in a notebook it shows as a sentence, with hints that open one at a time. */
export interface Checked extends Displayable {
  /** Whether the answer is right. */
  readonly passed: boolean;
  /** The finding in a sentence. */
  readonly message: string;
}

/**
 * Checks the answer to an exercise of the course. Where it is not right yet, hints wait below, folded one into
 * the other.
 *
 * @param exercise The exercise: chapter and number, such as `"6.2"`.
 * @param answer Your answer; undefined as long as there is none.
 * @returns Whether it is right, in a sentence.
 * @throws {RangeError} Where the course has no such exercise; the message names the nearest.
 *
 * @example
 * ```ts
 * import { check } from "@digital-market-maker/lab/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * // For which σ would the README's day end below zero only once in a million?
 * assertEquals(check("1.1", undefined).passed, false);
 * assertEquals(check("1.1", 1.5).passed, false);
 * assertEquals(check("1.1", 0.941).passed, true);
 * ```
 */
export function check(exercise: string, answer: unknown): Checked {
  text("check an answer", "exercise", exercise);
  if (!Object.hasOwn(keys, exercise)) {
    throw new RangeError(
      `Cannot check ${exercise} as the course has no such exercise: ` +
        suggestion(exercise, Object.keys(keys)),
    );
  }
  return judged(exercise, answer, keys[exercise]);
}

/** Holds an answer against a key. */
export function judged(exercise: string, answer: unknown, key: Key): Checked {
  const passed = isRight(answer, key);
  const message = passed
    ? `${exercise} is right: ${shown(answer)}.`
    : answer === undefined
    ? `${exercise} waits for your answer: ${key.ask}.`
    : isAlike(answer, key)
    ? `${exercise} is not right yet: ${shown(answer)}.`
    : `${exercise} asks for ${key.ask}: current value is ${shown(answer)}.`;
  return { passed, message, [displayMethod]: () => bundle(passed, message, key.hints) };
}

function isRight(answer: unknown, { value, within = 0 }: Key): boolean {
  const close = (a: unknown, b: number) => typeof a === "number" && Math.abs(a - b) <= within;
  if (typeof value === "number") return close(answer, value);
  if (typeof value === "string" || typeof value === "boolean") return answer === value;
  const found = listOf(answer);
  return found !== undefined && found.length === value.length &&
    value.every((one, i) => close(found[i], one));
}

/** Whether an answer is at least of the kind that is asked for. */
function isAlike(answer: unknown, { value }: Key): boolean {
  return typeof value === "object"
    ? listOf(answer)?.length === value.length
    : typeof answer === typeof value;
}

function listOf(answer: unknown): readonly unknown[] | undefined {
  if (Array.isArray(answer)) return answer;
  return ArrayBuffer.isView(answer) ? Array.from(answer as Float64Array) : undefined;
}

function shown(answer: unknown): string {
  if (typeof answer === "number") return readable(answer, 6);
  const list = listOf(answer);
  if (list === undefined) return typeof answer === "string" ? answer : shownValue(answer);
  return list.length > 8 ? `a list of ${list.length}` : list.map(shown).join(", ");
}

function bundle(passed: boolean, message: string, hints: readonly string[]): MediaBundle {
  const words = `${passed ? "✓" : "✗"} ${message}`;
  const folded = hints.reduceRight(
    (inner, hint, i) =>
      `<details><summary>Hint ${i + 1} of ${hints.length}</summary>` +
      `<p>${escaped(hint)}</p>${inner}</details>`,
    "",
  );
  return {
    // Dollars are no mathematics.
    "text/html": `<div class="mathjax_ignore"><p>${escaped(words)}</p>${
      passed ? "" : folded
    }</div>`,
    "text/plain": passed || hints.length === 0 ? words : `${words}\nHint: ${hints[0]}`,
  };
}

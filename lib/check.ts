/**
 * The checks that every constructor makes once, at the door.
 *
 * A message says what could not be done, what must hold, and the value that was given.
 *
 * @module
 */
import { suggestion } from "./nearest_name.ts";
import { isRecord, shown } from "./shown.ts";

/** No amount is larger, and none that is divided by is smaller: products and squares of them are numbers still. */
const LARGEST = 1e50, SMALLEST = 1e-50;

/** Refuses anything but a finite number, of at most 10⁵⁰. */
export function checkFinite(action: string, name: string, value: number): number {
  checkThat(action, name, "a finite number", value, Number.isFinite(value));
  return checkSize(action, name, value);
}

/** Refuses anything but a finite number above zero, from 10⁻⁵⁰ to 10⁵⁰. */
export function checkPositive(action: string, name: string, value: number): number {
  checkThat(action, name, "> 0 and finite", value, Number.isFinite(value) && value > 0);
  checkThat(action, name, `at least ${SMALLEST}`, value, value >= SMALLEST);
  return checkSize(action, name, value);
}

/** Refuses anything but a finite number that is not below zero, of at most 10⁵⁰. */
export function checkNonNegative(action: string, name: string, value: number): number {
  checkThat(action, name, ">= 0 and finite", value, Number.isFinite(value) && value >= 0);
  return checkSize(action, name, value);
}

function checkSize(action: string, name: string, value: number): number {
  const rule = `at most ${LARGEST.toExponential()} in size`;
  checkThat(action, name, rule, value, Math.abs(value) <= LARGEST);
  return value;
}

/** Refuses anything but a whole number of at least `least` (default 1). */
export function checkWhole(action: string, name: string, value: number, least = 1): number {
  const whole = Number.isSafeInteger(value) && value >= least;
  checkThat(action, name, `a whole number >= ${least}`, value, whole);
  return value;
}

/** Refuses a value that is not one of the given words. */
export function checkOneOf<T extends string>(
  action: string,
  name: string,
  value: T,
  words: readonly T[],
): T {
  checkThat(action, name, `one of ${words.join(", ")}`, value, words.includes(value));
  return value;
}

/** Refuses a value for which `holds` is false; `rule` says in words what must hold. */
export function checkThat(
  action: string,
  name: string,
  rule: string,
  value: unknown,
  holds: boolean,
): void {
  if (holds) return;
  if (typeof value === "number") throw new RangeError(refusal(action, name, rule, value));
  throw new TypeError(refusal(action, name, rule, value));
}

/** {@linkcode checkThat} where a value of another type is wanted: a TypeError, also for a number. */
export function checkShape(
  action: string,
  name: string,
  rule: string,
  value: unknown,
  holds: boolean,
): void {
  if (!holds) throw new TypeError(refusal(action, name, rule, value));
}

function refusal(action: string, name: string, rule: string, value: unknown): string {
  return `Cannot ${action} as ${name} must be ${rule}: current value is ${shown(value)}`;
}

/** A check of one value under the name it has in the call. */
export type Kind = (action: string, name: string, value: unknown) => void;

/**
 * Every key of a record, written once, with the kind of its value; anything but a function where the value is
 * checked elsewhere. The type checker tells where a key is missing.
 */
export type KeysOf<T> = { readonly [Key in keyof T]-?: unknown };

/**
 * Refuses what is no record, a record with a key that is not known, as a misspelt option would count as one
 * left out, and values that are not of their kind.
 *
 * @param action What could not be done, such as `build naive`.
 * @param options What was given.
 * @param known Every key there is.
 * @param name What the record is called in the call. @default {its options}
 * @throws {TypeError} Names the key and the nearest right one; the word for a formula's letter.
 */
export function checkKeys<T extends object>(
  action: string,
  options: T,
  known: KeysOf<T>,
  name?: string,
): void {
  const names = Object.keys(known);
  const rule = `a record of ${names.join(", ")}`;
  checkShape(action, name ?? "its options", rule, options, isRecord(options));
  refuseOthers(action, name ?? "it", options, names);
  for (const [key, kind] of Object.entries(known)) {
    if (typeof kind !== "function") continue;
    kind(action, name === undefined ? key : `${name}.${key}`, Reflect.get(options, key));
  }
}

/** Refuses a record with a key that is none of the names, and tells the nearest that is. */
export function refuseOthers(
  action: string,
  name: string,
  record: object,
  names: readonly string[],
): void {
  const unknown = Object.keys(record).find((key) => !names.includes(key));
  if (unknown === undefined) return;
  throw new TypeError(
    `Cannot ${action} as ${name} has no option ${unknown}: ${suggestion(unknown, names)}`,
  );
}

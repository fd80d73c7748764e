/** What is wrong with a row: the rule it breaks, and the value that breaks it. */
export interface Fault {
  /** The rule, in words: `price must be > 0`. */
  readonly rule: string;
  /** The value as it stands in the file. */
  readonly value: string;
}

/** Collects the first fault of a row while its fields are read. */
export interface FaultNote {
  /** The first fault, or undefined while there is none. */
  fault: Fault | undefined;
}

const NUMBER = /^-?\d+(?:\.\d*)?(?:[eE][+-]?\d+)?$/;
const WHOLE = /^\d{1,16}$/;

/**
 * A number above zero, read strictly: digits, one point, an exponent perhaps; no blanks, no `NaN`, no
 * `Infinity`, no hexadecimal.
 */
export function positiveField(name: string, text: string, note: FaultNote): number {
  const value = NUMBER.test(text) ? Number(text) : NaN;
  if (value > 0 && value < Infinity) return value;
  const rule = Number.isNaN(value) ? "a number" : value > 0 ? "finite" : "> 0";
  note.fault ??= { rule: `${name} must be ${rule}`, value: text };
  return NaN;
}

/** A whole number that is not negative and that a float holds exactly. */
export function wholeField(name: string, text: string, note: FaultNote): number {
  const value = WHOLE.test(text) ? Number(text) : NaN;
  if (Number.isSafeInteger(value)) return value;
  note.fault ??= { rule: `${name} must be a whole number of at most 15 digits`, value: text };
  return NaN;
}

/** One of some words, as the number it stands for. */
export function wordField(
  name: string,
  text: string,
  words: ReadonlyMap<string, number>,
  note: FaultNote,
): number {
  const value = words.get(text);
  if (value !== undefined) return value;
  note.fault ??= { rule: `${name} must be ${[...words.keys()].join(" or ")}`, value: text };
  return NaN;
}

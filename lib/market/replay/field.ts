import { decimalNumber, wholeNumber } from "./digits.ts";
import { type Fields, isWord, textOf } from "./fields.ts";

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

/**
 * A number above zero, read strictly: digits, one point, an exponent perhaps; no blanks, no `NaN`, no
 * `Infinity`, no hexadecimal.
 */
export function positiveField(
  name: string,
  fields: Fields,
  place: number,
  note: FaultNote,
): number {
  const { bytes, starts } = fields;
  const plain = decimalNumber(bytes, starts[place], starts[place + 1] - 1);
  if (plain > 0) return plain;
  const text = textOf(fields, place);
  const value = NUMBER.test(text) ? Number(text) : NaN;
  if (value > 0 && value < Infinity) return value;
  const rule = Number.isNaN(value) ? "a number" : value > 0 ? "finite" : "> 0";
  note.fault ??= { rule: `${name} must be ${rule}`, value: text };
  return NaN;
}

/** A whole number that is not negative and that a float holds exactly. */
export function wholeField(name: string, fields: Fields, place: number, note: FaultNote): number {
  const { bytes, starts } = fields;
  const [from, to] = [starts[place], starts[place + 1] - 1];
  const value = to - from <= 16 ? wholeNumber(bytes, from, to) : NaN;
  if (Number.isSafeInteger(value)) return value;
  const rule = `${name} must be a whole number of at most 15 digits`;
  note.fault ??= { rule, value: textOf(fields, place) };
  return NaN;
}

/**
 * Makes a reader of a field that must be one of some words: what the word stands for, or undefined.
 */
export function wordReader<Meaning>(
  meanings: ReadonlyMap<string, Meaning>,
): (fields: Fields, place: number) => Meaning | undefined {
  const encoder = new TextEncoder();
  const words = [...meanings].map(([word, meaning]) => ({ bytes: encoder.encode(word), meaning }));
  return (fields, place) => {
    for (const { bytes, meaning } of words) if (isWord(fields, place, bytes)) return meaning;
  };
}

/**
 * Makes a reader of a field that must be one of some words; what another word stands for is `otherwise`.
 */
export function wordField<Meaning>(
  name: string,
  place: number,
  meanings: ReadonlyMap<string, Meaning>,
  otherwise: Meaning,
): (fields: Fields, note: FaultNote) => Meaning {
  const read = wordReader(meanings);
  return (fields, note) => {
    const meaning = read(fields, place);
    if (meaning !== undefined) return meaning;
    const rule = `${name} must be ${[...meanings.keys()].join(" or ")}`;
    note.fault ??= { rule, value: textOf(fields, place) };
    return otherwise;
  };
}

import { endOfDigits, microseconds, POINT, wholeNumber } from "./digits.ts";
import type { FaultNote } from "./field.ts";
import { type Fields, textOf } from "./fields.ts";
import { isoReader } from "./iso_time.ts";

/** The unit of a column of times: seconds, milliseconds, microseconds, nanoseconds since 1970, ISO 8601 in UTC, or whichever of them the first row has. */
export type TimeUnit = "s" | "ms" | "us" | "ns" | "iso" | "any" | "ms or us";

/** Reads a time, in microseconds, or notes why it cannot. */
export type TimeReader = (name: string, fields: Fields, place: number, note: FaultNote) => number;

/** Reads the bytes of a time; NaN where they are none. */
type BytesReader = (bytes: Uint8Array, from: number, to: number) => number;

const DASH = 45;
/** The units' names. */
export const NAMES = {
  s: "seconds",
  ms: "milliseconds",
  us: "microseconds",
  ns: "nanoseconds",
  iso: "ISO 8601",
};

/** A reader of times in one unit. What is finer than a microsecond is cut off. */
export function timeReader(unit: TimeUnit): TimeReader {
  if (unit === "any" || unit === "ms or us") return deciding(unit);
  const read = READERS[unit]();
  const rule = RULES[unit];
  return (name, fields, place, note) => {
    const { bytes, starts } = fields;
    const time = read(bytes, starts[place], starts[place + 1] - 1);
    if (Number.isNaN(time)) {
      note.fault ??= { rule: `${name} must be ${rule}`, value: textOf(fields, place) };
    }
    return time;
  };
}

const RULES = {
  s: "seconds with at most nine decimals",
  ms: "a whole number of milliseconds",
  us: "a whole number of at most 15 digits",
  ns: "a whole number of nanoseconds",
  iso: "a time like 2024-08-08T23:54:14.087896Z",
};

const READERS: Readonly<Record<keyof typeof RULES, () => BytesReader>> = {
  s: () => (bytes, from, to) => {
    const point = endOfDigits(bytes, from, to);
    const whole = point - from <= 10 ? wholeNumber(bytes, from, point) : NaN;
    const real = point === to || bytes[point] === POINT;
    return real ? 1e6 * whole + microseconds(bytes, point + 1, to) : NaN;
  },
  ms: () => (bytes, from, to) => to - from <= 16 ? 1000 * wholeNumber(bytes, from, to) : NaN,
  us: () => (bytes, from, to) => {
    const time = to - from <= 16 ? wholeNumber(bytes, from, to) : NaN;
    return Number.isSafeInteger(time) ? time : NaN;
  },
  ns: () => (bytes, from, to) => {
    if (to - from > 19) return NaN;
    const end = Math.max(from, to - 3);
    if (Number.isNaN(wholeNumber(bytes, end, to))) return NaN;
    return end > from ? wholeNumber(bytes, from, end) : 0;
  },
  iso: isoReader,
};

/** The unit that the first row has; the others must follow. */
function deciding(unit: "any" | "ms or us"): TimeReader {
  const [words, units] = unit === "any"
    ? ["seconds, milliseconds, microseconds or nanoseconds since 1970, or ISO 8601", undefined]
    : ["in milliseconds or microseconds", ["ms", "us"]];
  let own: keyof typeof RULES | undefined;
  let read: TimeReader = () => NaN;
  return (name, fields, place, note) => {
    const seen = unitOf(fields, place);
    const known = seen !== undefined && (units?.includes(seen) ?? true);
    if (known && own === undefined) {
      own = seen;
      read = timeReader(own);
    }
    if (known && own === seen) return read(name, fields, place, note);
    const rule = known ? `in ${NAMES[own!]} as in the first row` : words;
    note.fault ??= { rule: `${name} must be ${rule}`, value: textOf(fields, place) };
    return NaN;
  };
}

/** What a time is likely to be, by its length: the four units part by a factor of a thousand. */
function unitOf({ bytes, starts }: Fields, place: number): keyof typeof RULES | undefined {
  const [from, to] = [starts[place], starts[place + 1] - 1];
  const point = endOfDigits(bytes, from, to);
  const digits = point - from;
  if (digits === 4 && bytes[point] === DASH) return "iso";
  const plain = point === to || bytes[point] === POINT && endOfDigits(bytes, point + 1, to) === to;
  if (!plain || digits === 0) return undefined;
  if (digits <= 11) return "s";
  return digits <= 14 ? "ms" : digits <= 17 ? "us" : digits <= 19 ? "ns" : undefined;
}

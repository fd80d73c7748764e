import type { FaultNote } from "./field.ts";
import { ISO_TIME, isoReader, micros } from "./iso_time.ts";

/** The unit of a column of times: seconds, milliseconds, microseconds, nanoseconds since 1970, ISO 8601 in UTC, or whichever of them the first row has. */
export type TimeUnit = "s" | "ms" | "us" | "ns" | "iso" | "any" | "ms or us";

/** Reads a time, in microseconds, or notes why it cannot. */
export type TimeReader = (name: string, text: string, note: FaultNote) => number;

const WHOLE = /^\d{1,16}$/;
const NANOS = /^\d{1,19}$/;
const SECONDS = /^(\d{1,10})(?:\.(\d{0,9}))?$/;
const NAMES = {
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
  return (name, text, note) => {
    const time = read(text);
    if (Number.isNaN(time)) note.fault ??= { rule: `${name} must be ${rule}`, value: text };
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

const READERS: Readonly<Record<keyof typeof RULES, () => (text: string) => number>> = {
  s: () => (text) => {
    const found = SECONDS.exec(text);
    return found ? 1e6 * Number(found[1]) + micros(found[2]) : NaN;
  },
  ms: () => (text) => WHOLE.test(text) ? 1000 * Number(text) : NaN,
  us: () => (text) => {
    const time = WHOLE.test(text) ? Number(text) : NaN;
    return Number.isSafeInteger(time) ? time : NaN;
  },
  ns: () => (text) => NANOS.test(text) ? Number(text.slice(0, -3)) : NaN,
  iso: isoReader,
};

/** The unit that the first row has; the others must follow. */
function deciding(unit: "any" | "ms or us"): TimeReader {
  const [words, units] = unit === "any"
    ? ["seconds, milliseconds, microseconds or nanoseconds since 1970, or ISO 8601", undefined]
    : ["in milliseconds or microseconds", ["ms", "us"]];
  let own: keyof typeof RULES | undefined;
  let read: (text: string) => number = () => NaN;
  return (name, text, note) => {
    const known = own === "iso" ? read(text) : NaN;
    if (!Number.isNaN(known)) return known;
    const seen = unitOf(text);
    if (seen === undefined || !(units?.includes(seen) ?? true)) {
      note.fault ??= { rule: `${name} must be ${words}`, value: text };
      return NaN;
    }
    if (own === undefined) {
      own = seen;
      read = READERS[seen]();
    } else if (own !== seen) {
      const rule = `${name} must be in ${NAMES[own]} as in the first row`;
      note.fault ??= { rule, value: text };
      return NaN;
    }
    const time = read(text);
    if (Number.isNaN(time)) note.fault ??= { rule: `${name} must be ${RULES[own]}`, value: text };
    return time;
  };
}

/** What a time is likely to be, by its length: the four units part by a factor of a thousand. */
function unitOf(text: string): keyof typeof RULES | undefined {
  if (ISO_TIME.test(text)) return "iso";
  const digits = /^(\d+)(\.\d*)?$/.exec(text)?.[1].length ?? 0;
  if (digits === 0) return undefined;
  if (digits <= 11) return "s";
  return digits <= 14 ? "ms" : digits <= 17 ? "us" : digits <= 19 ? "ns" : undefined;
}

import { microseconds, wholeNumber } from "./digits.ts";

/** A time of ISO 8601 in UTC, such as 2024-08-08T23:54:14.087896Z. */
export const ISO_TIME =
  /^(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?:Z|[+-]00:?00| UTC)?$/;

/** The day's length in such a time. */
const DAY = 10;

/**
 * Makes a reader of ISO times, in microseconds; NaN for what is none. The usual form is read as it stands, the day
 * looked up, as most rows are of the day of the row before; a pattern takes several times as long.
 */
export function isoReader(): (bytes: Uint8Array, from: number, to: number) => number {
  const decoder = new TextDecoder();
  const day = new Uint8Array(DAY);
  let midnight = NaN;
  const ofTheDay = (bytes: Uint8Array, from: number) => {
    for (let i = 0; i < DAY; i++) if (bytes[from + i] !== day[i]) return false;
    return true;
  };
  return (bytes, from, to) => {
    const usual = ofTheDay(bytes, from) ? usualForm(bytes, from, to) : NaN;
    if (!Number.isNaN(usual)) return midnight + usual;
    const found = ISO_TIME.exec(decoder.decode(bytes.subarray(from, to)));
    if (found === null) return NaN;
    const [, date, hours, minutes, seconds, fraction = ""] = found;
    if (!ofTheDay(bytes, from)) {
      day.set(bytes.subarray(from, from + DAY));
      midnight = midnightOf(date);
    }
    return midnight + withinDay(
      Number(hours),
      Number(minutes),
      Number(seconds),
      Number(fraction.slice(0, 6).padEnd(6, "0")),
    );
  };
}

/** The first moment of a day, in microseconds; NaN where the month has no such day, which Date.parse counts on from. */
function midnightOf(date: string): number {
  const time = Date.parse(`${date}T00:00:00Z`);
  const real = !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
  return real ? 1000 * time : NaN;
}

function withinDay(hours: number, minutes: number, seconds: number, micros: number): number {
  const real = hours < 24 && minutes < 60 && seconds < 61;
  return real ? 1e6 * (3600 * hours + 60 * minutes + seconds) + micros : NaN;
}

/** The marks of `2024-08-08T23:54:14.087896Z` behind the day. */
const MARKS = [[10, "T"], [13, ":"], [16, ":"], [19, "."]]
  .map(([place, mark]) => [place as number, (mark as string).charCodeAt(0)]);
const Z = "Z".charCodeAt(0);

/** Microseconds since midnight of a time with those marks and one to nine decimals; NaN in any other form. */
function usualForm(bytes: Uint8Array, from: number, to: number): number {
  if (to - from < 22 || bytes[to - 1] !== Z) return NaN;
  for (const [place, mark] of MARKS) if (bytes[from + place] !== mark) return NaN;
  const two = (place: number) => wholeNumber(bytes, from + place, from + place + 2);
  return withinDay(two(11), two(14), two(17), microseconds(bytes, from + 20, to - 1));
}

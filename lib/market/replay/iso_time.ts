/** A time of ISO 8601 in UTC, such as 2024-08-08T23:54:14.087896Z. */
export const ISO_TIME =
  /^(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?:Z|[+-]00:?00| UTC)?$/;

/**
 * Makes a reader of ISO times, in microseconds; NaN for what is none. Days are looked up, as most rows are of the
 * day of the row before, and the usual form is read without a pattern, which takes several times as long.
 */
export function isoReader(): (text: string) => number {
  let [day, midnight] = ["", NaN];
  return (text) => {
    const usual = day !== "" && text.startsWith(day) ? usualForm(text) : NaN;
    if (!Number.isNaN(usual)) return midnight + usual;
    const found = ISO_TIME.exec(text);
    if (found === null) return NaN;
    const [, date, hours, minutes, seconds, fraction] = found;
    if (date !== day) {
      day = date;
      midnight = midnightOf(date);
    }
    return midnight +
      withinDay(Number(hours), Number(minutes), Number(seconds), micros(fraction));
  };
}

/** The first moment of a day, in microseconds; NaN where the month has no such day, which Date.parse counts on from. */
function midnightOf(date: string): number {
  const time = Date.parse(`${date}T00:00:00Z`);
  const real = !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
  return real ? 1000 * time : NaN;
}

/** Decimals of a second, in microseconds; what is finer is cut off. */
export function micros(decimals = ""): number {
  return Number(decimals.slice(0, 6).padEnd(6, "0"));
}

function withinDay(hours: number, minutes: number, seconds: number, micros: number): number {
  const real = hours < 24 && minutes < 60 && seconds < 61;
  return real ? 1e6 * (3600 * hours + 60 * minutes + seconds) + micros : NaN;
}

/** Microseconds since midnight of `2024-08-08T23:54:14.087896Z`, with one to nine decimals; NaN in any other form. */
function usualForm(text: string): number {
  const end = text.length - 1;
  const marks = text[10] === "T" && text[13] === ":" && text[16] === ":" && text[19] === "." &&
    text[end] === "Z" && end > 20 && end <= 29;
  if (!marks) return NaN;
  const two = (at: number) => 10 * digit(text, at) + digit(text, at + 1);
  let fraction = 0;
  for (let at = 20; at < end; at++) {
    const value = digit(text, at);
    if (Number.isNaN(value)) return NaN;
    if (at < 26) fraction = 10 * fraction + value;
  }
  fraction *= 10 ** Math.max(0, 26 - end);
  return withinDay(two(11), two(14), two(17), fraction);
}

function digit(text: string, at: number): number {
  const value = text.charCodeAt(at) - 48;
  return value >= 0 && value <= 9 ? value : NaN;
}

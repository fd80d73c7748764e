import { checkFinite, checkThat } from "../../check.ts";

/**
 * A time as ISO 8601 has it, in UTC, with as many digits of a second as it needs, at most six.
 *
 * @param time Microseconds since 1970.
 * @returns Such as `2024-08-08T23:54:14.087896Z`.
 */
export function utc(time: number): string {
  return inMicroseconds(time).replace(/\.?0+Z$/, "Z");
}

/**
 * The times of a column, all with as many digits: none of a second where all are whole, else six. A reader that takes
 * the first row's form for everybody's, as pandas does, reads them all.
 *
 * @param times Microseconds since 1970.
 */
export function utcColumn(times: readonly number[]): readonly string[] {
  const whole = times.every((time) => Math.round(time) % 1e6 === 0);
  return times.map(whole ? utc : inMicroseconds);
}

function inMicroseconds(time: number): string {
  const rounded = Math.round(time);
  const seconds = Math.floor(rounded / 1e6);
  const rest = String(rounded - 1e6 * seconds).padStart(6, "0");
  return `${new Date(1000 * seconds).toISOString().slice(0, 19)}.${rest}Z`;
}

/** A clock of its own counts from midnight, or from a moment within two days of its zero. */
const OWN_CLOCK = 2 * 86_400e6;
/**
 * No recording begins before 1990 or goes beyond 2100, in microseconds: a time that does is in another unit.
 */
export const [EARLIEST, LATEST] = [Date.UTC(1990) * 1000, Date.UTC(2100) * 1000];

/** Refuses a start that can be none, as `Date.now()` in milliseconds: 1.7·10¹² microseconds are a day in 1970. */
export function checkStart(action: string, start: number): void {
  checkFinite(action, "start", start);
  const rule =
    "in microseconds since 1970, between 1990 and 2100, or within two days of a zero of its own";
  const known = Math.abs(start) <= OWN_CLOCK || start >= EARLIEST && start <= LATEST;
  checkThat(action, "start", rule, start, known);
}

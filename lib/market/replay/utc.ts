/**
 * A time as ISO 8601 has it, in UTC, with as many digits of a second as it needs, at most six.
 *
 * @param time Microseconds since 1970.
 * @returns Such as `2024-08-08T23:54:14.087896Z`.
 */
export function utc(time: number): string {
  const seconds = Math.floor(time / 1e6);
  const rest = String(Math.round(time - 1e6 * seconds)).padStart(6, "0").replace(/0+$/, "");
  const whole = new Date(1000 * seconds).toISOString().slice(0, 19);
  return `${whole}${rest === "" ? "" : `.${rest}`}Z`;
}

const ZERO = 48;
/** The decimal point. */
export const POINT = 46;
/** Powers of ten that a float holds exactly, far enough for the digits of one. */
const POWERS = Float64Array.from({ length: 17 }, (_, i) => Number(`1e${i}`));
/** So many digits fit into a float. */
const EXACT = 15;

/** Where the digits that begin at a place end. */
export function endOfDigits(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && bytes[at] >= ZERO && bytes[at] <= ZERO + 9) at++;
  return at;
}

/**
 * A whole number written in digits alone; NaN for anything else, and for nothing. Beyond fifteen digits it is
 * rounded.
 */
export function wholeNumber(bytes: Uint8Array, from: number, to: number): number {
  let value = from < to ? 0 : NaN;
  for (let at = from; at < to; at++) {
    const digit = bytes[at] - ZERO;
    if (digit < 0 || digit > 9) return NaN;
    value = 10 * value + digit;
  }
  return value;
}

/**
 * A number written in digits with at most one point, not before the first of them; NaN for anything else, and
 * where there are more digits than a float holds: what is given is rounded as `Number` would round it.
 */
export function decimalNumber(bytes: Uint8Array, from: number, to: number): number {
  let [value, point] = [0, to];
  for (let at = from; at < to; at++) {
    const digit = bytes[at] - ZERO;
    if (digit >= 0 && digit <= 9) value = 10 * value + digit;
    else if (bytes[at] === POINT && point === to && at > from) point = at;
    else return NaN;
  }
  const decimals = Math.max(0, to - point - 1);
  const digits = to - from - (point < to ? 1 : 0);
  // Both are exact, so the quotient is the float nearest to the decimals.
  return digits > 0 && digits <= EXACT ? value / POWERS[decimals] : NaN;
}

/**
 * Decimals of a second, one to nine or none, in microseconds; what is finer is cut off. NaN for anything else.
 */
export function microseconds(bytes: Uint8Array, from: number, to: number): number {
  if (from >= to) return 0;
  if (to - from > 9 || Number.isNaN(wholeNumber(bytes, from, to))) return NaN;
  const end = Math.min(to, from + 6);
  return wholeNumber(bytes, from, end) * POWERS[6 - (end - from)];
}

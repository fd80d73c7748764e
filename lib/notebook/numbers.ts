import { plural } from "../plural.ts";

/** What a chart or a page may hold in place of a number: null where there is none. */
export type Shown = number | null;

/** Digits that a chart keeps of every number: more than an eye can see, few enough to stay small. */
const CHART_DIGITS = 6;

/**
 * Rounds to significant digits, and turns what JSON cannot hold into null.
 *
 * @param digits How many significant digits are kept. @default {6}
 * @returns The nearest number with so many digits; null for NaN and ±Infinity.
 */
export function significant(value: number, digits: number = CHART_DIGITS): Shown {
  if (!Number.isFinite(value)) return null;
  return Number(value.toPrecision(digits)) + 0;
}

/** A column of numbers as a chart holds them: rounded, null where there is no number. */
export function shownColumn(values: ArrayLike<number>): readonly Shown[] {
  return Array.from(values, (value) => significant(value));
}

/**
 * A number as prose and labels show it: few digits, a true minus sign, thin spaces between thousands.
 *
 * @param digits Significant digits kept at least; digits before the point are never cut. @default {4}
 * @returns The number as text; an en dash where there is none.
 */
export function readable(value: number, digits = 4): string {
  if (!Number.isFinite(value)) return noNumber(value);
  if (value === 0) return "0";
  const size = Math.abs(value);
  const sign = value < 0 ? "−" : "";
  if (size < 1e-4 || size >= 1e15) return sign + scientific(size, digits);
  const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(size)));
  const [whole, fraction = ""] = size.toFixed(Math.min(decimals, 12)).split(".");
  const kept = fraction.replace(/0+$/, "");
  return sign + grouped(whole) + (kept === "" ? "" : `.${kept}`);
}

/** What stands where there is no finite number. */
export function noNumber(value: number): string {
  return Number.isNaN(value) ? "–" : value > 0 ? "∞" : "−∞";
}

/** A whole number's digits in groups of three, from five digits on. */
export function grouped(whole: string): string {
  return whole.length < 5 ? whole : whole.replace(/\B(?=(\d{3})+$)/g, "\u202f");
}

/** So many of something: `1 row`, `20\u202f000 paths`. */
export function counted(count: number, what: string): string {
  return `${grouped(String(count))} ${plural(what, count)}`;
}

/** The smallest and the largest of any number of numbers; what is no number does not count. */
export function extremes(values: ArrayLike<number>): readonly [low: number, high: number] {
  let low = Infinity, high = -Infinity;
  for (let i = 0; i < values.length; i++) {
    if (values[i] < low) low = values[i];
    if (values[i] > high) high = values[i];
  }
  return [low, high];
}

/** A share as a percentage of three digits. */
export function percent(share: number): string {
  return `${readable(100 * share, 3)} %`;
}

function scientific(size: number, digits: number): string {
  const [mantissa, exponent] = size.toExponential(digits - 1).split("e");
  const kept = mantissa.replace(/\.?0+$/, "");
  return `${kept}e${exponent.replace("+", "").replace("-", "−")}`;
}

/** A number with so many decimals, with a true minus sign and no minus before zero. */
export function decimals(value: number, digits: number): string {
  if (!Number.isFinite(value)) return noNumber(value);
  const text = Math.abs(value).toFixed(digits);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}

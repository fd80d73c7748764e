import { extremes, readable } from "./numbers.ts";

/** Significant digits of a number; digits before the point are never cut. */
const DIGITS = 6;
/** Lists of more numbers than this are told in a line. */
const MOST = 12;
/** How deep records are looked into: as deep as they are printed. */
const DEPTH = 4;

/**
 * A value as it is printed for a reader: numbers with six digits, and a long list of numbers told in a line.
 * Records and lists are copied; all else is the value itself.
 *
 * @returns The value, or its shorter stand-in.
 */
export function abridged(value: unknown, depth: number = DEPTH): unknown {
  if (typeof value === "number") return rounded(value);
  if (depth < 0 || typeof value !== "object" || value === null) return value;
  if (isNumbers(value)) return value.length > MOST ? told(value) : shortList(value);
  if (Array.isArray(value)) return changed(value, value.map((one) => abridged(one, depth - 1)));
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  const parts = Object.entries(value).map(([name, part]) => [name, abridged(part, depth - 1)]);
  const copy = Object.fromEntries(parts);
  return Object.keys(copy).some((name) => copy[name] !== Reflect.get(value, name)) ? copy : value;
}

function rounded(value: number): number {
  if (!Number.isFinite(value) || Number.isInteger(value)) return value;
  const whole = Math.ceil(Math.log10(Math.abs(value)));
  return Number(value.toPrecision(Math.min(Math.max(DIGITS, whole), 17)));
}

type Numbers = readonly number[] | Float64Array | Int32Array;

function isNumbers(value: object): value is Numbers {
  if (ArrayBuffer.isView(value)) return typeof Reflect.get(value, 0) === "number";
  return Array.isArray(value) && value.length > 0 &&
    value.every((one) => typeof one === "number");
}

function shortList(value: Numbers): unknown {
  return changed(value, value.map((one) => rounded(one)) as Numbers);
}

/** The copy, or the value itself where they are the same. */
function changed<T extends ArrayLike<unknown>>(value: T, copy: T): T {
  return Array.from(copy).every((one, i) => Object.is(one, value[i])) ? value : copy;
}

/** A long list in a line, printed as it stands by Deno's printer and by Node's. */
function told(values: Numbers): object {
  const show = (value: number) => readable(value, 5);
  const [low, high] = extremes(values);
  const range = low > high ? "none of them known" : `${show(low)} … ${show(high)}`;
  const first = Array.from(values.slice(0, 3), show).join(", ");
  const last = show(values[values.length - 1]);
  const line = `${values.length} numbers in ${range}: ${first}, …, ${last}`;
  const print = () => `[ ${line} ]`;
  return {
    [Symbol.for("Deno.customInspect")]: print,
    [Symbol.for("nodejs.util.inspect.custom")]: print,
  };
}

import { shapeOf } from "./shapes.ts";

/** Lists of so many plain values are shown as they are. */
const SHORT = 8;

/**
 * How an error shows the value it was given: what it is to the library, never `[object Object]`.
 *
 * @param value Anything.
 * @returns Words, such as `42`, `"x"`, `a tape` or `a record of bid, ask`.
 */
export function shown(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(clipped(value));
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "function") {
    return value.name === "" ? "a function" : `the function ${value.name}`;
  }
  if (typeof value !== "object" || value === null) return String(value);
  if (Array.isArray(value)) return shownList(value);
  if (ArrayBuffer.isView(value)) {
    return `a ${tagOf(value)} of ${Reflect.get(value, "length")} values`;
  }
  if (value instanceof Promise) return "a promise, which has to be awaited";
  if (tagOf(value) !== "Object") return `a ${tagOf(value)}`;
  return shapeOf(value)?.noun ?? shownRecord(value);
}

/** Whether a value is a record: neither a list nor a thing of a class of JavaScript's own. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && tagOf(value) === "Object";
}

function tagOf(value: object): string {
  return Object.prototype.toString.call(value).slice("[object ".length, -1);
}

function clipped(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 60)}…`;
}

function shownList(list: readonly unknown[]): string {
  const plain = list.every((one) => typeof one !== "object" && typeof one !== "function");
  if (plain && list.length <= SHORT) return `[${list.map(shown).join(",")}]`;
  const [first] = list;
  const noun = typeof first === "number" ? "a number" : shown(first);
  return `a list of ${list.length}, the first ${noun}`;
}

function shownRecord(record: object): string {
  const keys = Object.keys(record);
  if (keys.length === 0) return "an empty record";
  const few = keys.slice(0, SHORT).join(", ") + (keys.length > SHORT ? ", …" : "");
  const inner: unknown = Reflect.get(record, keys[0]);
  const shape = isRecord(inner) ? shapeOf(inner) : undefined;
  return shape === undefined
    ? `a record of ${few}`
    : `a record with ${shape.noun} under each name, ${few}`;
}

/**
 * Kinds of arguments, each a check that refuses a value in words under the name it has in the call.
 *
 * @module
 */
import {
  checkFinite,
  checkKeys,
  checkNonNegative,
  checkPositive,
  checkShape,
  checkThat,
  checkWhole,
  type KeysOf,
  type Kind,
  refuseOthers,
} from "./check.ts";
import { type Shape, type ShapeName, shapeOf, shapes } from "./shapes.ts";
import { isRecord } from "./shown.ts";

const plain = (rule: string, holds: (value: unknown) => boolean): Kind => (action, name, value) =>
  checkShape(action, name, rule, value, holds(value));

/** A number, NaN among them. */
export const number: Kind = plain("a number", (value) => typeof value === "number");

/** A finite number. */
export const finite: Kind = (action, name, value) =>
  void checkFinite(action, name, value as number);

/** A finite number above zero. */
export const positive: Kind = (action, name, value) =>
  void checkPositive(action, name, value as number);

/** A finite number that is not below zero. */
export const nonNegative: Kind = (action, name, value) =>
  void checkNonNegative(action, name, value as number);

/** A whole number of at least so many. */
export const wholeFrom = (least: number): Kind => (action, name, value) =>
  void checkWhole(action, name, value as number, least);

/** A share or a probability that is neither 0 nor 1. */
export const share: Kind = (action, name, value) => {
  const inside = typeof value === "number" && value > 0 && value < 1;
  checkThat(action, name, "above 0 and below 1", value, inside);
};

/** A list or a column of numbers, NaN and Infinity among them. */
export const numbers: Kind = (action, name, value) => {
  const column = ArrayBuffer.isView(value) && !(value instanceof DataView) &&
    !/^Big/.test(value.constructor.name);
  if (!column) listOf("numbers", number)(action, name, value);
};

/** Two numbers. */
export const pair: Kind = (action, name, value) => {
  numbers(action, name, value);
  const { length } = value as ArrayLike<number>;
  checkShape(action, name, "two numbers", value, length === 2);
};

/** Some text. */
export const text: Kind = plain("a text", (value) => typeof value === "string");

/** True or false. */
export const flag: Kind = plain("true or false", (value) => typeof value === "boolean");

/** A function, told in the words of `rule`. */
export const called = (rule: string): Kind =>
  plain(
    rule,
    (value) =>
      typeof value === "function" && !/^class\b/.test(Function.prototype.toString.call(value)),
  );

/** A function. */
export const callable: Kind = called("a function");

/** A seed. */
export const seed: Kind = plain(
  "text or a finite number",
  (value) => typeof value === "string" || Number.isFinite(value),
);

/** Any record. */
export const record: Kind = plain("a record", isRecord);

/** One of some words. */
export const word = (...words: readonly string[]): Kind =>
  plain(`one of ${words.join(", ")}`, (value) => words.includes(value as string));

/** A value that may be left out. */
export const maybe = (kind: Kind): Kind => (action, name, value) => {
  if (value !== undefined) kind(action, name, value);
};

/** A list with all its values of a kind; `words` says of what. */
export const listOf = (words: string, kind: Kind, least = 0): Kind => (action, name, value) => {
  const rule = `a list of ${words}` +
    (least > 0 ? `, at least ${least === 1 ? "one" : least}` : "");
  const list = Array.isArray(value) && value.length >= least;
  checkShape(action, name, rule, value, list);
  // A hole in a list is a value too: none.
  Array.from(value as readonly unknown[], (one, i) => kind(action, `${name}[${i}]`, one));
};

/** A record with any names and all its values of a kind; `words` says of what. */
export const namedBy = (words: string, kind: Kind, least = 0): Kind => (action, name, value) => {
  const rule = `a record of ${words} by name` + (least > 0 ? ", at least one" : "");
  const own = isRecord(value) && shapeOf(value) === undefined && Object.keys(value).length >= least;
  checkShape(action, name, rule, value, own);
  for (const [key, one] of Object.entries(value as object)) kind(action, `${name}.${key}`, one);
};

/** A record with these fields, and whatever else. */
export const having =
  (rule: string, fields: Readonly<Record<string, Kind>>): Kind => (action, name, value) => {
    checkShape(action, name, rule, value, isRecord(value));
    for (const [field, kind] of Object.entries(fields)) {
      kind(action, `${name}.${field}`, Reflect.get(value as object, field));
    }
  };

/** A record of these keys and no others. */
export const keyed = <T extends object>(known: KeysOf<T>): Kind => (action, name, value) =>
  checkKeys<T>(action, value as T, known, name);

/** A value that the library makes, told by its fields; it says what makes one. */
export const shaped = (shapeName: ShapeName): Kind => {
  const { noun, from, fields, also }: Shape = shapes[shapeName];
  const rule = `${noun}, such as ${from}`;
  return (action, name, value) => {
    const given = isRecord(value) ? value : {};
    const has = (field: string) => field in given;
    // Whoever forgets but flags is told which, although what is left may be a value of another kind.
    const forgotten = Object.keys(fields).filter((field) => !has(field));
    const meant = forgotten.every((field) => fields[field] === "flag");
    const some = Object.keys(fields).some(has) && (meant || shapeOf(given) === undefined);
    checkShape(action, name, rule, value, some);
    if (also) refuseOthers(action, name, given, [...Object.keys(fields), ...also]);
    for (const [field, kind] of Object.entries(fields)) {
      fieldKind(kind)(action, `${name}.${field}`, given[field]);
    }
  };
};

/** A list of one session or more. */
export const sessionList: Kind = listOf("sessions", shaped("session"), 1);

/** The streams of a seed: by a name they answer a stream, which `streams` itself, not called, does not. */
export const randomStreams: Kind = plain("the streams of a seed, such as streams(1)", (value) => {
  if (typeof value !== "function") return false;
  try {
    const stream: unknown = value("price");
    return isRecord(stream) && "words" in stream && "normals" in stream;
  } catch {
    return false;
  }
});

const plainKinds = { number, numbers, text, flag, function: callable, record } as const;
const made = new Map<string, Kind>();

function fieldKind(field: string): Kind {
  const known = Reflect.get(plainKinds, field) ?? made.get(field);
  if (known !== undefined) return known;
  const kind = field === "list" ? listOf("values", () => {}) : shaped(field as ShapeName);
  made.set(field, kind);
  return kind;
}

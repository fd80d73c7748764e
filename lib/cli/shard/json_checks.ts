/** What is wrong with a JSON value, and where. */
export class BrokenJson extends Error {
  /** The error's name. */
  override name = "BrokenJson";
}

/** A JSON value and where it stands, such as `shard.paths`. */
export interface Place {
  /** The value. */
  readonly value: unknown;
  /** Its path in the file. */
  readonly at: string;
}

function refuse({ value, at }: Place, rule: string): never {
  const shown = value === undefined ? "missing" : JSON.stringify(value).slice(0, 40);
  throw new BrokenJson(`${at} must be ${rule}: current value is ${shown}`);
}

/** A field of an object. */
export function field(place: Place, name: string): Place {
  const { value, at } = place;
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    refuse(place, "an object");
  }
  const fields: Readonly<Record<string, unknown>> = Object.fromEntries(Object.entries(value));
  return { value: fields[name], at: at === "" ? name : `${at}.${name}` };
}

/** The names of an object's fields: at least one, each of those there may be. */
export function namesAt<Name extends string>(
  place: Place,
  known: readonly Name[],
): readonly Name[] {
  const { value } = place;
  const names = typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.keys(value)
    : [];
  const whole = names.length > 0 && names.every((name) => known.includes(name as Name));
  return whole ? names as Name[] : refuse(place, `an object of any of ${known.join(", ")}`);
}

/** A text. */
export function textAt(place: Place): string {
  return typeof place.value === "string" ? place.value : refuse(place, "a text");
}

/** A finite number. */
export function numberAt(place: Place): number {
  return typeof place.value === "number" && Number.isFinite(place.value)
    ? place.value
    : refuse(place, "a number");
}

/** A finite number of at least 0. */
export function sizeAt(place: Place): number {
  return numberAt(place) >= 0 ? numberAt(place) : refuse(place, "a number >= 0");
}

/** A whole number of at least `least`. */
export function wholeAt(place: Place, least = 0): number {
  const value = numberAt(place);
  const rule = least === -Infinity ? "a whole number" : `a whole number >= ${least}`;
  return Number.isSafeInteger(value) && value >= least ? value : refuse(place, rule);
}

/** A list, each of whose items is read alike. */
export function listAt<T>(place: Place, read: (item: Place) => T): readonly T[] {
  const { value, at } = place;
  if (!Array.isArray(value)) return refuse(place, "a list");
  return value.map((item: unknown, i) => read({ value: item, at: `${at}[${i}]` }));
}

/** Refuses a value for which `holds` is false. */
export function requireAt(place: Place, holds: boolean, rule: string): void {
  if (!holds) refuse(place, rule);
}

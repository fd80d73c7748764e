/** How a promise has ended. */
type End = { readonly value: unknown } | { readonly reason: unknown };

/** Promises that are known to have ended. A page's printer cannot look into one, as Deno's can. */
const ends = new WeakMap<Promise<unknown>, End>();
/** How many levels of a value, and how many entries of each, are printed. */
const LEVELS = 4, ENTRIES = 100;

/**
 * Learns which promises of a value have ended, so that they print as what they hold.
 *
 * @param value A value that is about to be printed.
 * @param levels How deep it is printed. @default {4}
 */
export async function learnEnds(value: unknown, levels: number = LEVELS): Promise<void> {
  await Promise.all([...promisesIn(value, levels)].map(async (promise) => {
    const end = await Promise.race([
      promise.then((value) => ({ value }), (reason) => ({ reason })),
      // A promise that has ended tells of it before this one does.
      Promise.resolve().then(() => {}).then(() => undefined),
    ]);
    // Having looked at it must not keep quiet how it fails later.
    if (end === undefined) return void promise.then();
    ends.set(promise, end);
    if ("value" in end) await learnEnds(end.value, levels - 1);
  }));
}

function* promisesIn(value: unknown, levels: number): Generator<Promise<unknown>> {
  if (value instanceof Promise) yield value;
  else if (levels >= 0) { for (const part of partsOf(value)) yield* promisesIn(part, levels - 1); }
}

/** What is printed of a list, a plain record, a map or a set; getters are not called. */
function partsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.slice(0, ENTRIES);
  if (value instanceof Map) return [...value.values()].slice(0, ENTRIES);
  if (value instanceof Set) return [...value].slice(0, ENTRIES);
  if (typeof value !== "object" || value === null) return [];
  if (Object.getPrototypeOf(value) !== Object.prototype) return [];
  return Object.values(Object.getOwnPropertyDescriptors(value)).map(({ value }) => value);
}

type Inspect = (value: unknown, options: object) => string;

/** Lets the printer show how promises have ended, where {@linkcode learnEnds} knows. */
export function showEnds(): void {
  Object.defineProperty(Promise.prototype, Symbol.for("nodejs.util.inspect.custom"), {
    configurable: true,
    value(this: Promise<unknown>, depth: number, options: object, inspect: Inspect) {
      const end = ends.get(this);
      if (end === undefined) return "Promise { <pending> }";
      const shown = (value: unknown) => inspect(value, { ...options, depth: depth - 1 });
      const text = "value" in end ? shown(end.value) : `<rejected> ${shown(end.reason)}`;
      return text.includes("\n")
        ? `Promise {\n  ${text.replaceAll("\n", "\n  ")}\n}`
        : `Promise { ${text} }`;
    },
  });
}

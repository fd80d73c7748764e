/** How a promise has ended. */
type End = { readonly value: unknown } | { readonly reason: unknown };

/** Promises that are known to have ended. A page's printer cannot look into one, as Deno's can. */
const ends = new WeakMap<Promise<unknown>, End>();
/** How many levels of a value, and how many entries of each, are printed. */
const LEVELS = 4, ENTRIES = 100;

/**
 * Learns which promises of a value have ended, so that they print as what they hold.
 *
 * @param levels How deep it is printed. @default {4}
 */
export async function learnEnds(value: unknown, levels: number = LEVELS): Promise<void> {
  await Promise.all([...promisesIn(value, levels)].map(async (promise) => {
    const end = await learnEnd(promise);
    if (end && "value" in end) await learnEnds(end.value, levels - 1);
  }));
}

/** Learns whether a promise has ended by now: the answer is there a moment later. */
async function learnEnd(promise: Promise<unknown>): Promise<End | undefined> {
  let end = ends.get(promise);
  if (end !== undefined) return end;
  promise.then((value) => end ??= { value }, (reason) => end ??= { reason });
  // A promise that has ended is heard before whoever asks after it; one that ends meanwhile is heard later.
  await undefined;
  // Having looked at it must not keep quiet how it fails later.
  if (end === undefined) promise.then();
  else ends.set(promise, end);
  return end;
}

/** A promise that was met in a print, at its mark. */
interface Met {
  readonly promise: Promise<unknown>;
  readonly shown: (value: unknown) => string;
}

let met: Met[] | undefined;
/** Marks in a text stand for what promises hold. */
const MARK = /\uE000(\d+)\uE001/g;

/**
 * Prints values as they are now. What promises hold comes a moment later, as a page cannot look into them.
 *
 * @param print Makes the text.
 * @returns The text; a promise of it where it has promises.
 */
export function printedNow(print: () => string): string | Promise<string> {
  const here: Met[] = met = [];
  try {
    const text = print();
    return here.length === 0 ? text : filled(text, here);
  } finally {
    met = undefined;
  }
}

async function filled(text: string, here: readonly Met[]): Promise<string> {
  const held = await Promise.all(here.map(async ({ promise, shown }) => {
    const end = await learnEnd(promise);
    return end === undefined ? PENDING : printedNow(() => endText(end, shown));
  }));
  return text.replace(MARK, (_, at) => held[Number(at)]);
}

const PENDING = "Promise { <pending> }";

function endText(end: End, shown: (value: unknown) => string): string {
  const text = "value" in end ? shown(end.value) : `<rejected> ${shown(end.reason)}`;
  return text.includes("\n")
    ? `Promise {\n  ${text.replaceAll("\n", "\n  ")}\n}`
    : `Promise { ${text} }`;
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
      const shown = (value: unknown) => inspect(value, { ...options, depth: depth - 1 });
      if (end !== undefined) return endText(end, shown);
      return met === undefined ? PENDING : `\uE000${met.push({ promise: this, shown }) - 1}\uE001`;
    },
  });
}

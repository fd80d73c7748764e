/**
 * Marks by which this library and a kernel know each other: Deno's, and ours in a page.
 *
 * @module
 */

/** The mark of a kernel whose cells end with their outputs sent. */
export const flushed: symbol = Symbol.for("@digital-market-maker/lab flushed");
const lookMark = Symbol.for("@digital-market-maker/lab look");

/** Lets values look as a function says, before they are sent: cells' last ones and those displayed. */
export function lookAtResults(by: (value: unknown) => unknown): void {
  Reflect.set(globalThis, lookMark, by);
}

/** A value as it is sent: itself, or what {@linkcode lookAtResults} put in its place. */
export function looked(value: unknown): unknown {
  const look = Reflect.get(globalThis, lookMark);
  return typeof look === "function" ? look(value) : value;
}

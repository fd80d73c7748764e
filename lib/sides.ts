import { checkKeys, checkNonNegative, checkPositive, checkThat } from "./check.ts";
import { isRecord } from "./shown.ts";

/** One number a side. */
export interface BothSides {
  /** For orders that hit our bid. */
  readonly bid: number;
  /** For orders that hit our ask. */
  readonly ask: number;
}

/** A number for both sides of the book, or one each. */
export type Sides = number | BothSides;

/** What holds of each side. */
export function eachSide(value: (side: "bid" | "ask") => number): BothSides {
  return { bid: value("bid"), ask: value("ask") };
}

/** Reads one number or two as two, each > 0. */
export function positiveSides(action: string, name: string, value: Sides): BothSides {
  return sidesOf(action, name, value, "a number > 0 or { bid, ask }", checkPositive);
}

/** Reads one number or two as two, each >= 0. */
export function nonNegativeSides(action: string, name: string, value: Sides): BothSides {
  return sidesOf(action, name, value, "a number >= 0 or { bid, ask }", checkNonNegative);
}

function sidesOf(
  action: string,
  name: string,
  value: Sides,
  rule: string,
  check: typeof checkPositive,
): BothSides {
  if (typeof value === "number") {
    check(action, name, value);
    return { bid: value, ask: value };
  }
  checkThat(action, name, rule, value, isRecord(value));
  checkKeys<BothSides>(action, value, { bid: true, ask: true }, name);
  checkThat(action, name, rule, value, "bid" in value && "ask" in value);
  check(action, `${name}.bid`, value.bid);
  check(action, `${name}.ask`, value.ask);
  return { bid: value.bid, ask: value.ask };
}

/**
 * Refuses sides that differ, where there is no formula for them.
 *
 * @param action What could not be done.
 * @param name Which number.
 * @param value One number or two.
 * @param instead Who serves sides that differ.
 */
export function evenSides(action: string, name: string, value: Sides, instead: string): number {
  const { bid, ask } = positiveSides(action, name, value);
  if (bid === ask) return bid;
  throw new RangeError(
    `Cannot ${action} as ${name} must be the same for bid and ask: current value is bid ${bid}, ask ${ask}; ` +
      `${instead} serves sides that differ`,
  );
}

/** A number that a text claims, beside the one that was computed. */
export interface ClaimedNumber {
  /** The number computed. */
  readonly value: number;
  /** The number in the text. */
  readonly claimed: number;
  /** How far apart they may be: half a unit of the last digit in the text. */
  readonly within: number;
}

/**
 * A number in a text, to be checked by {@linkcode claims}.
 *
 * @param value The number computed.
 * @param claimed The number in the text.
 * @param within How far apart they may be: half a unit of the last digit in the text.
 * @returns The three together.
 *
 * @example
 * ```ts
 * import { claims, near } from "@digital-market-maker/lab/notebook";
 *
 * claims({ "pi is 3.14": near(Math.PI, 3.14, 0.005) });
 * ```
 */
export function near(value: number, claimed: number, within: number): ClaimedNumber {
  return { value, claimed, within };
}

/**
 * Checks what a chapter's text claims, so that no sentence outlives its number.
 *
 * @param stated What the text says, in its words, with whether it holds or the number behind it.
 * @returns How many claims hold: all of them.
 * @throws {Error} Where a claim does not hold; the message names every one with its number.
 *
 * @example
 * ```ts
 * import { claims } from "@digital-market-maker/lab/notebook";
 * import { assertEquals, assertThrows } from "@std/assert";
 *
 * assertEquals(claims({ "two is even": 2 % 2 === 0 }), "1 claim of this chapter holds.");
 * assertThrows(() => claims({ "two is odd": 2 % 2 === 1 }), Error, "two is odd");
 * ```
 */
export function claims(stated: Readonly<Record<string, boolean | ClaimedNumber>>): string {
  const wrong = Object.entries(stated).flatMap(([words, claim]) => {
    if (typeof claim === "boolean") return claim ? [] : [words];
    const { value, claimed, within } = claim;
    const holds = Math.abs(value - claimed) <= within;
    return holds ? [] : [`${words} (the number is ${value}, not ${claimed} ± ${within})`];
  });
  if (wrong.length > 0) throw new Error(`What the text says does not hold: ${wrong.join("; ")}`);
  const count = Object.keys(stated).length;
  return count === 1
    ? "1 claim of this chapter holds."
    : `All ${count} claims of this chapter hold.`;
}

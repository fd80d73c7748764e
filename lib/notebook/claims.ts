import { isRecord } from "../shown.ts";
import { checkFinite, checkNonNegative, checkThat } from "../check.ts";
import { keyed, namedBy, number } from "../kinds.ts";
import { type Displayable, displayMethod } from "./display.ts";
import { tableBundle } from "./html_table.ts";
import { inKernel } from "./kernel.ts";
import { readable } from "./numbers.ts";

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
 * @throws {RangeError} Where the claimed number is not finite, or the distance allowed negative.
 *
 * @example
 * ```ts
 * import { claims, near } from "@digital-market-maker/lab/notebook";
 *
 * claims({ "pi is 3.14": near(Math.PI, 3.14, 0.005) });
 * ```
 */
export function near(value: number, claimed: number, within: number): ClaimedNumber {
  const action = "state a number";
  number(action, "value", value);
  checkFinite(action, "claimed", claimed);
  checkNonNegative(action, "within", within);
  return { value, claimed, within };
}

/** One claim of a text, beside what the code gives now. */
export interface CheckedClaim {
  /** The claim, in the text's words. */
  readonly claim: string;
  /** What the text says: its number, or yes. */
  readonly text: string;
  /** What was computed, with as many digits as the text can be held to. */
  readonly now: string;
  /** Whether the two agree. */
  readonly holds: boolean;
}

/** What {@linkcode claims} found; in a notebook it shows as a table. */
export interface CheckedClaims extends Displayable {
  /** The claims in their order. */
  readonly rows: readonly CheckedClaim[];
  /** Whether all of them hold. */
  readonly hold: boolean;
}

/** The variable by which the notebooks' runner asks that a wrong claim end the run, and its value. */
export const strictClaims: readonly [name: string, value: string] = ["LAB_CLAIMS", "throw"];

/**
 * Checks what a chapter's text claims, so that no sentence outlives its number.
 *
 * A reader who has changed a number above finds a cross beside every sentence that belongs to the chapter's own
 * setting. Where the course is run to be published, a cross ends the run.
 *
 * @param stated What the text says, in its words, with whether it holds or the number behind it.
 * @returns Every claim with what the text says and what is so now: a small table.
 * @throws {Error} In the runner alone, where a claim does not hold; the message names every such one.
 *
 * @example
 * ```ts
 * import { claims, near } from "@digital-market-maker/lab/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(claims({ "two is even": 2 % 2 === 0 }).hold, true);
 *
 * const [pi] = claims({ "pi is about three": near(Math.PI, 3, 0.05) }).rows;
 * assertEquals(pi, { claim: "pi is about three", text: "3", now: "3.1", holds: false });
 * ```
 */
export function claims(stated: Readonly<Record<string, boolean | ClaimedNumber>>): CheckedClaims {
  const claimed = keyed<ClaimedNumber>({
    value: number,
    claimed: number,
    within: number,
  });
  namedBy("claims", (action, name, value) => {
    if (typeof value === "boolean") return;
    const rule = "true, false or near(value, claimed, within)";
    checkThat(action, name, rule, value, isRecord(value));
    claimed(action, name, value);
  })("check claims", "stated", stated);
  const rows = Object.entries(stated).map(([words, claim]) => checked(words, claim));
  const wrong = Object.keys(stated).filter((_, i) => !rows[i].holds);
  if (wrong.length > 0 && isRunner()) {
    const found = wrong.map((words) => sentence(words, stated[words]));
    throw new Error(`What the text says does not hold: ${found.join("; ")}`);
  }
  const body = rows.map(({ claim, text, now, holds }) => [claim, text, now, holds ? "✓" : "✗"]);
  const table = {
    head: ["claim", "text", "now", "holds"],
    body,
    numeric: [false, true, true, false],
    caption: verdict(rows.length, wrong.length),
  };
  return { rows, hold: wrong.length === 0, [displayMethod]: () => tableBundle(table) };
}

function checked(claim: string, stated: boolean | ClaimedNumber): CheckedClaim {
  if (typeof stated === "boolean") {
    return { claim, text: "yes", now: stated ? "yes" : "no", holds: stated };
  }
  const { value, claimed, within } = stated;
  const holds = Math.abs(value - claimed) <= within;
  let digits = digitsOf(stated);
  // A number that is wrong never looks right.
  while (!holds && digits < 15 && readable(value, digits) === readable(claimed, digits)) digits++;
  return { claim, text: readable(claimed, digits), now: readable(value, digits), holds };
}

/** The digits of a number that is given to half a unit of its last one. */
function digitsOf({ value, claimed, within }: ClaimedNumber): number {
  const size = Math.max(Math.abs(value), Math.abs(claimed));
  const digits = Math.ceil(Math.log10(size / (2 * within)));
  return Number.isFinite(digits) ? Math.min(Math.max(digits, 2), 6) : 6;
}

function sentence(words: string, stated: boolean | ClaimedNumber): string {
  if (typeof stated === "boolean") return words;
  const { value, claimed, within } = stated;
  return `${words} (the number is ${value}, not ${claimed} ± ${within})`;
}

function verdict(count: number, wrong: number): string {
  if (wrong === 0) {
    return count === 1 ? "The claim holds." : `All ${count} claims hold.`;
  }
  const belong = wrong === 1 ? "it belongs" : "they belong";
  return `${wrong} of ${count} ${
    count === 1 ? "claim does" : "claims do"
  } not hold now: ${belong} to ` +
    "the chapter’s own setting, and something above was changed.";
}

function isRunner(): boolean {
  if (!inKernel()) return false;
  const [name, value] = strictClaims;
  return Deno.env.get(name) === value;
}

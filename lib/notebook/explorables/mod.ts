/**
 * Live pictures: the library itself, bundled into a notebook's output, with sliders that need no kernel.
 *
 * Drawn by a few files of our own SVG and no charting library: the same code draws the live picture in
 * the page and, without a page, the static one; it prints, follows the page's colours and weighs 5 KB.
 *
 * @module
 */
import type { Displayable } from "../display.ts";
import { distributionExplorable } from "./distribution_explorer.ts";
import type { DistributionValues } from "./distribution_explorer_model.ts";
import { liquidationExplorable } from "./liquidation_puzzle.ts";
import type { ComparedRule, LiquidationValues } from "./liquidation_puzzle_model.ts";
import { explorableOutput } from "./output.ts";
import { quoteLadderExplorable } from "./quote_ladder.ts";
import type { QuoteLadderValues } from "./quote_ladder_model.ts";
import { sessionPlayerExplorable } from "./session_player.ts";
import type { SessionPlayerValues } from "./session_player_model.ts";

export type {
  ComparedRule,
  DistributionValues,
  LiquidationValues,
  QuoteLadderValues,
  SessionPlayerValues,
};

/**
 * Where Avellaneda–Stoikov quotes: γ, σ, k, A, q and T − t against reservation price, bid and ask, with the
 * paper's and the README's spread.
 *
 * @param initial Where the sliders start. @default {the paper's parameters, holding 2 units}
 * @returns A value that shows itself in a notebook.
 * @throws {RangeError} Where a number is outside its slider.
 * @throws {TypeError} Where there is no such slider.
 *
 * @example
 * ```ts
 * import { displayMethod, quoteLadder } from "@digital-market-maker/lab/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(displayMethod in quoteLadder({ riskAversion: 0.05, inventory: -4 }), true);
 * ```
 */
export function quoteLadder(initial: Partial<QuoteLadderValues> = {}): Displayable {
  return explorableOutput(quoteLadderExplorable, initial);
}

/**
 * Naive and Avellaneda–Stoikov on one tape, step by step: play, pause, scrub, new seed, with the orders that
 * arrive, how far they reach, and what they fill.
 *
 * @param initial Market, seed and step to start from. @default {`readme`, seed 74170, after 60 steps}
 * @returns A value that shows itself in a notebook.
 * @throws {RangeError} Where a number is outside its control.
 * @throws {TypeError} Where there is no such control or market.
 *
 * @example
 * ```ts
 * import { displayMethod, sessionPlayer } from "@digital-market-maker/lab/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(displayMethod in sessionPlayer({ market: "toxic", seed: 7 }), true);
 * ```
 */
export function sessionPlayer(initial: Partial<SessionPlayerValues> = {}): Displayable {
  return explorableOutput(sessionPlayerExplorable, initial);
}

/**
 * The exact law of a day's profit in the paper's market, for Avellaneda–Stoikov, the symmetric strategy of the
 * same average spread, and the optimum of Guéant, Lehalle and Fernandez-Tapia.
 *
 * @param initial Where the sliders start. @default {the paper's parameters}
 * @returns A value that shows itself in a notebook.
 * @throws {RangeError} Where a number is outside its slider.
 * @throws {TypeError} Where there is no such slider.
 *
 * @example
 * ```ts
 * import { displayMethod, distributionExplorer } from "@digital-market-maker/lab/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(displayMethod in distributionExplorer({ volatility: 3 }), true);
 * ```
 */
export function distributionExplorer(initial: Partial<DistributionValues> = {}): Displayable {
  return explorableOutput(distributionExplorable, initial);
}

/**
 * The liquidation puzzle: horizon rule and time left against the lean and the exact law of the inventory.
 *
 * @param initial Where the controls start. @default {the clock, a tenth of the day left}
 * @returns A value that shows itself in a notebook.
 * @throws {RangeError} Where a number is outside its slider.
 * @throws {TypeError} Where there is no such control or rule.
 *
 * @example
 * ```ts
 * import { displayMethod, liquidationPuzzle } from "@digital-market-maker/lab/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(displayMethod in liquidationPuzzle({ rule: "constant", timeLeft: 0 }), true);
 * ```
 */
export function liquidationPuzzle(initial: Partial<LiquidationValues> = {}): Displayable {
  return explorableOutput(liquidationExplorable, initial);
}

export * from "./explorers.ts";
export * from "./games.ts";

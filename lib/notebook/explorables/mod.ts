/**
 * Live pictures: the library itself, bundled into a notebook's output, with sliders that need no kernel.
 *
 * Drawn by a few files of our own SVG and no charting library: the same code draws the live picture in
 * the page and, without a page, the static one; it prints, follows the page's colours and weighs 5 KB.
 *
 * @module
 */
import type { Displayable } from "../display.ts";
import { dayGameExplorable } from "./day_game.ts";
import type { DayGameValues } from "./day_game_model.ts";
import { distributionExplorable } from "./distribution_explorer.ts";
import type { DistributionValues } from "./distribution_explorer_model.ts";
import { liquidationExplorable } from "./liquidation_puzzle.ts";
import type { ComparedRule, LiquidationValues } from "./liquidation_puzzle_model.ts";
import { explorableOutput } from "./output.ts";
import { quoteLadderExplorable } from "./quote_ladder.ts";
import type { QuoteLadderValues } from "./quote_ladder_model.ts";
import { sessionPlayerExplorable } from "./session_player.ts";
import type { SessionPlayerValues } from "./session_player_model.ts";
import { strategyExplorable } from "./strategy_explorer.ts";
import type { StrategyExplorerValues } from "./strategy_explorer_model.ts";

export type {
  ComparedRule,
  DayGameValues,
  DistributionValues,
  LiquidationValues,
  QuoteLadderValues,
  SessionPlayerValues,
  StrategyExplorerValues,
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

/**
 * A day to play: sixty steps, two depths for each, on a tape that the seed has drawn. Every step is judged exactly,
 * by what it costs to play these depths there and the optimum's from then on, and the optimum trades the same tape.
 *
 * @param initial Depths of the sliders, the day's seed, and steps that are played already. @default {an empty day}
 * @returns A value that shows itself in a notebook.
 * @throws {RangeError} Where a number is outside its control.
 * @throws {TypeError} Where there is no such control, or the moves are not depths such as `0.65/0.7`.
 *
 * @example
 * ```ts
 * import { dayGame, displayMethod } from "@digital-market-maker/lab/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(displayMethod in dayGame({ seed: 3, moves: "0.65/0.65 0.7/0.5" }), true);
 * ```
 */
export function dayGame(initial: Partial<DayGameValues> = {}): Displayable {
  return explorableOutput(dayGameExplorable, initial);
}

/**
 * A rule that the reader writes, beside Avellaneda–Stoikov: one tape, the same terms, and the exact mean and deviation
 * of all days where the rule does not read the price.
 *
 * @param initial The rule's lines, the market, the seed. @default {a lean of 0.05 a unit, `readme`, seed 1}
 * @returns A value that shows itself in a notebook.
 * @throws {RangeError} Where a number is outside its control, or a line comes to no number.
 * @throws {TypeError} Where there is no such control or market, or a line cannot be read: it names line and word.
 *
 * @example
 * ```ts
 * import { displayMethod, strategyExplorer } from "@digital-market-maker/lab/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * const rule = "bidDepth = 0.7 + 0.1 * inventory\naskDepth = max(0, 0.7 - 0.1 * inventory)";
 * assertEquals(displayMethod in strategyExplorer({ rule, market: "toxic" }), true);
 * ```
 */
export function strategyExplorer(initial: Partial<StrategyExplorerValues> = {}): Displayable {
  return explorableOutput(strategyExplorable, initial);
}

export * from "./explorers.ts";

import type { Displayable } from "../display.ts";
import { dayGameExplorable } from "./day_game.ts";
import type { DayGameValues } from "./day_game_model.ts";
import { explorableOutput } from "./output.ts";
import { strategyExplorable } from "./strategy_explorer.ts";
import type { StrategyExplorerValues } from "./strategy_explorer_model.ts";

export type { DayGameValues, StrategyExplorerValues };

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

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
import { priceExplorable } from "./price_explorer.ts";
import type { PriceExplorerValues } from "./price_explorer_model.ts";
import { fillExplorable } from "./fill_explorer.ts";
import type { FillExplorerValues } from "./fill_explorer_model.ts";
import { inventoryExplorable } from "./inventory_explorer.ts";
import type { InventoryExplorerValues } from "./inventory_explorer_model.ts";
import { leanExplorable } from "./lean_explorer.ts";
import type { LeanExplorerValues } from "./lean_explorer_model.ts";
import { pairExplorable } from "./pair_explorer.ts";
import type { PairExplorerValues } from "./pair_explorer_model.ts";
import { explorableOutput } from "./output.ts";
import { quoteLadderExplorable } from "./quote_ladder.ts";
import type { QuoteLadderValues } from "./quote_ladder_model.ts";
import { sessionPlayerExplorable } from "./session_player.ts";
import type { SessionPlayerValues } from "./session_player_model.ts";

export type {
  ComparedRule,
  DistributionValues,
  FillExplorerValues,
  InventoryExplorerValues,
  LeanExplorerValues,
  LiquidationValues,
  PairExplorerValues,
  PriceExplorerValues,
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
 * The liquidation puzzle: horizon rule and time left against the skew and the exact law of the inventory.
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
 * Price paths: arithmetic beside geometric Brownian motion, drawn from the same normal numbers, over the band that
 * holds 19 prices in 20, by σ, μ and the number of steps.
 *
 * @param initial Where the controls start. @default {σ 0.4, no drift, 252 steps}
 * @returns A value that shows itself in a notebook.
 * @throws {RangeError} Where a number is outside its slider.
 * @throws {TypeError} Where there is no such control.
 *
 * @example
 * ```ts
 * import { displayMethod, priceExplorer } from "@digital-market-maker/lab/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(displayMethod in priceExplorer({ volatility: 1, steps: 12 }), true);
 * ```
 */
export function priceExplorer(initial: Partial<PriceExplorerValues> = {}): Displayable {
  return explorableOutput(priceExplorable, initial);
}

/**
 * Fill probabilities: A, k and dt against the curve by both fill rules, and orders that rain on a quote that can be
 * dragged from the mid.
 *
 * @param initial Where the controls start. @default {the paper's parameters, an ask at 0.75}
 * @returns A value that shows itself in a notebook.
 * @throws {RangeError} Where a number is outside its slider.
 * @throws {TypeError} Where there is no such control.
 *
 * @example
 * ```ts
 * import { displayMethod, fillExplorer } from "@digital-market-maker/lab/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(displayMethod in fillExplorer({ depth: 1.2, fills: "exact" }), true);
 * ```
 */
export function fillExplorer(initial: Partial<FillExplorerValues> = {}): Displayable {
  return explorableOutput(fillExplorable, initial);
}

/**
 * The naive market maker's inventory: some days of it over the exact bands of inventory and wealth, by spread, order
 * flow and volatility.
 *
 * @param initial Where the controls start. @default {the scenario `readme`}
 * @returns A value that shows itself in a notebook.
 * @throws {RangeError} Where a number is outside its slider.
 * @throws {TypeError} Where there is no such control.
 *
 * @example
 * ```ts
 * import { displayMethod, inventoryExplorer } from "@digital-market-maker/lab/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(displayMethod in inventoryExplorer({ volatility: 3, seed: 7 }), true);
 * ```
 */
export function inventoryExplorer(initial: Partial<InventoryExplorerValues> = {}): Displayable {
  return explorableOutput(inventoryExplorable, initial);
}

/**
 * The lean against inventory: Avellaneda–Stoikov by the clock, its saturating rule, and the exact optimum of Guéant,
 * Lehalle and Fernandez-Tapia, with a charge for what is left at the end.
 *
 * @param initial Where the controls start. @default {the paper's parameters, half the day left, no charge}
 * @returns A value that shows itself in a notebook.
 * @throws {RangeError} Where a number is outside its slider.
 * @throws {TypeError} Where there is no such control.
 *
 * @example
 * ```ts
 * import { displayMethod, leanExplorer } from "@digital-market-maker/lab/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(displayMethod in leanExplorer({ endPenalty: 0.5, timeLeft: 0.1 }), true);
 * ```
 */
export function leanExplorer(initial: Partial<LeanExplorerValues> = {}): Displayable {
  return explorableOutput(leanExplorable, initial);
}

/**
 * Two assets that move together: what the inventory of one does to the quotes of the other, by their correlation.
 *
 * @param initial Where the controls start. @default {correlation 0.8, three units held of the first}
 * @returns A value that shows itself in a notebook.
 * @throws {RangeError} Where a number is outside its slider.
 * @throws {TypeError} Where there is no such control.
 *
 * @example
 * ```ts
 * import { displayMethod, pairExplorer } from "@digital-market-maker/lab/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(displayMethod in pairExplorer({ correlation: -0.5 }), true);
 * ```
 */
export function pairExplorer(initial: Partial<PairExplorerValues> = {}): Displayable {
  return explorableOutput(pairExplorable, initial);
}

import type { Displayable } from "../display.ts";
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

export type {
  FillExplorerValues,
  InventoryExplorerValues,
  LeanExplorerValues,
  PairExplorerValues,
  PriceExplorerValues,
};

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

import { listOf, maybe, numbers, shaped, text } from "../kinds.ts";
import { checkKeys, checkPositive, checkThat } from "../check.ts";
import { askedInWords } from "../strategy/asked_in_words.ts";
import { lotsHeld } from "../strategy/lots.ts";
import type { Quote, Strategy } from "../strategy/strategy.ts";
import { stepAt, type TimeGrid } from "../time_grid.ts";

/** Depths by step and inventory. */
export interface DepthTableOptions {
  /** The session's clock: one row of depths for each of its steps. */
  readonly grid: TimeGrid;
  /** Bid depths, in currency: a row a step, in it the inventories −Q … Q; Infinity for no bid. */
  readonly bidDepth: readonly ArrayLike<number>[];
  /** Ask depths of the same shape. */
  readonly askDepth: readonly ArrayLike<number>[];
  /** Units in one order; > 0. @default {1} */
  readonly orderSize?: number;
  /** The strategy's name. @default {"Depth table"} */
  readonly name?: string;
}

/**
 * A strategy that reads its depths from a table: what a learner has come to, wherever it learned.
 *
 * Beyond the largest inventory Q of the table the row of Q is quoted, without the side that leads farther out.
 *
 * @param options Clock, depths, order size.
 * @returns The strategy.
 * @throws {TypeError} Where the two tables differ in shape, a row does not have an odd number of inventories, or the rows
 * are not as many as the steps.
 * @throws {RangeError} Where a depth is NaN or −Infinity, or the order size is not above zero; when asked, where the time
 * left is none of the clock's, or the inventory no whole number of orders.
 *
 * @example One row of three inventories
 * ```ts
 * import { timeGrid } from "@digital-market-maker/lab";
 * import { depthTable } from "@digital-market-maker/lab/learning";
 * import { assertEquals } from "@std/assert";
 *
 * const { quote } = depthTable({
 *   grid: timeGrid({ horizon: 1, steps: 1 }),
 *   bidDepth: [[0.5, 0.7, Infinity]],
 *   askDepth: [[Infinity, 0.7, 0.5]],
 * });
 * const short = quote({ time: 0, timeLeft: 1, midPrice: 100, inventory: -1 });
 * assertEquals(short, { bidDepth: 0.5, askDepth: Infinity });
 * ```
 */
export function depthTable(options: DepthTableOptions): Strategy {
  const action = "build depthTable";
  checkKeys<DepthTableOptions>(action, options, {
    grid: shaped("grid"),
    bidDepth: listOf("rows of depths", numbers),
    askDepth: listOf("rows of depths", numbers),
    orderSize: true,
    name: maybe(text),
  });
  const { grid, bidDepth, askDepth, orderSize = 1, name = "Depth table" } = options;
  checkPositive(action, "orderSize", orderSize);
  const width = bidDepth[0]?.length ?? 0;
  checkThat(action, "inventories", "an odd number, −Q … Q", `${width}`, width % 2 === 1);
  for (const [side, rows] of Object.entries({ bidDepth, askDepth })) {
    checkThat(
      action,
      `rows of ${side}`,
      `${grid.steps}`,
      `${rows.length}`,
      rows.length === grid.steps,
    );
    for (const row of rows) {
      checkThat(action, `a row of ${side}`, `${width} long`, `${row.length}`, row.length === width);
      const wrong = Array.from(row).find((depth) => !(depth > -Infinity));
      checkThat(action, side, "above -Infinity", wrong, wrong === undefined);
    }
  }
  const most = (width - 1) / 2;
  return askedInWords({
    name,
    readsPrice: false,
    readsTime: true,
    quote({ timeLeft, inventory }): Quote {
      const n = stepAt(grid, timeLeft);
      const lots = lotsHeld(inventory, orderSize);
      const at = most + Math.max(-most, Math.min(most, lots));
      return {
        bidDepth: lots > most ? Infinity : bidDepth[n][at],
        askDepth: lots < -most ? Infinity : askDepth[n][at],
      };
    },
  });
}

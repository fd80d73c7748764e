import { checkFinite, checkThat } from "../check.ts";
import { timeGrid } from "../time_grid.ts";
import { flattens, standing } from "../trading/desk.ts";
import { type Execution, execution } from "../trading/execution.ts";
import { book } from "../trading/ledger.ts";
import type { SteppedOptimumOptions } from "./stepped_optimum.ts";
import type { SteppedSide } from "./stepped_depths.ts";

/** What can be done with one inventory in one step. */
export interface SteppedSides {
  /** What is to come without a fill is worth, in currency. */
  readonly unfilled: number;
  /** The bid. */
  readonly bid: SteppedSide;
  /** The ask. */
  readonly ask: SteppedSide;
}

/**
 * Reads the terms of execution as what a step's two sides can do: all rules are the desk's, all cash is the
 * ledger's, at the initial mid-price.
 *
 * @param action What is built, for messages.
 * @param options Beliefs and terms.
 * @param limit Largest inventory, in lots.
 * @returns For an inventory's index and the worth of every inventory once the price has moved, the sides.
 */
export function steppedSides(
  action: string,
  options: SteppedOptimumOptions,
  limit: number,
): (i: number, moved: Float64Array) => SteppedSides {
  const { scale, flowBias = 0, initialPrice } = options;
  const { dt } = timeGrid(options);
  const { minimumDepth, limit: largest, breach, crossingCost, impact } = options;
  const { rebate = 0, fee = 0, orderSize = 1 } = options;
  const terms = execution({
    rebate,
    fee,
    minimumDepth,
    limit: largest,
    breach,
    crossingCost,
    orderSize,
    impact,
  });
  checkFinite(action, "flowBias", flowBias);
  checkThat(action, "flowBias", "between -1 and 1", flowBias, Math.abs(flowBias) <= 1);
  checkThat(action, "rebate", "between -1 and 1", rebate, Math.abs(rebate) < 1);
  const priced = initialPrice !== undefined || (rebate === 0 && fee === 0);
  checkThat(action, "initialPrice", "given where there are rebates or fees", "none", priced);
  const midPrice = checkFinite(action, "initialPrice", initialPrice ?? 0);
  const extra = rebate * midPrice * orderSize;

  const list = Array.from({ length: 2 * limit + 1 }, (_, i) => {
    const { forced, bidDepth: floor } = standing(ANY, (i - limit) * orderSize, terms);
    const landing = (fills: number) => landed(terms, midPrice, i - limit, fills, forced);
    return { floor, closed: forced !== 0, none: landing(0), bought: landing(1), sold: landing(-1) };
  });
  return (i, moved) => {
    const { floor, closed, none, bought, sold } = list[i];
    const unfilled = moved[none.lots + limit] - none.cost;
    const side = (orders: number, share: number, { lots, held, cost }: Landing): SteppedSide => ({
      expected: scale * dt * orders,
      share: orderSize * share,
      extra,
      floor,
      change: closed || Math.abs(held) > limit ? -Infinity : moved[lots + limit] - cost - unfilled,
    });
    return {
      unfilled,
      bid: side(1 - flowBias, 1 - rebate, bought),
      ask: side(1 + flowBias, 1 + rebate, sold),
    };
  };
}

const ANY = { bidDepth: -Infinity, askDepth: -Infinity };

/** Where a fill leads, in lots, what was held before the limit's rule, and what crossing and impact cost. */
interface Landing {
  readonly lots: number;
  readonly held: number;
  readonly cost: number;
}

function landed(
  terms: Execution,
  midPrice: number,
  from: number,
  fills: number,
  forced: number,
): Landing {
  const { orderSize, impact } = terms;
  const held = from + fills;
  const flat = flattens(held * orderSize, terms);
  const crossed = flat ? -held : forced;
  const lots = held + crossed;
  const { fee, crossing } = book({
    midPrice,
    bought: 0,
    sold: 0,
    bidDepth: 0,
    askDepth: 0,
    crossed: crossed * orderSize,
    crossingCost: flat ? 0 : terms.crossingCost,
  }, terms);
  return { lots, held, cost: fee + crossing + impact * fills * lots * orderSize };
}

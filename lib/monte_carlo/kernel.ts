import type { CompiledPolicies, CompiledPolicy } from "./compiled_policies.ts";
import { ROW } from "./compiled_policies.ts";
import type { Finals } from "./result.ts";

/*
 * The fast simulation: table look-ups in place of quotes, exponentials and objects. Where its speed comes
 * from, by size:
 *
 * - fills are integer comparisons with thresholds tabulated once: no exponential and no logarithm a step;
 * - `(word − threshold) >> 31` is all ones where the word is below: no branch a random number could
 *   mislead. One fill in three makes a branch wrong a third of the time, at 20 cycles each;
 * - two traders share a pass over the tape: each waits for its own last inventory, and while one waits
 *   the processor works for the other;
 * - a trader whose quotes never change needs no table: its fills are counted, and priced at the end;
 * - cash and inventory of every outcome are tabulated too, forced trades and flattening among them.
 */

/** One path's market: the flow's words and the mid-prices. */
export interface DrawnPath {
  /** Words of buy and sell orders, 2n and 2n + 1. */
  readonly words: Int32Array;
  /** Mid-prices S_0 … S_N. */
  readonly midPrice: Float64Array;
}

/** A trader in the kernel: its rows and its results. */
export interface Lane {
  /** Where its rows are. */
  readonly policy: CompiledPolicy;
  /** Where its finals go. */
  readonly finals: Finals;
}

/** Orders held in a row; after the last step by default. */
export function lotsOfRow(row: number, { end }: CompiledPolicy): number {
  return (row - end) / ROW;
}

/**
 * Trades a path for two traders (or one, given twice) and writes profit and final inventory; not for
 * traders that flatten.
 */
export function tradePair(
  { words, midPrice }: DrawnPath,
  { integers, reals }: CompiledPolicies,
  first: Lane,
  second: Lane,
  path: number,
): void {
  const steps = midPrice.length - 1;
  const { leap: leapA } = first.policy, { leap: leapB } = second.policy;
  let a = first.policy.start, b = second.policy.start;
  let cashA = 0, cashB = 0;
  for (let n = 0; n < steps; n++) {
    const buy = words[2 * n] >>> 1, sell = words[2 * n + 1] >>> 1, mid = midPrice[n];
    const askA = buy - integers[a] >> 31, bidA = sell - integers[a | 1] >> 31;
    const askB = buy - integers[b] >> 31, bidB = sell - integers[b | 1] >> 31;
    const outcomeA = a | askA & 8 | bidA & 4, outcomeB = b | askB & 8 | bidB & 4;
    // The next row worked out, not looked up: the next step waits for it.
    a = (a + leapA + (bidA & ROW) - (askA & ROW)) | 0;
    b = (b + leapB + (bidB & ROW) - (askB & ROW)) | 0;
    cashA += reals[outcomeA] * mid + reals[outcomeA | 1];
    cashB += reals[outcomeB] * mid + reals[outcomeB | 1];
  }
  settle(first, path, a, cashA, midPrice[steps]);
  settle(second, path, b, cashB, midPrice[steps]);
}

/**
 * Trades a path for a trader that does not flatten beside one whose policy is steady (or the latter, given
 * twice), and writes what {@linkcode tradePair} does.
 */
export function tradeBesideSteady(
  { words, midPrice }: DrawnPath,
  { integers, reals }: CompiledPolicies,
  first: Lane,
  steady: Lane,
  path: number,
): void {
  const steps = midPrice.length - 1;
  const { leap } = first.policy, { start, end } = steady.policy;
  const askBelow = integers[start], bidBelow = integers[start | 1];
  let a = first.policy.start, cash = 0;
  // Filled orders and the sum of mid-prices they met; negative, as a fill's mask is −1.
  let asks = 0, bids = 0, askMids = 0, bidMids = 0;
  for (let n = 0; n < steps; n++) {
    const buy = words[2 * n] >>> 1, sell = words[2 * n + 1] >>> 1, mid = midPrice[n];
    const ask = buy - integers[a] >> 31, bid = sell - integers[a | 1] >> 31;
    const outcome = a | ask & 8 | bid & 4;
    a = (a + leap + (bid & ROW) - (ask & ROW)) | 0;
    cash += reals[outcome] * mid + reals[outcome | 1];
    const askFill = buy - askBelow >> 31, bidFill = sell - bidBelow >> 31;
    asks = (asks + askFill) | 0;
    bids = (bids + bidFill) | 0;
    askMids += askFill * mid;
    bidMids += bidFill * mid;
  }
  settle(first, path, a, cash, midPrice[steps]);
  const sold = reals[start | 8] * askMids + reals[start | 9] * asks;
  const bought = reals[start | 4] * bidMids + reals[start | 5] * bids;
  settle(steady, path, end + (asks - bids) * ROW, -sold - bought, midPrice[steps]);
}

/** Writes what a path came to: final inventory, and profit at the last mid-price. */
export function settle(
  { policy, finals }: Lane,
  path: number,
  row: number,
  cash: number,
  mid: number,
) {
  const held = lotsOfRow(row, policy) * policy.orderSize;
  finals.finalInventory[path] = held;
  finals.profit[path] = cash + held * mid;
}

import type { CompiledPolicies } from "./compiled_policies.ts";
import { sharpeOfSums } from "./finals.ts";
import { type DrawnPath, type Lane, settle } from "./kernel.ts";

/**
 * Trades a path for two traders (or one, given twice) and writes all finals: extremes, taker units and
 * trades, and per-step Sharpe ratio too.
 */
export function tradePairInFull(
  { words, midPrice }: DrawnPath,
  { integers, reals }: CompiledPolicies,
  first: Lane,
  second: Lane,
  path: number,
): void {
  const steps = midPrice.length - 1;
  let a = first.policy.start, b = second.policy.start;
  let cashA = 0, cashB = 0, wealthA = 0, wealthB = 0, squaresA = 0, squaresB = 0;
  let lowA = 0, lowB = 0, highA = 0, highB = 0, takenA = 0, takenB = 0;
  let crossingsA = 0, crossingsB = 0;
  let mid = midPrice[0];
  for (let n = 0; n < steps; n++) {
    const buy = words[2 * n] >>> 1, sell = words[2 * n + 1] >>> 1, next = midPrice[n + 1];
    const outcomeA = a | (buy - integers[a] >> 31 & 8) | (sell - integers[a | 1] >> 31 & 4);
    const outcomeB = b | (buy - integers[b] >> 31 & 8) | (sell - integers[b | 1] >> 31 & 4);
    cashA += reals[outcomeA] * mid + reals[outcomeA | 1];
    cashB += reals[outcomeB] * mid + reals[outcomeB | 1];
    a = integers[outcomeA | 2];
    b = integers[outcomeB | 2];
    const ordersA = integers[outcomeA | 3], ordersB = integers[outcomeB | 3];
    takenA = (takenA + ordersA) | 0;
    takenB = (takenB + ordersB) | 0;
    // The sign of −orders: one where anything was crossed.
    crossingsA = (crossingsA + (-ordersA >>> 31)) | 0;
    crossingsB = (crossingsB + (-ordersB >>> 31)) | 0;
    const heldA = reals[outcomeA | 2], heldB = reals[outcomeB | 2];
    if (heldA < lowA) lowA = heldA;
    if (heldA > highA) highA = heldA;
    if (heldB < lowB) lowB = heldB;
    if (heldB > highB) highB = heldB;
    const markedA = cashA + heldA * next, markedB = cashB + heldB * next;
    const gainA = markedA - wealthA, gainB = markedB - wealthB;
    squaresA += gainA * gainA;
    squaresB += gainB * gainB;
    wealthA = markedA;
    wealthB = markedB;
    mid = next;
  }
  settle(first, path, a, cashA, mid);
  settle(second, path, b, cashB, mid);
  settleInFull(first, path, lowA, highA, takenA, crossingsA, squaresA, steps);
  settleInFull(second, path, lowB, highB, takenB, crossingsB, squaresB, steps);
}

function settleInFull(
  { policy, finals }: Lane,
  path: number,
  low: number,
  high: number,
  taken: number,
  crossings: number,
  squares: number,
  steps: number,
) {
  finals.lowestInventory[path] = low;
  finals.highestInventory[path] = high;
  finals.takerUnits[path] = taken * policy.orderSize;
  finals.takerTrades[path] = crossings;
  finals.stepSharpe[path] = sharpeOfSums(finals.profit[path], squares, steps);
}

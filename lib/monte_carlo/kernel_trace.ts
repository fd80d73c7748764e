import type { CompiledPolicies, CompiledPolicy } from "./compiled_policies.ts";
import type { DrawnPath } from "./kernel.ts";

/**
 * Trades a path for one trader and writes its wealth and inventory at every grid time: what the fans are
 * made of. The arithmetic is the kernel's, so the last wealth is the profit, to rounding.
 */
export function traceColumns(
  { words, midPrice }: DrawnPath,
  { integers, reals }: CompiledPolicies,
  { start }: CompiledPolicy,
  wealth: Float64Array,
  inventory: Float64Array,
): void {
  const steps = midPrice.length - 1;
  let row = start, cash = 0, mid = midPrice[0];
  wealth[0] = inventory[0] = 0;
  for (let n = 0; n < steps; n++) {
    const buy = words[2 * n] >>> 1, sell = words[2 * n + 1] >>> 1, next = midPrice[n + 1];
    const outcome = row | (buy - integers[row] >> 31 & 8) | (sell - integers[row | 1] >> 31 & 4);
    cash += reals[outcome] * mid + reals[outcome | 1];
    const held = reals[outcome | 2];
    inventory[n + 1] = held;
    wealth[n + 1] = cash + held * next;
    row = integers[outcome | 2];
    mid = next;
  }
}

import { sharpeOfSums } from "../finals.ts";
import type { Lane } from "../kernel.ts";
import { FINAL } from "./shader.ts";

/** Writes a dispatch's numbers of one trader into its columns. */
export function writeFinals(
  numbers: Float32Array,
  lane: number,
  { policy: { orderSize }, finals }: Lane,
  from: number,
  count: number,
  steps: number,
): void {
  const all = finals.stepSharpe.length > 0;
  for (let i = 0; i < count; i++) {
    const place = (2 * i + lane) * FINAL, at = from + i;
    const first = numbers[place], sum = numbers[place + 1], squares = numbers[place + 2];
    const profit = steps * first + sum;
    finals.profit[at] = profit;
    finals.finalInventory[at] = numbers[place + 3] * orderSize;
    if (!all) continue;
    finals.lowestInventory[at] = numbers[place + 4] * orderSize;
    finals.highestInventory[at] = numbers[place + 5] * orderSize;
    finals.takerUnits[at] = numbers[place + 6] * orderSize;
    const allSquares = squares + 2 * first * sum + steps * first * first;
    finals.stepSharpe[at] = sharpeOfSums(profit, allSquares, steps);
  }
}

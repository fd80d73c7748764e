import { sharpeOfSums } from "../finals.ts";
import type { Lane } from "../kernel.ts";
import { FINAL } from "./shader.ts";

/** Smaller sums of squares have lost digits: GPUs take what lies below 2⁻¹²⁶ for zero. */
const LEAST_SQUARES = 2 ** -100;

/** Whether no gain was too large or too small for float32. */
export function fitInFloat32(numbers: Float32Array): boolean {
  for (let place = 0; place < numbers.length; place += FINAL) {
    const sum = numbers[place + 1], squares = numbers[place + 2];
    const fits = squares < Infinity && (sum === 0 || squares >= LEAST_SQUARES);
    if (!fits || !Number.isFinite(numbers[place])) return false;
  }
  return true;
}

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

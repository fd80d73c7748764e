import type { CompiledPolicy } from "./compiled_policies.ts";
import { sharpeOfSums } from "./finals.ts";
import { ROW } from "./policy_rows.ts";
import type { Finals } from "./result.ts";

/** Paths that go through the kernel together: two groups of four, a tape each. */
export const TOGETHER = 8;
/** Paths in a vector. */
export const LANES = 4;
/** Groups of eight that the kernel trades at a call. */
export const GROUPS = 64;

/** Bytes of what four paths came to. */
export const OUTCOME = 144;
/** Where the numbers are in it; `kernel/move.as.ts` writes them. */
const SQUARES = 32, INVENTORY = 64, LOWEST = 80, HIGHEST = 96, TAKEN = 112, CROSSINGS = 128;

/** Writes what so many of the paths came to for a trader, into columns from a place on. */
export type WriteFinals = (trader: number, finals: Finals, at: number, paths: number) => void;

/** Reads what paths came to out of the kernel's memory, where it stands from a place on. */
export function finalsWriter(
  buffer: ArrayBuffer,
  outcomes: number,
  policies: readonly CompiledPolicy[],
  steps: number,
): WriteFinals {
  const integers = new Int32Array(buffer), reals = new Float64Array(buffer);
  return (trader, finals, at, paths) => {
    const unit = policies[trader].orderSize / ROW;
    const inFull = finals.stepSharpe.length > 0;
    const first = outcomes + 2 * OUTCOME * GROUPS * trader;
    for (let path = 0; path < paths; path++, at++) {
      const group = first + OUTCOME * Math.floor(path / LANES), lane = path % LANES;
      const real = group / 8 + lane, whole = group / 4 + lane;
      const profit = finals.profit[at] = unit * reals[real];
      finals.finalInventory[at] = unit * integers[whole + INVENTORY / 4];
      if (!inFull) continue;
      finals.lowestInventory[at] = unit * integers[whole + LOWEST / 4];
      finals.highestInventory[at] = unit * integers[whole + HIGHEST / 4];
      finals.takerUnits[at] = unit * integers[whole + TAKEN / 4];
      // A crossing counts as a mask does: −1.
      finals.takerTrades[at] = 0 - integers[whole + CROSSINGS / 4];
      const squares = unit * unit * reals[real + SQUARES / 8];
      finals.stepSharpe[at] = sharpeOfSums(profit, squares, steps);
    }
  };
}

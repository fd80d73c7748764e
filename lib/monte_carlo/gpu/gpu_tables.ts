import type { TimeGrid } from "../../time_grid.ts";
import { type CompiledPolicies, type CompiledPolicy, ROW } from "../compiled_policies.ts";

/**
 * The kernel's real numbers for the shader, in float32. Each outcome of a row has four:
 *
 *     0, 1  gain beside inventory × price change, as slope · (S − S_0) + constant
 *     2     inventory afterwards, in units
 *     3     the same in orders
 *
 * The kernel books cash, slope · S + constant; a trade that changes inventory by Δ adds Δ · S to the
 * position. Their sum is depths, fees and rebates alone, small numbers that float32 holds well.
 */
export function gpuReals(
  { integers, reals, policies }: CompiledPolicies,
  { steps }: TimeGrid,
  initialPrice: number,
): Float32Array<ArrayBuffer> {
  const out = new Float32Array(reals.length);
  const writeRow = ({ orderSize, leap }: CompiledPolicy, row: number, lots: number) => {
    for (let place = row; place < row + ROW; place += 4) {
      const next = lots + (integers[place + 2] - row - leap) / ROW;
      const slope = reals[place] + (next - lots) * orderSize;
      out[place] = slope;
      out[place + 1] = reals[place + 1] + slope * initialPrice;
      out[place + 2] = next * orderSize;
      out[place + 3] = next;
    }
  };
  for (const policy of policies) {
    const { start, leap, edge } = policy;
    for (let n = 0; n < (leap === 0 ? 1 : steps); n++) {
      for (let lots = -edge; lots <= edge; lots++) {
        writeRow(policy, start + n * leap + lots * ROW, lots);
      }
    }
  }
  return out;
}

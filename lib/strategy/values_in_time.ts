import { checkNonNegative } from "../check.ts";
import type { LogFlow, TridiagonalSystem } from "../numeric/tridiagonal_flow.ts";
import { bothOf } from "../numeric/tridiagonal_flow.ts";
import { remembered } from "./quotes_from_values.ts";

/**
 * The values of a game by the time left, each time solved once. What the numerical method refuses is told as what
 * the strategy's beliefs make of it.
 *
 * @param name Who believes.
 * @param system The game's equations, in 1/time.
 * @param flow Their solution.
 */
export function valuesInTime(
  name: string,
  { diagonal, offDiagonal }: TridiagonalSystem,
  flow: LogFlow,
): (timeLeft: number) => ReturnType<LogFlow> {
  return remembered((timeLeft) => {
    checkNonNegative(`quote with ${name}`, "timeLeft", timeLeft);
    try {
      return flow(timeLeft);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      const gains = Array.from(diagonal), { lower, upper } = bothOf(offDiagonal);
      const risk = gains.reduce((a, b) => Math.max(a, b)) - gains.reduce((a, b) => Math.min(a, b));
      const rounded = (rate: number) => String(+rate.toPrecision(3));
      throw new RangeError(
        `Cannot solve ${name} with ${
          rounded(timeLeft)
        } of time left as that must be shorter, or the risk of the ` +
          `largest inventory less beside the flow, for a system of ${gains.length} inventories: current values are ` +
          `${rounded(risk)} and ${rounded(lower + upper)} a unit of time`,
        { cause: error },
      );
    }
  });
}

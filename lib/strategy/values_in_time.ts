import { checkNonNegative } from "../check.ts";
import { chainFlow, type ChainFlowOptions } from "../numeric/chain_flow.ts";
import { largest, smallest } from "../numeric/extremes.ts";
import { bothOf, type LogVector } from "../numeric/tridiagonal_flow.ts";
import { askedInWords } from "./asked_in_words.ts";
import type { GueantLehalleSystem } from "./gueant_lehalle_system.ts";
import { quoteFromValues } from "./quotes_from_values.ts";
import { remembered } from "./remembered.ts";
import type { Strategy, StrategyFamily } from "./strategy.ts";

/**
 * The values of a game by the time left, each time solved once. What the numerical method refuses is told as what
 * the strategy's beliefs make of it.
 *
 * @param name Who believes.
 * @param system The game's equations, in 1/time.
 */
export function valuesInTime(
  name: string,
  system: ChainFlowOptions,
): (timeLeft: number) => LogVector {
  const flow = chainFlow(system);
  return remembered((timeLeft) => {
    checkNonNegative(`quote with ${name}`, "timeLeft", timeLeft);
    try {
      return flow(timeLeft);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      const { diagonal, offDiagonal } = system, { lower, upper } = bothOf(offDiagonal);
      const risk = largest(diagonal) - smallest(diagonal);
      const rounded = (rate: number) => String(+rate.toPrecision(3));
      throw new RangeError(
        `Cannot solve ${name} with ${
          rounded(timeLeft)
        } of time left as that must be shorter, or the risk of the ` +
          `largest inventory less beside the flow, for a system of ${diagonal.length} inventories: current values are ` +
          `${rounded(risk)} and ${rounded(lower + upper)} a unit of time`,
        { cause: error },
      );
    }
  });
}

/** The strategy that quotes from the values of its game, at the time left. */
export function quotedInTime(
  name: string,
  family: StrategyFamily,
  system: GueantLehalleSystem,
): Strategy {
  const valuesAt = valuesInTime(name, system);
  return askedInWords({
    name,
    family,
    readsPrice: false,
    readsTime: true,
    quote: ({ timeLeft, inventory }) =>
      quoteFromValues(system.quotes, valuesAt(timeLeft).logs, inventory),
  });
}

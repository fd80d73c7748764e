import type { Scenario } from "../../scenario/scenario.ts";
import type { Quote, Strategy } from "../../strategy/strategy.ts";
import { lottery } from "../../theory/lottery.ts";
import { steppedOptimum } from "../../theory/stepped_optimum.ts";

/** The best there is in every state of a day, and what anything else costs there. */
export interface StepJudge {
  /** The optimum in steps. */
  readonly optimum: Strategy;
  /** The optimum's depths at a step, holding so many units. */
  readonly best: (step: number, inventory: number) => Quote;
  /** Certainty equivalent of the rest of the day under the optimum, beyond what is held at the mid, in currency. */
  readonly worth: (step: number, inventory: number) => number;
  /** What it costs to play these depths for one step and the optimum after it, in currency; >= 0. */
  readonly regret: (step: number, inventory: number, quote: Quote) => number;
}

/**
 * Judges single steps exactly: from the day's end backwards, what each inventory is worth under the optimum.
 *
 * @param day An arithmetic scenario without drift, fees, limit and clamp, whose order is one unit.
 */
export function stepJudge({ parameters, grid, market: { flow } }: Scenario): StepJudge {
  const { riskAversion: gamma, volatility, scale, decay, horizon, steps, fills } = parameters;
  // Nobody can hold more than an order a step, so nothing is cut off.
  const beliefs = { riskAversion: gamma, volatility, scale, decay, maxInventory: steps };
  const optimum = steppedOptimum({ ...beliefs, horizon, steps, fills });
  const best = (step: number, inventory: number): Quote => {
    const time = step * grid.dt;
    return optimum.quote({ time, timeLeft: horizon - time, midPrice: 0, inventory });
  };
  const stepWorth = ({ bidDepth, askDepth }: Quote, held: number, next: Float64Array): number => {
    const moved = (units: number) =>
      next[units + steps] - gamma * (units * volatility) ** 2 * grid.dt / 2;
    const bid = flow.fillProbability("bid", bidDepth, grid.dt);
    const ask = flow.fillProbability("ask", askDepth, grid.dt);
    const asked = (units: number) =>
      lottery(gamma, 1 - ask, moved(units), ask, askDepth + moved(units - 1));
    return lottery(gamma, 1 - bid, asked(held), bid, bidDepth + asked(held + 1));
  };
  const worths: Float64Array[] = [new Float64Array(2 * steps + 1)];
  for (let n = steps - 1; n >= 0; n--) {
    worths.unshift(
      worths[0].map((_, i) => stepWorth(best(n, i - steps), i - steps, worths[0])),
    );
  }
  const worth = (step: number, inventory: number) => worths[step][inventory + steps];
  return {
    optimum,
    best,
    worth,
    regret: (step, inventory, quote) =>
      Math.max(0, worth(step, inventory) - stepWorth(quote, inventory, worths[step + 1])),
  };
}

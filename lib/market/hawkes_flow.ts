import { checkKeys, checkThat } from "../check.ts";
import { maybe, nonNegative, positive } from "../kinds.ts";
import type { RandomStream } from "../random/streams.ts";
import { eachSide, positiveSides } from "../sides.ts";
import type { OrderFlow } from "./order_flow.ts";
import { poissonFlow, type PoissonFlowOptions } from "./poisson_flow.ts";

/** Parameters of {@linkcode hawkesFlow}. */
export interface HawkesFlowOptions extends Omit<PoissonFlowOptions, "flowBias"> {
  /** Orders of the same side that one order brings about in the long run, ν_s; >= 0. */
  readonly selfExcitation: number;
  /** Orders of the other side that it brings about, ν_c; >= 0, and ν_s + ν_c < 1. @default {0} */
  readonly crossExcitation?: number;
  /** Time in which an order's excitement fades to 1/e; > 0. */
  readonly memory: number;
}

/**
 * Market orders that excite one another: a Hawkes process (Biometrika 58, 1971) in steps of the grid.
 *
 * Each side has its long-run scale A (the other's is A′); the scale of the moment is
 * $$A_n = A - \nu_s A - \nu_c A' + x_n,\qquad
 * x_{n+1} = x_n e^{-dt/\tau} + \frac{1 - e^{-dt/\tau}}{dt}\,(\nu_s N_n + \nu_c N'_n)$$
 * where N and N′ count the orders of this side and the other that went beyond the mid in the step. Orders
 * come in bursts, so a maker's fills do: inventory swings wider than in {@linkcode poissonFlow} with as many
 * orders. The excitement starts at its mean.
 *
 * The count follows the fill rule: one order or none where it is first-order, a Poisson number where it is
 * exact. The long-run scale is exactly A under the exact rule, and under the first-order rule as long as
 * A_n·dt stays below 1.
 *
 * @param options Scale, decay and fill rule, excitation and memory.
 * @returns The order flow.
 * @throws {RangeError} Where a parameter is out of its range.
 *
 * @example Without excitation it is the Poisson flow, number by number
 * ```ts
 * import { drawTape, hawkesFlow, scenario, streams } from "@digital-market-maker/lab";
 * import { assertEquals } from "@std/assert";
 *
 * const { market, grid } = scenario("readme");
 * const calm = hawkesFlow({ scale: 0.9, decay: 1.5, selfExcitation: 0, memory: 10 });
 * assertEquals(
 *   drawTape({ ...market, flow: calm }, grid, streams(1)),
 *   drawTape(market, grid, streams(1)),
 * );
 * ```
 */
export function hawkesFlow(
  options: HawkesFlowOptions,
): OrderFlow {
  const action = "build hawkesFlow";
  checkKeys<HawkesFlowOptions>(action, options, {
    selfExcitation: nonNegative,
    crossExcitation: maybe(nonNegative),
    memory: positive,
    scale: true,
    decay: true,
    fills: true,
  });
  const { selfExcitation, crossExcitation = 0, memory, ...flow } = options;
  const scale = positiveSides(action, "scale", flow.scale);
  const total = selfExcitation + crossExcitation;
  checkThat(action, "selfExcitation + crossExcitation", "below 1", total, total < 1);
  const { fills = "first-order" } = flow;
  const decay = positiveSides(action, "decay", flow.decay);
  const poisson = poissonFlow(flow);
  const other = { bid: scale.ask - scale.bid, ask: scale.bid - scale.ask };
  // Of each side's scale: what others bring about in the long run, and what comes by itself.
  const brought = eachSide((side) => scale[side] * total + crossExcitation * other[side]);
  const still = eachSide((side) => scale[side] * (1 - total) - crossExcitation * other[side]);
  const least = Math.min(still.bid, still.ask);
  checkThat(action, "scale that comes by itself", ">= 0 on both sides", least, least >= 0);
  return {
    name: "hawkesFlow",
    coupled: poisson,
    draw(random, tape) {
      const { grid: { steps, dt }, buyReach, sellReach } = tape;
      poisson.draw(random, tape);
      const fading = Math.exp(-dt / memory);
      const kick = -Math.expm1(-dt / memory) / dt;
      let [buys, sells] = [brought.ask, brought.bid];
      for (let n = 0; n < steps; n++) {
        const [buyScale, sellScale] = [still.ask + buys, still.bid + sells];
        // An intensity f times as high reaches ln(f)/k farther.
        buyReach[n] += Math.log(buyScale / scale.ask) / decay.ask;
        sellReach[n] += Math.log(sellScale / scale.bid) / decay.bid;
        const count = (reach: number, expected: number, decay: number) =>
          reach <= 0 ? 0 : fills === "first-order"
            ? 1
            // The farthest order is known; the others stopped short of it.
            : 1 + poissonCount(expected * -Math.expm1(-decay * reach), random);
        const bought = count(buyReach[n], buyScale * dt, decay.ask);
        const sold = count(sellReach[n], sellScale * dt, decay.bid);
        buys = buys * fading + kick * (selfExcitation * bought + crossExcitation * sold);
        sells = sells * fading + kick * (selfExcitation * sold + crossExcitation * bought);
      }
    },
  };
}

/** A Poisson number, by inversion; of a large mean in halves. */
function poissonCount(mean: number, random: RandomStream): number {
  if (mean > 30) return poissonCount(mean / 2, random) + poissonCount(mean / 2, random);
  let left = random.uniform();
  let probability = Math.exp(-mean);
  let count = 0;
  for (; left > probability && probability > 0; count++) {
    left -= probability;
    probability *= mean / (count + 1);
  }
  return count;
}

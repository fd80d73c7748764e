import { checkKeys, checkThat } from "../check.ts";
import { positive } from "../kinds.ts";
import { eachSide, positiveSides } from "../sides.ts";
import type { OrderFlow } from "./order_flow.ts";
import { poissonFlow, type PoissonFlowOptions } from "./poisson_flow.ts";

/** Parameters of {@linkcode informedFlow}. */
export interface InformedFlowOptions extends PoissonFlowOptions {
  /** Share ι of the orders whose senders know where the price goes; 0 to 1. */
  readonly informed: number;
  /** How far ahead they see, in time; > 0. Rounded to whole steps, at least one, and cut at the session's end. */
  readonly foresight: number;
}

/**
 * Poisson orders of which a share ι knows where the mid-price goes within the foresight h: the informed
 * buy where it rises, sell where it falls, and toss a coin where it stays.
 *
 * $$\lambda^{buy}(\delta) = A\,e^{-k\delta}\,(1 + \iota\,\mathrm{sgn}(S_{t+h} - S_t)),\qquad
 * \lambda^{sell}(\delta) = A\,e^{-k\delta}\,(1 - \iota\,\mathrm{sgn}(S_{t+h} - S_t))$$
 *
 * There are as many orders as without the informed, they only come at the wrong moment: after a fill the
 * price moves against the maker by ι·E|S_{t+h} − S_t| on average, for Brownian prices ισ√(2h/π). The model
 * is the idea of Glosten and Milgrom, Journal of Financial Economics 14 (1985), in this flow.
 *
 * @param options Those of {@linkcode poissonFlow}, the share of the informed and their foresight.
 * @returns The order flow.
 * @throws {RangeError} Where a parameter is out of its range.
 *
 * @example All are informed, and the price will rise: nobody sells
 * ```ts
 * import { drawTape, informedFlow, scenario, streams } from "@digital-market-maker/lab";
 * import { assert, assertEquals } from "@std/assert";
 *
 * const { market, grid } = scenario("readme", { volatility: 0, drift: 1 });
 * const flow = informedFlow({ scale: 0.9, decay: 1.5, informed: 1, foresight: 5 });
 * const tape = drawTape({ ...market, flow }, grid, streams(1));
 * assert(tape.buyReach.every((reach) => reach > 0));
 * assertEquals([...new Set(tape.sellReach)], [-Infinity]);
 * ```
 */
export function informedFlow(options: InformedFlowOptions): OrderFlow {
  const action = "build informedFlow";
  checkKeys<InformedFlowOptions>(action, options, {
    informed: true,
    foresight: positive,
    scale: true,
    decay: true,
    fills: true,
    flowBias: true,
  });
  const { informed, foresight, ...flow } = options;
  const share = typeof informed === "number" && informed >= 0 && informed <= 1;
  checkThat(action, "informed", "between 0 and 1", informed, share);
  const uninformed = poissonFlow(flow);
  const decay = positiveSides(action, "decay", flow.decay);
  // An intensity f times as high reaches ln(f)/k farther.
  const more = eachSide((side) => Math.log1p(informed) / decay[side]);
  const less = eachSide((side) => Math.log1p(-informed) / decay[side]);
  return {
    name: "informedFlow",
    coupled: uninformed,
    draw(random, tape) {
      const { grid: { steps, dt }, midPrice, buyReach, sellReach } = tape;
      uninformed.draw(random, tape);
      const ahead = Math.max(1, Math.round(foresight / dt));
      for (let n = 0; n < steps; n++) {
        const move = midPrice[Math.min(steps, n + ahead)] - midPrice[n];
        if (move === 0) continue;
        buyReach[n] += move > 0 ? more.ask : less.ask;
        sellReach[n] += move > 0 ? less.bid : more.bid;
      }
    },
  };
}

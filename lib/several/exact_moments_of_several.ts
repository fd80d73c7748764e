import { shaped } from "../kinds.ts";
import { checkKeys, checkThat, checkWhole } from "../check.ts";
import { checkMarket, type MarketOfSeveral } from "./draw_tapes.ts";
import { isMemoryless, type MemorylessFlow } from "../market/order_flow.ts";
import { checkEach, type ManyStrategy, quotesOf, termsOfEach } from "./many_situation.ts";
import type { TimeGrid } from "../time_grid.ts";
import type { Execution } from "../trading/execution.ts";
import { standing } from "../trading/standing.ts";
import { outcomesOf } from "../theory/outcomes.ts";
import { NEGLIGIBLE } from "../theory/widened.ts";
import { type JointSums, jointSums } from "./joint_sums.ts";

/** What {@linkcode exactMomentsOfSeveral} is given. */
export interface SeveralOptions {
  /** The market; its flows are memoryless. */
  readonly market: MarketOfSeveral;
  /** The session's clock. */
  readonly grid: TimeGrid;
  /** Who quotes. */
  readonly strategy: ManyStrategy;
  /** Terms of execution, one an asset, without impact. @default {no fees, no limit, orders of one unit} */
  readonly terms?: readonly Execution[];
  /** Largest inventory tabulated of each asset, in orders; sessions beyond must be fewer than one in 10⁹. */
  readonly maxOrders: readonly number[];
}

/** The exact profit of a market maker of several assets. */
export interface SeveralMoments {
  /** Mean of the whole profit, in currency. */
  readonly mean: number;
  /** Standard deviation of the whole profit, in currency. */
  readonly sd: number;
  /** Standard deviation of each final inventory, in units. */
  readonly finalInventorySd: readonly number[];
  /** Probability of sessions that left the inventories tabulated, below 10⁻⁹; the moments leave them out. */
  readonly lostProbability: number;
}

/** One thing that can happen to all assets in one step. */
interface JointOutcome {
  readonly probability: number;
  readonly lots: readonly number[];
  readonly gain: number;
  /** Change of profit with each price's distance from its start, in units. */
  readonly slopes: readonly number[];
}

/**
 * The exact mean and deviation of profit of a market maker of several assets, fees at the price of the trade.
 *
 * For every combination of inventories that can be reached the probability and all moments up to the second
 * of profit and prices are carried from step to step, as {@linkcode exactMoments} does for one asset: a fill is
 * an affine map of them, a move adds its covariance.
 *
 * @param options Market, clock, strategy, terms and range.
 * @returns Mean and deviation of profit, deviations of final inventories, and what was left out.
 * @throws {TypeError} Where lists differ in length or a flow remembers.
 * @throws {RangeError} Where a depth is NaN or −Infinity, fills move a mid, or `maxOrders` leaves out too much.
 *
 * @example Two assets that do not know of each other: means add up, and so do variances
 * ```ts
 * import { poissonFlow, timeGrid } from "@digital-market-maker/lab";
 * import { exactMomentsOfSeveral } from "@digital-market-maker/lab/several";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const half = { bidDepth: 0.7, askDepth: 0.7 };
 * const moments = (assets: number) =>
 *   exactMomentsOfSeveral({
 *     market: {
 *       initialPrices: Array(assets).fill(100),
 *       covariance: assets === 1 ? [[4]] : [[4, 0], [0, 4]],
 *       flows: Array(assets).fill(poissonFlow({ scale: 140, decay: 1.5 })),
 *     },
 *     grid: timeGrid({ horizon: 0.05, steps: 10 }),
 *     strategy: { name: "both", quote: () => Array(assets).fill(half) },
 *     maxOrders: Array(assets).fill(10),
 *   });
 * const [one, two] = [moments(1), moments(2)];
 * assertAlmostEquals(two.mean, 2 * one.mean, 1e-12);
 * assertAlmostEquals(two.sd, Math.SQRT2 * one.sd, 1e-12);
 * ```
 */
export function exactMomentsOfSeveral(options: SeveralOptions): SeveralMoments {
  const action = "take exactMomentsOfSeveral";
  checkKeys<SeveralOptions>(action, options, {
    market: true,
    grid: shaped("grid"),
    strategy: shaped("manyStrategy"),
    terms: true,
    maxOrders: true,
  });
  const { grid } = options;
  const market = checkMarket(action, options.market);
  const size = market.flows.length;
  const maxOrders = checkEach(action, options.maxOrders, size, "maxOrders");
  const terms = termsOfEach(action, options.terms, size);
  maxOrders.forEach((orders, i) => checkWhole(action, `maxOrders[${i}]`, orders, 0));
  terms.forEach(({ impact }, i) =>
    checkThat(action, `terms[${i}].impact`, "0", impact, impact === 0)
  );
  const flows = market.flows.map((flow, i) => {
    checkThat(action, `flows[${i}]`, "memoryless", flow.name, isMemoryless(flow));
    return flow as MemorylessFlow;
  });

  let now = new Map<string, State>([["start", {
    lots: Array<number>(size).fill(0),
    sums: jointSums(size, 1),
  }]]);
  let lostProbability = 0;
  for (let n = 0; n < grid.steps; n++) {
    const next = new Map<string, State>();
    for (const { lots, sums } of now.values()) {
      for (const outcome of outcomes(options, flows, terms, market.initialPrices, lots, n)) {
        if (outcome.lots.some((held, i) => Math.abs(held) > maxOrders[i])) {
          lostProbability += sums.mass() * outcome.probability;
          continue;
        }
        const key = outcome.lots.join();
        const target = next.get(key) ?? { lots: outcome.lots, sums: jointSums(size) };
        next.set(key, target);
        target.sums.addTrade(sums, outcome.probability, outcome.gain, outcome.slopes);
      }
    }
    for (const { lots, sums } of next.values()) {
      const held = lots.map((count, i) => count * terms[i].orderSize);
      sums.move(held, market.drift.map((mu) => mu * grid.dt), market.covariance, grid.dt);
    }
    now = next;
  }

  checkThat(
    action,
    "the probability of inventories beyond maxOrders",
    `below ${NEGLIGIBLE}`,
    lostProbability,
    lostProbability < NEGLIGIBLE,
  );
  const states = [...now.values()];
  const total = (value: (state: State) => number) =>
    states.reduce((sum, state) => sum + value(state), 0);
  const mass = total(({ sums }) => sums.mass());
  const mean = total(({ sums }) => sums.profit()) / mass;
  const variance = total(({ sums }) => sums.profitSquareAbout(mean)) / mass;
  const finalInventorySd = terms.map(({ orderSize }, i) => {
    const first = total(({ lots, sums }) => sums.mass() * lots[i]) / mass;
    const second = total(({ lots, sums }) => sums.mass() * (lots[i] - first) ** 2) / mass;
    return orderSize * Math.sqrt(second);
  });
  return { mean, sd: Math.sqrt(Math.max(0, variance)), finalInventorySd, lostProbability };
}

interface State {
  readonly lots: readonly number[];
  readonly sums: JointSums;
}

/** All that can happen to all assets in a step: each asset's fills are independent of the others'. */
function outcomes(
  { grid, strategy }: SeveralOptions,
  flows: readonly MemorylessFlow[],
  terms: readonly Execution[],
  prices: readonly number[],
  lots: readonly number[],
  n: number,
): readonly JointOutcome[] {
  const inventories = lots.map((count, i) => count * terms[i].orderSize);
  const quotes = quotesOf(strategy, { timeLeft: grid.horizon - n * grid.dt, inventories });
  const nothing: JointOutcome = { probability: 1, lots: [], gain: 0, slopes: [] };
  return flows.reduce<readonly JointOutcome[]>((joint, flow, i) => {
    const { bidDepth, askDepth } = standing(quotes[i], lots[i], terms[i]);
    const bidFill = flow.fillProbability("bid", bidDepth, grid.dt);
    const askFill = flow.fillProbability("ask", askDepth, grid.dt);
    const quote = { lots: lots[i], midPrice: prices[i], bidDepth, askDepth, bidFill, askFill };
    return outcomesOf(quote, terms[i], "trade", (orders) => orders).flatMap((own) =>
      joint.map((other) => ({
        probability: other.probability * own.probability,
        lots: [...other.lots, own.to],
        gain: other.gain + own.gain,
        slopes: [...other.slopes, own.rebateSlope - own.feeSlope],
      }))
    );
  }, [nothing]);
}

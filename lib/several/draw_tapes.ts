import { listOf, randomStreams, shaped } from "../kinds.ts";
import { checkKeys, checkWhole } from "../check.ts";
import { checkCovariance, choleskyOf } from "../numeric/covariance.ts";
import type { Streams } from "../random/streams.ts";
import { checkGrid, type TimeGrid } from "../time_grid.ts";
import type { OrderFlow } from "../market/order_flow.ts";
import { blankTape, type Tape } from "../market/tape.ts";
import { checkEach } from "./many_situation.ts";

/** A market of several assets whose prices move together. */
export interface MarketOfSeveral {
  /** Mid-prices at the start, in currency, one an asset. */
  readonly initialPrices: readonly number[];
  /** Covariance matrix Σ of the mid-prices, in currency²/time, one row an asset. */
  readonly covariance: readonly (readonly number[])[];
  /** Drifts μ of the mid-prices, in currency/time. @default {none} */
  readonly drift?: readonly number[];
  /** How market orders arrive, one flow an asset. */
  readonly flows: readonly OrderFlow[];
}

/**
 * Draws one tape an asset: prices are arithmetic Brownian motions with covariance Σ, orders come to each asset
 * on their own.
 *
 * $$dS = \mu\,dt + L\,dW,\qquad L L^{\mathsf T} = \Sigma$$
 * Asset i draws from the streams `"price"` and `"flow"`, followed by ` i` from the second asset on: the first
 * asset's tape is the one that `drawTape` gives for it alone.
 *
 * @param market Initial prices, covariance, drifts and flows.
 * @param grid The session's clock.
 * @param random Streams of a seed.
 * @param path The path's number, a whole number >= 0. @default {0}
 * @returns The tapes, in the order of the assets.
 * @throws {TypeError} Where the lists differ in length, or the covariance is no covariance matrix.
 * @throws {RangeError} Where a number is not finite.
 *
 * @example Two assets that move as one
 * ```ts
 * import { poissonFlow, streams, timeGrid } from "@digital-market-maker/lab";
 * import { drawTapes } from "@digital-market-maker/lab/several";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const flow = poissonFlow({ scale: 140, decay: 1.5 });
 * const market = { initialPrices: [100, 50], covariance: [[4, 4], [4, 4]], flows: [flow, flow] };
 * const [a, b] = drawTapes(market, timeGrid({ horizon: 1, steps: 200 }), streams(1));
 * assertAlmostEquals(a.midPrice[200] - 100, b.midPrice[200] - 50, 1e-9);
 * ```
 */
export function drawTapes(
  market: MarketOfSeveral,
  grid: TimeGrid,
  random: Streams,
  path = 0,
): readonly Tape[] {
  const { initialPrices, covariance, drift, flows } = checkMarket("draw tapes", market);
  checkGrid("draw tapes", "grid", grid);
  randomStreams("draw tapes", "random", random);
  checkWhole("draw tapes", "path", path, 0);
  const root = Math.sqrt(grid.dt);
  const lower = choleskyOf("draw tapes", covariance);
  const name = (stream: string, i: number) => i === 0 ? stream : `${stream} ${i}`;
  const normals = flows.map((_, i) => {
    const drawn = new Float64Array(grid.steps);
    random(name("price", i), path).normals(drawn);
    return drawn;
  });
  return flows.map((flow, i) => {
    const tape = blankTape(grid);
    const price = tape.midPrice;
    const drifted = drift[i] * grid.dt;
    price[0] = initialPrices[i];
    for (let n = 0; n < grid.steps; n++) {
      const move = lower[i].reduce((sum, weight, j) => sum + weight * root * normals[j][n], 0);
      price[n + 1] = price[n] + (drifted + move);
    }
    flow.draw(random(name("flow", i), path), tape);
    return tape;
  });
}

/** Checks a market of several assets and completes its drifts. */
export function checkMarket(action: string, market: MarketOfSeveral): Required<MarketOfSeveral> {
  checkKeys<MarketOfSeveral>(action, market, {
    initialPrices: true,
    covariance: true,
    drift: true,
    flows: listOf("order flows", shaped("flow"), 1),
  }, "market");
  const { initialPrices, covariance, flows, drift = flows.map(() => 0) } = market;
  checkEach(action, initialPrices, flows.length, "initialPrices");
  checkEach(action, drift, flows.length, "drift");
  checkCovariance(action, covariance, flows.length);
  return { initialPrices, covariance, flows, drift };
}

import { callable, keyed, listOf, maybe, numbers } from "../kinds.ts";
import { checkKeys, checkNonNegative, checkPositive, checkThat } from "../check.ts";
import { checkCovariance } from "../numeric/covariance.ts";
import { dormandPrince } from "../numeric/dormand_prince.ts";
import { type AssetBeliefs, assetKeys, assetOf } from "./many_beliefs.ts";
import { type ManyGrid, manyGrid } from "./many_grid.ts";
import { remembered } from "../strategy/remembered.ts";
import { checkEach, inventoriesOf, type ManyStrategy } from "./many_situation.ts";

/** What {@linkcode gueantLehalleMany} is told to believe. */
export interface GueantLehalleManyOptions {
  /** One set of beliefs an asset. */
  readonly assets: readonly AssetBeliefs[];
  /** Covariance matrix Σ of the mid-prices, in currency²/time, one row an asset. */
  readonly covariance: readonly (readonly number[])[];
  /** Risk aversion γ, in 1/currency; >= 0. */
  readonly riskAversion: number;
  /** Length T of the session; > 0. */
  readonly horizon: number;
  /** Believed drifts μ of the mid-prices, in currency/time. @default {none} */
  readonly drift?: readonly number[];
  /** Cost of holding inventories, in currency/time, beside ½γ·q·Σq. @default {no cost} */
  readonly penalty?: (inventories: readonly number[]) => number;
  /** Cost of the inventories at the end, in currency; finite. @default {no cost} */
  readonly terminalPenalty?: (inventories: readonly number[]) => number;
  /** Largest error of a step, relative to the larger of Δ/k and what an inventory is worth beside none. @default {1e-10} */
  readonly tolerance?: number;
}

/** The optimal market maker of several assets, and what its position is worth. */
export interface GueantLehalleMany extends ManyStrategy {
  /** The certainty equivalent θ of all profit to come, in currency, beyond the inventories' mark at the mids. */
  readonly value: (timeLeft: number, inventories: readonly number[]) => number;
}

/**
 * The optimal market maker of several correlated assets.
 *
 * The value θ of a position solves, from θ(0, q) = −terminal penalty,
 * $$\dot\theta = -\tfrac\gamma2\,q\cdot\Sigma q + \mu\cdot q - \psi(q)
 * + \sum_i\sum_{\pm}\frac{\eta_i\Delta_i}{k_i}\exp\Bigl(-\frac{k_i}{\Delta_i}
 * \bigl(\theta(q) - \theta(q\pm\Delta_ie_i)\bigr)\Bigr)$$
 * and the bid of asset i is m_i + (θ(q) − θ(q + Δ_i e_i))/Δ_i, with m_i = ln(1 + γΔ_i/k_i)/(γΔ_i). No bid at
 * Q_i orders, no ask at −Q_i. Guéant, "Optimal market making" (2017), arXiv 1605.01862, sections 3 and 5.
 * Unlike {@linkcode gueantLehalle}'s, the system is linear only where all k_iΔ_i agree, so it is integrated;
 * with one asset it serves sides of unequal decay.
 *
 * The price of generality: Π(2Q_i + 1) equations, at most 50 000; three assets with Q = 4 take a second
 * or two, and a system too stiff for 20 000 steps is refused.
 *
 * @param options Beliefs, covariance, risk aversion, horizon and penalties.
 * @returns The strategy and its value; solved when first asked.
 * @throws {RangeError} Where a belief is out of its range, or the system is too large or too stiff.
 * @throws {TypeError} Where the covariance is no covariance matrix.
 *
 * @example A long position in one asset makes the other's bid lower
 * ```ts
 * import { gueantLehalleMany } from "@digital-market-maker/lab/several";
 * import { assertGreater } from "@std/assert";
 *
 * const asset = { scale: 140, decay: 1.5, maxOrders: 4 };
 * const { quote } = gueantLehalleMany({
 *   assets: [asset, asset],
 *   covariance: [[4, 2.8], [2.8, 4]],
 *   riskAversion: 0.1,
 *   horizon: 1,
 * });
 * const [, flat] = quote({ timeLeft: 1, inventories: [0, 0] });
 * const [, long] = quote({ timeLeft: 1, inventories: [3, 0] });
 * assertGreater(long.bidDepth, flat.bidDepth);
 * ```
 */
export function gueantLehalleMany(options: GueantLehalleManyOptions): GueantLehalleMany {
  const action = "build gueantLehalleMany";
  checkKeys<GueantLehalleManyOptions>(action, options, {
    assets: listOf("assets' beliefs", keyed<AssetBeliefs>(assetKeys), 1),
    covariance: true,
    riskAversion: true,
    horizon: true,
    drift: maybe(numbers),
    penalty: maybe(callable),
    terminalPenalty: maybe(callable),
    tolerance: true,
  });
  const { riskAversion: gamma, covariance, horizon, tolerance = 1e-10 } = options;
  checkNonNegative(action, "riskAversion", gamma);
  checkPositive(action, "horizon", horizon);
  const assets = options.assets.map((beliefs, i) =>
    assetOf(action, `assets[${i}]`, gamma, beliefs)
  );
  checkCovariance(action, covariance, assets.length);
  const { drift = assets.map(() => 0) } = options;
  checkEach(action, drift, assets.length, "drift");
  const grid = manyGrid(action, assets);
  const atEnd = grid.tabulated((q) => -(options.terminalPenalty?.(q) ?? 0));
  const flat = atEnd[(grid.size - 1) / 2];
  const theta = dormandPrince({
    initial: Float64Array.from([...atEnd.map((value) => value - flat), flat]),
    slope: slopeOf(grid, grid.tabulated((q) => runningGain(options, q))),
    tolerance,
    scale: Math.min(
      ...assets.map(({ decay: { bid, ask }, orderSize }) => orderSize / Math.max(bid, ask)),
    ),
  });
  const name = "Guéant–Lehalle, several assets";
  // Many sessions ask about the same times; the values of all of them are kept, up to 40 MB.
  const known = remembered(theta, Math.ceil(5_000_000 / grid.size));
  const valuesAt = (time: number) => {
    checkThat("quote", "timeLeft", `0 … ${horizon}`, time, time >= 0 && time <= horizon);
    try {
      return known(time);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      const told = error.message.replace("Cannot integrate", `Cannot solve ${name}`);
      throw new RangeError(told, { cause: error });
    }
  };
  return {
    name,
    value(timeLeft, inventories) {
      const values = valuesAt(timeLeft);
      return values[grid.indexOf(inventories)] + values[grid.size];
    },
    quote(situation) {
      const here = grid.indexOf(inventoriesOf(name, situation, assets.length));
      const values = valuesAt(situation.timeLeft);
      return assets.map(({ orderSize, fillTerm }, i) => {
        const depth = (there: number, term: number) =>
          there < 0 ? Infinity : term + (values[here] - values[there]) / orderSize;
        return {
          bidDepth: depth(grid.neighbour(here, i, 1), fillTerm.bid),
          askDepth: depth(grid.neighbour(here, i, -1), fillTerm.ask),
        };
      });
    },
  };
}

/** What inventories bring in a unit of time before any fill: drift less risk and penalty. */
function runningGain(
  { covariance, riskAversion, drift = [], penalty }: GueantLehalleManyOptions,
  q: readonly number[],
): number {
  const variance = q.reduce(
    (sum, qi, i) => sum + q.reduce((row, qj, j) => row + qi * covariance[i][j] * qj, 0),
    0,
  );
  const drifted = q.reduce((sum, qi, i) => sum + qi * (drift[i] ?? 0), 0);
  return drifted - riskAversion * variance / 2 - (penalty?.(q) ?? 0);
}

/**
 * The slope of what inventories are worth beside none, and of none in the last place: so the many fills that all of
 * them will earn do not hide what quotes are made of, the differences.
 */
function slopeOf({ assets, size, neighbour }: ManyGrid, running: Float64Array) {
  // Every possible fill: from which state to which, what it weighs, and what the value's fall does to it.
  const fills = assets.flatMap(({ decay, weight, orderSize }, i) =>
    (["bid", "ask"] as const).flatMap((side) =>
      Array.from({ length: size }, (_, from) => ({
        from,
        to: neighbour(from, i, side === "bid" ? 1 : -1),
        rate: decay[side] / orderSize,
        weight: weight[side],
      }))
    )
  ).filter(({ to }) => to >= 0);
  const from = Int32Array.from(fills, (fill) => fill.from);
  const to = Int32Array.from(fills, (fill) => fill.to);
  const rate = Float64Array.from(fills, (fill) => fill.rate);
  const weight = Float64Array.from(fills, (fill) => fill.weight);
  return (theta: Float64Array, out: Float64Array) => {
    out.set(running);
    for (let f = 0; f < from.length; f++) {
      out[from[f]] += weight[f] * Math.exp(rate[f] * (theta[to[f]] - theta[from[f]]));
    }
    const flat = out[(size - 1) / 2];
    for (let i = 0; i < size; i++) out[i] -= flat;
    out[size] = flat;
  };
}

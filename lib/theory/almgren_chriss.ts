import { checkKeys, checkNonNegative, checkPositive, checkThat } from "../check.ts";
import { crossing } from "../numeric/crossing.ts";

/** A sale in continuous amounts, on the terms of {@linkcode almgrenChriss}. */
export interface AlmgrenChrissOptions {
  /** Position to sell, in units; > 0. */
  readonly position: number;
  /** Length T of the sale; > 0. */
  readonly horizon: number;
  /** Risk aversion γ, in 1/currency; > 0. */
  readonly riskAversion: number;
  /** Volatility σ, in currency/√time; > 0. */
  readonly volatility: number;
  /** Scale A of the intensity, in units/time: units sold in a unit of time at the mid; > 0. */
  readonly scale: number;
  /** Decay k of the intensity with depth, in 1/currency; > 0. */
  readonly decay: number;
  /** What a unit left at the end is sold below the mid, b, in currency; >= 0. @default {0} */
  readonly endCost?: number;
}

/** A schedule of selling. */
export interface SellingCurve {
  /** Position left at a time 0 … horizon, in units. */
  readonly position: (time: number) => number;
  /** Units sold in a unit of time, at a time 0 … horizon. */
  readonly rate: (time: number) => number;
}

/**
 * The schedule that Almgren and Chriss would sell by, where selling at rate v earns the depth −ln(v/A)/k: the
 * limit of {@linkcode liquidation} for large positions in small orders.
 *
 * Maximises ∫(v·δ(v) − ½γσ²q²)dt − b·q(T). Along the way H(∂θ/∂q) − ½γσ²q² is constant, H(p) = (A/k)e^{−1−kp}, and
 * v = k·H, so
 * $$-\dot q = \alpha q^2 + \kappa,\qquad \alpha = k\gamma\sigma^2/2,$$
 * with κ from the end: v(T) = A·e^{kb−1}, or q(T) = 0 where that would sell more than there is. Guéant, Lehalle,
 * Fernandez-Tapia (2012), arXiv 1106.3279; Almgren and Chriss, "Optimal execution of portfolio
 * transactions" (2001).
 *
 * @param options Position, horizon, risk aversion, market and what a unit left costs.
 * @returns Position and rate over time.
 * @throws {RangeError} Where an option is out of its range; when read, where the time is not within the sale.
 *
 * @example Nothing is left where what is left is dear
 * ```ts
 * import { almgrenChriss } from "@digital-market-maker/lab";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { position } = almgrenChriss({
 *   position: 20, horizon: 300, riskAversion: 0.05, volatility: 0.3, scale: 0.1, decay: 0.3, endCost: 50,
 * });
 * assertAlmostEquals(position(0), 20, 1e-9);
 * assertAlmostEquals(position(300), 0, 1e-9);
 * ```
 */
export function almgrenChriss(options: AlmgrenChrissOptions): SellingCurve {
  const action = "build almgrenChriss";
  checkKeys<AlmgrenChrissOptions>(action, options, {
    position: true,
    horizon: true,
    riskAversion: true,
    volatility: true,
    scale: true,
    decay: true,
    endCost: true,
  });
  const { position, horizon, riskAversion, volatility, scale, decay, endCost = 0 } = options;
  for (
    const name of ["position", "horizon", "riskAversion", "volatility", "scale", "decay"] as const
  ) {
    checkPositive(action, name, options[name]);
  }
  checkNonNegative(action, "endCost", endCost);
  const alpha = decay * riskAversion * volatility ** 2 / 2;
  const lastRate = scale * Math.exp(decay * endCost - 1);
  const needed = (left: number, constant: number) => duration(position, left, alpha, constant);
  const atEnd = (left: number) => lastRate - alpha * left * left;
  // Who sells at κ or faster all the time has sold all with κ = position/T.
  const most = Math.min(lastRate, position / horizon);
  // The more is left, the less time it takes; with nothing left, the last rate may be slower.
  const empties = needed(0, most) < horizon;
  const left = empties ? 0 : falling(0, position, (x) => needed(x, atEnd(x)) - horizon);
  const constant = empties ? falling(0, most, (x) => needed(0, x) - horizon) : atEnd(left);
  const held = (name: string, time: number) => {
    const known = typeof time === "number" && time >= 0 && time <= horizon;
    checkThat(`take ${name} of almgrenChriss`, "time", `0 … ${horizon}`, time, known);
    return time === horizon ? left : Math.max(left, heldAfter(position, time, alpha, constant));
  };
  return {
    position: (time) => held("position", time),
    rate: (time) => alpha * held("rate", time) ** 2 + constant,
  };
}

/** The time in which −q′ = αq² + κ takes q from one value down to another; Infinity where it never gets there. */
function duration(from: number, to: number, alpha: number, constant: number): number {
  if (from <= to) return 0;
  if (alpha * to * to + constant <= 0) return Infinity;
  // The difference of two arcs as one arc: no digits are lost where κ is near 0.
  const fall = (from - to) / (constant / alpha + from * to);
  const turn = Math.sqrt(Math.abs(constant) / alpha) * fall;
  const arc = constant > 0 ? Math.atan(turn) : Math.atanh(Math.min(1, turn));
  return fall / alpha * (turn < 1e-8 ? 1 : arc / turn);
}

/** What is left after a time in which −q′ = αq² + κ. */
function heldAfter(from: number, time: number, alpha: number, constant: number): number {
  const turn = Math.sqrt(alpha * Math.abs(constant)) * time;
  const bent = constant > 0 ? Math.tan(turn) : Math.tanh(turn);
  const run = time * (turn < 1e-8 ? 1 : bent / turn);
  return (from - constant * run) / (1 + alpha * from * run);
}

/** Where a falling function crosses zero. */
function falling(low: number, high: number, value: (x: number) => number): number {
  return value(low) > 0 ? crossing(low, high, (x) => value(x) > 0) : low;
}

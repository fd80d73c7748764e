/**
 * The optimal market maker's game by the classical Runge–Kutta rule in equal steps, written from the
 * Hamilton–Jacobi–Bellman equation: it shares the beliefs' names with the library and nothing else.
 */
import type { GueantLehalleOptions, Quote } from "@digital-market-maker/lab";
import { rungeKutta } from "../runge_kutta.ts";

/** A solved game. */
export interface IntegratedGame {
  /** What is to come is worth, in currency, holding so many orders. */
  readonly value: (lots: number) => number;
  /** The best depths, holding so many orders; NaN beyond the largest inventory. */
  readonly quote: (lots: number) => Quote;
}

/** Solves the game for a time left. */
export function integratedGame(
  options: GueantLehalleOptions,
  timeLeft: number,
  steps: number,
): IntegratedGame {
  const { riskAversion: gamma, volatility: sigma, orderSize = 1, drift = 0, impact = 0 } = options;
  const { penalty = () => 0, terminalPenalty = () => 0 } = options;
  const limit = Math.round(options.maxInventory / orderSize);
  const risk = gamma * orderSize;
  const side = (name: "bid" | "ask") => {
    const [scale, k] = [options.scale, options.decay].map((both) =>
      typeof both === "number" ? both : both[name]
    );
    // The largest A·e^{−kδ}·(1 − e^{−γ(Δδ + jump)})/γ over δ, and where it lies.
    const eta = gamma === 0 ? scale / Math.E : scale * (1 + risk / k) ** -(1 + k / risk);
    return {
      most: (jump: number) => eta * orderSize / k * Math.exp(k * jump / orderSize),
      depth: (jump: number) =>
        (gamma === 0 ? 1 / k : Math.log(1 + risk / k) / risk) - jump / orderSize,
    };
  };
  const [bid, ask] = [side("bid"), side("ask")];
  // Our own fill moves the mid against all that is then held.
  const bought = (theta: readonly number[], i: number) =>
    theta[i + 1] - theta[i] - impact * (i + 1 - limit) * orderSize;
  const sold = (theta: readonly number[], i: number) =>
    theta[i - 1] - theta[i] + impact * (i - 1 - limit) * orderSize;
  const slope = (theta: readonly number[]) =>
    theta.map((_, i) => {
      const q = (i - limit) * orderSize;
      return drift * q - gamma * sigma * sigma * q * q / 2 - penalty(q) +
        (i < 2 * limit ? bid.most(bought(theta, i)) : 0) + (i > 0 ? ask.most(sold(theta, i)) : 0);
    });
  const theta = rungeKutta(
    slope,
    Array.from(
      { length: 2 * limit + 1 },
      (_, i) => -terminalPenalty(Math.abs(i - limit) * orderSize),
    ),
    timeLeft,
    steps,
  );
  return {
    value: (lots) => theta[lots + limit],
    quote: (lots) => ({
      bidDepth: bid.depth(bought(theta, lots + limit)),
      askDepth: ask.depth(sold(theta, lots + limit)),
    }),
  };
}

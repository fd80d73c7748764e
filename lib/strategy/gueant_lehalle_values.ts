import { checkFinite, checkNonNegative, checkPositive, checkThat, checkWhole } from "../check.ts";
import type { TridiagonalFlowOptions } from "../numeric/tridiagonal_flow.ts";
import { fillRate, fillTerm } from "./fill_term.ts";

/** What the Guéant–Lehalle–Fernandez-Tapia market makers are told to believe. */
export interface GueantLehalleBeliefs {
  /** Risk aversion γ, in 1/currency; >= 0. */
  readonly riskAversion: number;
  /** Believed volatility σ, in currency/√time; >= 0. */
  readonly volatility: number;
  /** Believed scale A of the intensity, in fills/time; > 0. */
  readonly scale: number;
  /** Believed decay k of the intensity with depth, in 1/currency; > 0. */
  readonly decay: number;
  /** Believed drift μ of the mid-price, in currency/time. @default {0} */
  readonly drift?: number;
  /** Believed impact ξ: how far each of our fills moves the mid against us, in currency; >= 0. @default {0} */
  readonly impact?: number;
  /** Size of one order, in units; > 0. @default {1} */
  readonly orderSize?: number;
}

/** Beliefs together with the inventory the market maker never exceeds. */
export interface GueantLehalleOptions extends GueantLehalleBeliefs {
  /** Largest inventory Q, in units; a multiple of the order size. */
  readonly maxInventory: number;
  /** Cost b(|q|) of the inventory at the end, in currency; >= 0, Infinity forbids it. @default {no cost} */
  readonly terminalPenalty?: (inventory: number) => number;
}

/**
 * Beliefs counted in lots of one order: a lot's price is the order size times the unit's, so σ, μ and ξ
 * grow with the order size and k falls. γ, A and every amount of money stay as they are.
 */
export interface LotBeliefs {
  readonly gamma: number;
  readonly sigma: number;
  readonly scale: number;
  readonly decay: number;
  readonly drift: number;
  readonly impact: number;
  readonly orderSize: number;
  /** η = A(1 + γ/k)^{−(1+k/γ)}, which tends to A/e as γ → 0; in 1/time. */
  readonly eta: number;
  /** (1/γ)·ln(1 + γ/k) + ξ/2, per lot. */
  readonly fillTerm: number;
}

/** Checks beliefs and counts them in lots. */
export function lotBeliefs(action: string, beliefs: GueantLehalleBeliefs): LotBeliefs {
  const { riskAversion: gamma, volatility, scale, decay, drift = 0, impact = 0, orderSize = 1 } =
    beliefs;
  checkNonNegative(action, "riskAversion", gamma);
  checkNonNegative(action, "volatility", volatility);
  checkPositive(action, "scale", scale);
  checkPositive(action, "decay", decay);
  checkFinite(action, "drift", drift);
  checkNonNegative(action, "impact", impact);
  checkPositive(action, "orderSize", orderSize);
  const k = decay / orderSize;
  const xi = impact * orderSize;
  return {
    gamma,
    sigma: volatility * orderSize,
    scale,
    decay: k,
    drift: drift * orderSize,
    impact: xi,
    orderSize,
    eta: fillRate(scale, gamma, k, 1),
    fillTerm: fillTerm(gamma, k, 1) + xi / 2,
  };
}

/** The largest inventory in lots. */
export function lotLimit(action: string, maxInventory: number, orderSize: number): number {
  checkPositive(action, "maxInventory", maxInventory);
  const lots = Math.round(maxInventory / orderSize);
  const whole = lots > 0 && Math.abs(lots * orderSize - maxInventory) <= 1e-9 * maxInventory;
  checkThat(action, "maxInventory", `a multiple of orderSize ${orderSize}`, maxInventory, whole);
  return checkWhole(action, "maxInventory / orderSize", lots);
}

/**
 * The linear system behind the optimal quotes, on inventories −Q … Q in lots.
 *
 * With v_q = e^{kθ_q} and θ the value of the game, the Hamilton–Jacobi–Bellman equation becomes v′ = −Mv:
 * $$\dot v_q = -(\alpha q^2 - \beta q)\,v_q + \eta e^{-k\xi/2}(v_{q-1} + v_{q+1}),\qquad
 * v_q(0) = e^{-k(\xi q^2/2 + b(|q|))}$$
 * with α = kγσ²/2, β = kμ. Guéant, Lehalle, Fernandez-Tapia (2013), propositions 1 and 2, section 5.
 *
 * @param options Beliefs, largest inventory and terminal penalty.
 * @returns The system, for `tridiagonalFlow`.
 * @throws {RangeError} Where a belief is out of its range.
 */
export function gueantLehalleSystem(options: GueantLehalleOptions): TridiagonalFlowOptions {
  const action = "build gueantLehalle";
  const { gamma, sigma, decay: k, drift, impact, eta, orderSize } = lotBeliefs(action, options);
  const limit = lotLimit(action, options.maxInventory, orderSize);
  const penalty = options.terminalPenalty ?? (() => 0);
  const lots = Array.from({ length: 2 * limit + 1 }, (_, i) => i - limit);
  const alpha = k * gamma * sigma * sigma / 2;
  return {
    diagonal: lots.map((q) => -alpha * q * q + k * drift * q),
    offDiagonal: eta * Math.exp(-k * impact / 2),
    initialLog: lots.map((q) => {
      const cost = penalty(Math.abs(q) * orderSize);
      checkThat(action, "terminalPenalty", ">= 0", cost, cost >= 0);
      return -k * (impact * q * q / 2 + cost);
    }),
  };
}

import {
  checkFinite,
  checkNonNegative,
  checkPositive,
  checkThat,
  checkWhole,
  type KeysOf,
} from "../check.ts";
import type { TridiagonalFlowOptions } from "../numeric/tridiagonal_flow.ts";
import { fillRate, fillTerm } from "./fill_term.ts";
import { positiveSides, type Sides } from "./sides.ts";

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

/** Checks a scale that is one number, and what flow is worth at best: η of {@linkcode fillRate}, in 1/time. */
export function evenFillRate(
  action: string,
  scale: number,
  { gamma, decay }: Pick<LotBeliefs, "gamma" | "decay">,
): number {
  return fillRate(checkPositive(action, "scale", scale), gamma, decay, 1);
}

/** Beliefs together with the inventory the market maker never exceeds. */
export interface GueantLehalleOptions extends Omit<GueantLehalleBeliefs, "scale"> {
  /** Believed scale A of the intensity, in fills/time; > 0, or one each for `bid` and `ask`. */
  readonly scale: Sides;
  /** Largest inventory Q, in units; a multiple of the order size. */
  readonly maxInventory: number;
  /**
   * Cost ψ(q) of holding an inventory, in currency/time, beside ½γσ²q²; finite. ½φσ²q² is mistrust of the drift
   * (Cartea, Donnelly and Jaimungal, 2017), B·|q| the worst drift within ±B. @default {no cost}
   */
  readonly penalty?: (inventory: number) => number;
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
  readonly decay: number;
  readonly drift: number;
  readonly impact: number;
  readonly orderSize: number;
  /** (1/γ)·ln(1 + γ/k) + ξ/2, per lot. */
  readonly fillTerm: number;
}

/** Checks beliefs and counts them in lots. */
export function lotBeliefs(
  action: string,
  beliefs: Omit<GueantLehalleBeliefs, "scale">,
): LotBeliefs {
  const { riskAversion: gamma, volatility, decay, drift = 0, impact = 0, orderSize = 1 } = beliefs;
  checkNonNegative(action, "riskAversion", gamma);
  checkNonNegative(action, "volatility", volatility);
  checkPositive(action, "decay", decay);
  checkFinite(action, "drift", drift);
  checkNonNegative(action, "impact", impact);
  checkPositive(action, "orderSize", orderSize);
  const k = decay / orderSize;
  const xi = impact * orderSize;
  return {
    gamma,
    sigma: volatility * orderSize,
    decay: k,
    drift: drift * orderSize,
    impact: xi,
    orderSize,
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
 * $$\dot v_q = -(\alpha q^2 - \beta q + k\psi(q))\,v_q + e^{-k\xi/2}(\eta_a v_{q-1} + \eta_b v_{q+1}),\qquad
 * v_q(0) = e^{-k(\xi q^2/2 + b(|q|))}$$
 * with α = kγσ²/2, β = kμ and a penalty ψ of inventory. Guéant, Lehalle, Fernandez-Tapia (2013), propositions 1 and 2, section 5.
 *
 * @param options Beliefs, largest inventory and penalties.
 * @param action What is built, for errors. @default {"build gueantLehalle"}
 * @returns The system, for `tridiagonalFlow`.
 * @throws {RangeError} Where a belief is out of its range.
 */
export function gueantLehalleSystem(
  options: GueantLehalleOptions,
  action = "build gueantLehalle",
): TridiagonalFlowOptions {
  const scale = positiveSides(action, "scale", options.scale);
  const { gamma, sigma, decay: k, drift, impact, orderSize } = lotBeliefs(action, options);
  const limit = lotLimit(action, options.maxInventory, orderSize);
  const { penalty = () => 0, terminalPenalty = () => 0 } = options;
  const lots = Array.from({ length: 2 * limit + 1 }, (_, i) => i - limit);
  const flow = (scale: number) => fillRate(scale, gamma, k, 1) * Math.exp(-k * impact / 2);
  const alpha = k * gamma * sigma * sigma / 2;
  return {
    diagonal: lots.map((q) => {
      const held = q * orderSize;
      const cost = checkFinite(action, `penalty at inventory ${held}`, penalty(held));
      return -alpha * q * q + k * (drift * q - cost);
    }),
    offDiagonal: { lower: flow(scale.ask), upper: flow(scale.bid) },
    initialLog: lots.map((q) => {
      const cost = terminalPenalty(Math.abs(q) * orderSize);
      checkThat(action, "terminalPenalty", ">= 0", cost, cost >= 0);
      return -k * (impact * q * q / 2 + cost);
    }),
  };
}

/** What there is to believe. */
export const beliefKeys: KeysOf<GueantLehalleBeliefs> = {
  riskAversion: true,
  volatility: true,
  scale: true,
  decay: true,
  drift: true,
  impact: true,
  orderSize: true,
};

/** All options of the optimal strategies within a largest inventory. */
export const gueantLehalleKeys: KeysOf<GueantLehalleOptions> = {
  ...beliefKeys,
  maxInventory: true,
  penalty: true,
  terminalPenalty: true,
};

import { callable, maybe } from "../kinds.ts";
import { checkFinite, checkNonNegative, checkPositive, type KeysOf } from "../check.ts";
import { fillRate, fillTerm } from "./fill_term.ts";
import { type BothSides, eachSide, positiveSides, type Sides } from "../sides.ts";

/** What the Guéant–Lehalle–Fernandez-Tapia market makers are told to believe. */
export interface GueantLehalleBeliefs {
  /** Risk aversion γ, in 1/currency; >= 0. */
  readonly riskAversion: number;
  /** Believed volatility σ, in currency/√time; >= 0. */
  readonly volatility: number;
  /** Believed scale A of the intensity, in fills/time; > 0, or one each for `bid` and `ask`. */
  readonly scale: Sides;
  /** Believed decay k of the intensity with depth, in 1/currency; > 0, or one each for `bid` and `ask`. */
  readonly decay: Sides;
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
  readonly decay: BothSides;
  readonly drift: number;
  readonly impact: number;
  readonly orderSize: number;
  /** (1/γ)·ln(1 + γ/k) + ξ/2, per lot. */
  readonly fillTerm: BothSides;
  /** What flow is worth to whoever quotes best, with our impact: η·e^{−kξ/2}, in 1/time. */
  readonly flow: BothSides;
}

/** Checks beliefs and counts them in lots. */
export function lotBeliefs(action: string, beliefs: GueantLehalleBeliefs): LotBeliefs {
  const { riskAversion: gamma, volatility, drift = 0, impact = 0, orderSize = 1 } = beliefs;
  checkNonNegative(action, "riskAversion", gamma);
  checkNonNegative(action, "volatility", volatility);
  const scale = positiveSides(action, "scale", beliefs.scale);
  const perUnit = positiveSides(action, "decay", beliefs.decay);
  checkFinite(action, "drift", drift);
  checkNonNegative(action, "impact", impact);
  checkPositive(action, "orderSize", orderSize);
  const decay = eachSide((side) => perUnit[side] / orderSize);
  const xi = impact * orderSize;
  return {
    gamma,
    sigma: volatility * orderSize,
    decay,
    drift: drift * orderSize,
    impact: xi,
    orderSize,
    fillTerm: eachSide((side) => fillTerm(gamma, decay[side], 1) + xi / 2),
    flow: eachSide((side) =>
      fillRate(scale[side], gamma, decay[side], 1) * Math.exp(-decay[side] * xi / 2)
    ),
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
  penalty: maybe(callable),
  terminalPenalty: maybe(callable),
};

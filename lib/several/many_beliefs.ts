import { checkPositive, checkWhole, type KeysOf } from "../check.ts";
import { fillRate, fillTerm } from "../strategy/fill_term.ts";
import { type BothSides, eachSide, positiveSides, type Sides } from "../sides.ts";

/** What the market maker of several assets is told to believe of one of them. */
export interface AssetBeliefs {
  /** Believed scale A of the intensity, in fills/time; > 0, or one each for `bid` and `ask`. */
  readonly scale: Sides;
  /** Believed decay k of the intensity with depth, in units/currency; > 0, or one each for `bid` and `ask`. */
  readonly decay: Sides;
  /** Size Δ of one order, in units; > 0. @default {1} */
  readonly orderSize?: number;
  /** Largest inventory Q, in orders; a whole number >= 1. */
  readonly maxOrders: number;
}

/** What an asset's beliefs are. */
export const assetKeys: KeysOf<AssetBeliefs> = {
  scale: true,
  decay: true,
  orderSize: true,
  maxOrders: true,
};

/** One asset, checked, with what does not depend on the inventory worked out for each side. */
export interface Asset {
  readonly orderSize: number;
  readonly maxOrders: number;
  readonly decay: BothSides;
  /** ηΔ/k, the weight of a fill in the equation of the value; in currency/time. */
  readonly weight: BothSides;
  /** m = ln(1 + γΔ/k)/(γΔ), the depth at which a fill of no consequence is best; in currency. */
  readonly fillTerm: BothSides;
}

/** Checks one asset's beliefs. */
export function assetOf(
  action: string,
  name: string,
  riskAversion: number,
  { scale, decay, orderSize = 1, maxOrders }: AssetBeliefs,
): Asset {
  checkPositive(action, `${name}.orderSize`, orderSize);
  checkWhole(action, `${name}.maxOrders`, maxOrders);
  const a = positiveSides(action, `${name}.scale`, scale);
  const k = positiveSides(action, `${name}.decay`, decay);
  return {
    orderSize,
    maxOrders,
    decay: k,
    weight: eachSide((side) =>
      fillRate(a[side], riskAversion, k[side], orderSize) * orderSize / k[side]
    ),
    fillTerm: eachSide((side) => fillTerm(riskAversion, k[side], orderSize)),
  };
}

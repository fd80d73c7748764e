import { checkPositive, checkWhole } from "../check.ts";
import { logRatio } from "../numeric/log_ratio.ts";
import { type BothSides, positiveSides, type Sides } from "../strategy/sides.ts";

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
  const risk = riskAversion * orderSize;
  const weight = (side: "bid" | "ask") =>
    a[side] * orderSize / k[side] *
    Math.exp(-Math.log1p(risk / k[side]) - k[side] * logRatio(risk, k[side]));
  return {
    orderSize,
    maxOrders,
    decay: k,
    weight: { bid: weight("bid"), ask: weight("ask") },
    fillTerm: { bid: logRatio(risk, k.bid), ask: logRatio(risk, k.ask) },
  };
}

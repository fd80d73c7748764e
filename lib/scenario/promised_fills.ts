import type { BothSides } from "../sides.ts";
import type { Session } from "../trading/session.ts";

/** What was believed of the orders of each side. */
export interface Beliefs {
  /** A, in orders/time. */
  readonly scale: BothSides;
  /** k, in 1/currency. */
  readonly decay: BothSides;
}

/** Expected fills of the quotes that stood, under the exact rule. */
export function promised(
  { grid, midPrice, bid, ask }: Session,
  { scale, decay }: Beliefs,
): number {
  const chance = (side: "bid" | "ask", depth: number) =>
    Number.isNaN(depth) ? 0 : -Math.expm1(-scale[side] * Math.exp(-decay[side] * depth) * grid.dt);
  return bid.reduce(
    (s, _, n) => s + chance("bid", midPrice[n] - bid[n]) + chance("ask", ask[n] - midPrice[n]),
    0,
  );
}

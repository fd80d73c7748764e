import { logRatio } from "../numeric/log_ratio.ts";

/**
 * The best depth of one side where its fill has probability 1 − e^{−λ}, λ the expected orders at that depth:
 *
 * $$s\delta + \text{extra} + \text{change} = \frac1\gamma\ln\Bigl(1 + \frac{\gamma s}k\,c(\lambda)\Bigr),
 * \qquad c(\lambda) = \frac{e^\lambda - 1}\lambda,\qquad \lambda = A\,dt\,e^{-k\delta}$$
 * The left side rises with δ and the right falls, so Newton's method is kept within a bracket.
 *
 * @param gamma Risk aversion γ, in 1/currency.
 * @param side Decay k, orders at the mid A·dt, share s and extra.
 * @param change What the fill makes of all that is to come, in currency.
 * @param least The depth at which c would be 1, in currency: the root is not below it.
 */
export function crowdedDepth(
  gamma: number,
  { decay, expected, share, extra }: {
    readonly decay: number;
    readonly expected: number;
    readonly share: number;
    readonly extra: number;
  },
  change: number,
  least: number,
): number {
  const most = logRatio(gamma, decay / (share * (Math.E - 1)));
  let low = least;
  // Where one order or less is expected, c is at most e − 1.
  let high = Math.max(Math.log(expected) / decay, (most - change - extra) / share);
  let depth = high;
  for (let turn = 0; turn < 200; turn++) {
    const orders = expected * Math.exp(-decay * depth);
    const crowding = orders > 0 ? Math.expm1(orders) / orders : 1;
    const overflows = !(crowding < 1e300);
    const value = overflows
      ? -Infinity
      : share * depth + extra + change - logRatio(gamma, decay / (share * crowding));
    if (value < 0) low = depth;
    else high = depth;
    // λ·c′ = 1 + (λ − 1)·c, and dλ/dδ = −kλ.
    const bend = (1 + (orders - 1) * crowding) / (1 + gamma * share / decay * crowding);
    const newton = overflows ? NaN : depth - value / (share * (1 + bend));
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - depth) <= 1e-15 * (1 + Math.abs(depth))) return next;
    depth = next;
  }
  return depth;
}

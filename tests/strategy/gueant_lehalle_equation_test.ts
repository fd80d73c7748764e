import { assert, assertGreater } from "@std/assert";
import { tridiagonalFlow } from "../../lib/numeric/tridiagonal_flow.ts";
import { gueantLehalle } from "../../lib/strategy/gueant_lehalle.ts";
import { gueantLehalleSystem } from "../../lib/strategy/gueant_lehalle_system.ts";
import type { GueantLehalleOptions } from "../../lib/strategy/gueant_lehalle_values.ts";
import type { Strategy } from "../../lib/strategy/strategy.ts";

/** Beliefs with the same flow on both sides. */
type Even = GueantLehalleOptions & { readonly scale: number; readonly decay: number };

/** The parameters of the paper's figures. */
const published: Even = {
  riskAversion: 0.01,
  volatility: 0.3,
  scale: 0.9,
  decay: 0.3,
  maxInventory: 30,
};

const at = ({ quote }: Strategy, inventory: number, timeLeft = 600) =>
  quote({ time: 0, timeLeft, midPrice: NaN, inventory });

/**
 * The Hamilton–Jacobi–Bellman equation before any substitution, with the quotes as they are given:
 * θ′ = μq − ½γσ²q² + Σ A e^{−kδ}(1 − e^{−γ(δ + jump in θ)})/γ, where our own fill moves the mid by ξ.
 */
function residual(
  options: Even,
  inventory: number,
  tau: number,
  strategy = gueantLehalle(options),
): number {
  const { riskAversion: gamma, volatility, scale, decay, drift = 0, impact = 0 } = options;
  const flow = tridiagonalFlow(gueantLehalleSystem(options));
  // The system's values lack the worth of the mid that our inventory would have moved: ξq²/2.
  const theta = (q: number, t: number) => {
    const { logs, top } = flow(t);
    return (logs[q + options.maxInventory] + top) / decay + impact * q * q / 2;
  };
  const h = 0.02;
  const slope = (d: number) => theta(inventory, tau + d * h) - theta(inventory, tau - d * h);
  const change = (45 * slope(1) - 9 * slope(2) + slope(3)) / (60 * h);
  const { bidDepth, askDepth } = at(strategy, inventory, tau);
  const here = theta(inventory, tau);
  const fill = (depth: number, jump: number) =>
    scale * Math.exp(-decay * depth) * -Math.expm1(-gamma * (depth + jump)) / gamma;
  const q = inventory;
  const side = (to: number, depth: number, moved: number) =>
    depth === Infinity ? 0 : fill(depth, theta(to, tau) - here + moved);
  const bid = side(q + 1, bidDepth, -impact * (q + 1));
  const ask = side(q - 1, askDepth, impact * (q - 1));
  return change - (drift * q - gamma * volatility ** 2 * q * q / 2 + bid + ask);
}

Deno.test("gueantLehalle() solves its differential equation to 1e-9, quotes put back in", () => {
  const variants: readonly Partial<Even>[] = [
    {},
    { drift: 0.02 },
    { terminalPenalty: (q) => 0.05 * q * q },
    { impact: 0.1 },
    { drift: -0.01, impact: 0.05, terminalPenalty: (q) => q, riskAversion: 0.1 },
  ];
  for (const change of variants) {
    for (const inventory of [0, 1, -7, 29, 30]) {
      const left = residual({ ...published, ...change }, inventory, 20);
      assert(Math.abs(left) < 1e-9, `${JSON.stringify(change)} at ${inventory}: ${left}`);
    }
  }
  // Quotes that do not know of an impact leave a residual, and so would a lost factor e^{−kξ/2}.
  const blind = residual({ ...published, impact: 0.1 }, 5, 20, gueantLehalle(published));
  assertGreater(Math.abs(blind), 1e-5);
});

Deno.test("gueantLehalle() quotes are the best: any other depth is worth less", () => {
  const strategy = gueantLehalle(published);
  const { riskAversion: gamma, scale, decay } = published;
  const flow = tridiagonalFlow(gueantLehalleSystem(published));
  const { logs } = flow(100);
  for (const inventory of [0, 4, -12]) {
    const jump = (logs[inventory + 31] - logs[inventory + 30]) / decay;
    const worth = (depth: number) =>
      scale * Math.exp(-decay * depth) * -Math.expm1(-gamma * (depth + jump)) / gamma;
    const { bidDepth } = at(strategy, inventory, 100);
    for (const off of [-0.01, 0.01]) assertGreater(worth(bidDepth), worth(bidDepth + off));
  }
});

/**
 * Every sequence of fills a short session can bring, with the normal law of profit that each leaves open:
 * the exact law as a sum of normal laws, found without any recursion over inventories.
 */
import type { PolicyTable } from "../../lib/trading/policy_table.ts";

/** A normal law with its weight. */
export interface NormalPart {
  readonly weight: number;
  readonly mean: number;
  readonly variance: number;
}

/** What a session's steps are made of: prices μ·dt ± σ√dt, fees at a fixed price. */
export interface FillsOptions {
  readonly table: PolicyTable;
  readonly initialPrice: number;
  /** A number, or one for each step and inventory held while the price moves. */
  readonly drift: number | ((n: number, held: number) => number);
  readonly volatility: number;
}

/** Lists the normal laws; the table's limit rules must not bind. */
export function everyFill({ table, initialPrice, drift, volatility }: FillsOptions): NormalPart[] {
  const { grid: { steps, dt }, maxLots, stride, execution: { rebate } } = table;
  const parts: NormalPart[] = [];
  const walk = (n: number, lots: number, { weight, mean, variance }: NormalPart) => {
    if (weight === 0) return;
    if (n === steps) {
      parts.push({ weight, mean, variance });
      return;
    }
    const at = n * stride + lots + maxLots;
    for (const bid of [0, 1]) {
      for (const ask of [0, 1]) {
        const probability = (bid ? table.bidFill[at] : 1 - table.bidFill[at]) *
          (ask ? table.askFill[at] : 1 - table.askFill[at]);
        const [below, above] = [bid ? table.bidDepth[at] : 0, ask ? table.askDepth[at] : 0];
        const notional = bid * (initialPrice - below) + ask * (initialPrice + above);
        const held = lots + bid - ask;
        const trend = typeof drift === "number" ? drift : drift(n, held);
        walk(n + 1, held, {
          weight: weight * probability,
          mean: mean + below + above + rebate * notional + held * trend * dt,
          variance: variance + held * held * volatility * volatility * dt,
        });
      }
    }
  };
  walk(0, 0, { weight: 1, mean: 0, variance: 0 });
  return parts;
}

/** Φ(x), by the complementary error function's continued fraction or series: good to 1e-14. */
export function normalDistribution(x: number): number {
  const z = Math.abs(x) / Math.SQRT2;
  let tail: number;
  if (z < 2.5) {
    let term = z, sum = z;
    for (let n = 1; Math.abs(term) > 1e-18; n++) {
      term *= -z * z / n;
      sum += term / (2 * n + 1);
    }
    tail = (1 - 2 / Math.sqrt(Math.PI) * sum) / 2;
  } else {
    let fraction = 0;
    for (let n = 200; n > 0; n--) fraction = n / 2 / (z + fraction);
    tail = Math.exp(-z * z) / Math.sqrt(Math.PI) / (z + fraction) / 2;
  }
  return x < 0 ? tail : 1 - tail;
}

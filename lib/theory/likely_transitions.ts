import type { PolicyTable } from "../trading/policy_table.ts";
import { carry, type Transition } from "./carry.ts";
import type { OutcomeReader } from "./outcomes.ts";

/** A transition as the characteristic function reads it. */
export interface LikelyTransition extends Transition {
  /** Its probability. */
  readonly probability: number;
  /** Index of what it gains in the list of gains. */
  readonly gain: number;
}

/** What can happen and matters, listed once to be gone through at many frequencies. */
export interface LikelyTransitions {
  /** Largest inventory that anything leads to, in orders: a band of its own, narrower than the table's. */
  readonly maxLots: number;
  /** By step and index in that band. */
  readonly transitions: (n: number, i: number) => readonly LikelyTransition[];
  /** The different gains, in currency. */
  readonly gains: Float64Array<ArrayBuffer>;
}

const NONE: readonly LikelyTransition[] = [];

/**
 * Lists the transitions between inventories that are as likely as `negligible` or more, those from
 * inventories less likely left out; by the recursion itself, with probabilities carried.
 */
export function likelyTransitions(
  table: PolicyTable,
  outcomes: OutcomeReader,
  negligible: number,
): LikelyTransitions {
  const { maxLots: flat, grid: { steps } } = table;
  const gains = new Map<number, number>();
  const found: { n: number; lots: number; to: number; probability: number; gain: number }[] = [];
  let step = 0, maxLots = 0;
  carry(table, outcomes, {
    blank: (places) => new Float64Array(places),
    start(mass, flat) {
      mass[flat] = 1;
    },
    clear: (mass) => void mass.fill(0),
    holds: (mass, i) => mass[i] > 0 && mass[i] >= negligible,
    pass(mass, i, next, outcomes) {
      for (const { to, probability, gain } of outcomes) {
        const arriving = mass[i] * probability;
        if (to > 2 * flat || arriving < negligible) continue;
        next[to] += arriving;
        if (!gains.has(gain)) gains.set(gain, gains.size);
        found.push({ n: step, lots: i - flat, to: to - flat, probability, gain: gains.get(gain)! });
        maxLots = Math.max(maxLots, Math.abs(to - flat));
      }
    },
    move(_mass, _first, _last, n) {
      step = n;
    },
  });
  const width = 2 * maxLots + 1;
  const lists: LikelyTransition[][] = new Array(steps * width);
  for (const { n, lots, to, probability, gain } of found) {
    (lists[n * width + lots + maxLots] ??= []).push({ to: to + maxLots, probability, gain });
  }
  return {
    maxLots,
    transitions: (n, i) => lists[n * width + i] ?? NONE,
    gains: Float64Array.from(gains.keys()),
  };
}

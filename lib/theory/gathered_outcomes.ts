import type { Transition } from "./carry.ts";
import { lottery } from "./lottery.ts";
import type { Outcome, OutcomeReader } from "./outcomes.ts";

/** What leads from one inventory to another, and what it is worth in all. */
export interface Chance extends Transition {
  /** Its probability. */
  readonly probability: number;
  /** Certainty equivalent of what it gains, in currency. */
  readonly gain: number;
}

/**
 * No fill and both fills, which lead to the same inventory, taken for one: what came before is the same for
 * both, so that to somebody who judges by e^{−γY} their lottery is worth a sure amount.
 */
export function gatheredOutcomes(
  outcomes: OutcomeReader,
  gamma: number,
): (n: number, i: number) => readonly Chance[] {
  const known: { readonly list: readonly Outcome[]; readonly chances: readonly Chance[] }[] = [];
  return (n, i) => {
    const list = outcomes(n, i);
    if (known[i]?.list !== list) known[i] = { list, chances: gathered(list, gamma) };
    return known[i].chances;
  };
}

function gathered(list: readonly Outcome[], gamma: number): readonly Chance[] {
  const none = list[0], both = list[list.length - 1];
  if (none === both || none.to !== both.to) return list;
  const probability = none.probability + both.probability;
  const miss = none.probability / probability, chance = both.probability / probability;
  const gain = lottery(gamma, miss, none.gain, chance, both.gain);
  return [{ to: none.to, probability, gain }, ...list.slice(1, -1)];
}

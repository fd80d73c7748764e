import type { Progress } from "../progress.ts";
import type { PolicyTable } from "../trading/policy_table.ts";

/** One of the things that can happen to an inventory in a step: where it leads, and what an algebra reads. */
export interface Transition {
  /** Inventory after it, as an index into the table's row; the place after the row where it left the band. */
  readonly to: number;
}

/**
 * What is carried along: a state holds numbers for every inventory of the band, at its index in the
 * table's row, and in one place more for what left the band in the last step.
 */
export interface Algebra<State, T extends Transition> {
  /** A new state for so many inventories and the place beyond them. */
  readonly blank: (places: number) => State;
  /** Puts what a session starts with at the index of an inventory of zero. */
  readonly start: (state: State, flat: number) => void;
  /** Makes a state blank again. */
  readonly clear: (state: State) => void;
  /** Whether anything is carried at an index. */
  readonly holds: (state: State, i: number) => boolean;
  /** Adds what transitions make of the numbers at `i` to the next state, where each of them leads. */
  readonly pass: (from: State, i: number, next: State, transitions: readonly T[]) => void;
  /** Lets the price move while the inventories from index `first` to `last` are held, up to grid time n. */
  readonly move: (state: State, first: number, last: number, n: number) => void;
}

/**
 * The forward recursion of every exact result. Depths depend on step and inventory alone, so inventory is a
 * Markov chain: in each step a transition hands what is carried at one inventory to another, where it is
 * added to what arrives from elsewhere; then the price moves. What is carried is the algebra's.
 *
 * Inventory starts at zero and changes by an order a side at most, so after n steps it is within n orders.
 *
 * @param table Number of steps and the band.
 * @param transitions What can happen in step n to the inventory at index i.
 * @param algebra What is carried.
 * @param progress Is told how many steps are done.
 * @returns The state at the session's end.
 */
export function carry<State, T extends Transition>(
  { grid: { steps }, maxLots }: Pick<PolicyTable, "grid" | "maxLots">,
  transitions: (n: number, i: number) => readonly T[],
  algebra: Algebra<State, T>,
  progress?: Progress,
): State {
  const places = 2 * maxLots + 2;
  let now = algebra.blank(places), next = algebra.blank(places);
  algebra.start(now, maxLots);
  for (let n = 0; n < steps; n++) {
    progress?.(n, steps);
    algebra.clear(next);
    const reach = Math.min(n, maxLots);
    for (let i = maxLots - reach; i <= maxLots + reach; i++) {
      if (algebra.holds(now, i)) algebra.pass(now, i, next, transitions(n, i));
    }
    const wider = Math.min(n + 1, maxLots);
    algebra.move(next, maxLots - wider, maxLots + wider, n + 1);
    [now, next] = [next, now];
  }
  progress?.(steps, steps);
  return now;
}

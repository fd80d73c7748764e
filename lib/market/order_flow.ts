import type { RandomStream } from "../random/streams.ts";
import type { Tape } from "./tape.ts";

/** Which of the maker's quotes is meant: bids are hit by sell orders, asks by buy orders. */
export type Side = "bid" | "ask";

/**
 * How market orders arrive and how far they reach: the seam for every order flow.
 *
 * A flow may look at the mid-prices of the tape, also at those to come: informed flow does.
 */
export interface OrderFlow {
  /** The flow's name, as its constructor is called. */
  readonly name: string;
  /**
   * A memoryless flow that draws the same words first, so that its tapes are much like these: what is known
   * exactly of it takes noise from estimates here. Where there is one and the flow is not memoryless itself.
   */
  readonly coupled?: MemorylessFlow;
  /** Writes `tape.buyReach` and `tape.sellReach`; the mid-prices are already there. */
  readonly draw: (random: RandomStream, tape: Tape) => void;
}

/**
 * A flow whose steps are independent of each other and of the price. Policy tables and exact solvers
 * need no more of it than the probability of a fill.
 *
 * Its `draw` takes 2N words of the stream at once, step n's buy order from word 2n, its sell order from
 * word 2n + 1, and `reachOf` falls as the word's upper 31 bits rise: so the fast simulation can compare
 * words and leave the reaches unwritten.
 */
export interface MemorylessFlow extends OrderFlow {
  /** Probability that a quote of this depth on this side is filled in a step of length dt. */
  readonly fillProbability: (side: Side, depth: number, dt: number) => number;
  /** The reach that a 32-bit word stands for; a buy order's where the side is the ask. */
  readonly reachOf: (side: Side, word: number, dt: number) => number;
}

/**
 * Whether a flow is memoryless, so that policies on it can be tabulated.
 *
 * @param flow Any order flow.
 * @returns Whether it knows its fill probabilities and reaches.
 */
export function isMemoryless(flow: OrderFlow): flow is MemorylessFlow {
  return "fillProbability" in flow && "reachOf" in flow;
}

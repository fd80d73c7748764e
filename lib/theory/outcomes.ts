import type { PolicyTable } from "../trading/policy_table.ts";
import type { Execution } from "../trading/execution.ts";
import { type StepEvents, tradeStep } from "../trading/step.ts";

/**
 * What can happen to one inventory in one step, before the price moves.
 *
 * Wealth changes by gain + (rebateSlope − feeSlope)·(S_n − S_0): spread, rebates and fees are linear in the
 * price. The mid jumps by `jump` where our own fills move it; the jump's worth is in `gain`.
 */
export interface Outcome {
  /** Its probability. */
  readonly probability: number;
  /** Inventory after it, as an index into the table's row, or in orders: as whoever asks counts it. */
  readonly to: number;
  /** Change of wealth at S_n = S_0, in currency. */
  readonly gain: number;
  /** Change of rebates with the mid-price, in units. */
  readonly rebateSlope: number;
  /** Change of taker fees with the mid-price, in units. */
  readonly feeSlope: number;
  /** How far our fills move the mid, in currency. */
  readonly jump: number;
  /** Units bought by the bid. */
  readonly bought: number;
  /** Units sold by the ask. */
  readonly sold: number;
  /** Units crossed as a taker, without sign. */
  readonly crossed: number;
  /** Spread earned, in currency. */
  readonly spread: number;
  /** Maker rebates at S_0, in currency. */
  readonly rebate: number;
  /** Taker fees at S_0, in currency. */
  readonly fee: number;
  /** Crossing costs, in currency. */
  readonly crossing: number;
}

/**
 * Which mid-price rebates and fees are taken at: the one at the trade, as the engine does, or S_0
 * throughout, as the whole law of profit has to.
 */
export type FeePrice = "trade" | "initial";

/** One inventory at a step's start, what stands in the book for it, and how likely that is filled. */
export interface StandingQuote extends Omit<StepEvents, "bids" | "asks"> {
  /** Probability that the bid is filled. */
  readonly bidFill: number;
  /** Probability that the ask is filled. */
  readonly askFill: number;
}

const sides = [[0, 0], [1, 0], [0, 1], [1, 1]] as const;

/**
 * Lists what can happen to a quote that stands. What a step comes to is the trade loop's.
 *
 * @param quote The quote; its mid-price is S_0, at which gains are stated.
 * @param execution The terms of execution.
 * @param feesAt Which mid-price rebates and fees are taken at.
 * @param place How an inventory afterwards, in orders, is counted.
 * @returns The outcomes; those of probability 0 are left out.
 */
export function outcomesOf(
  quote: StandingQuote,
  execution: Execution,
  feesAt: FeePrice,
  place: (lots: number) => number,
): readonly Outcome[] {
  const { lots, midPrice, bidDepth, askDepth, bidFill, askFill } = quote;
  const atTrade = feesAt === "trade" ? 1 : 0;
  const list: Outcome[] = [];
  for (const [bids, asks] of sides) {
    const probability = (bids ? bidFill : 1 - bidFill) * (asks ? askFill : 1 - askFill);
    if (!(probability > 0)) continue;
    const step = tradeStep({ lots, bids, asks, midPrice, bidDepth, askDepth }, execution);
    const { bought, sold, impact, booking: { spread, rebate, fee, crossing } } = step;
    const crossed = Math.abs(step.crossed);
    list.push({
      probability,
      to: place(step.lots),
      gain: spread + rebate - fee - crossing + step.lots * execution.orderSize * impact,
      rebateSlope: atTrade * execution.rebate * (bought + sold),
      feeSlope: atTrade * execution.fee * crossed,
      jump: impact,
      bought,
      sold,
      crossed,
      spread,
      rebate,
      fee,
      crossing,
    });
  }
  return list;
}

/** Lists what can happen at step n to the inventory at row index i. */
export type OutcomeReader = (n: number, i: number) => readonly Outcome[];

/**
 * Reads a policy table as a Markov chain; what leaves the band is in the place after the row.
 *
 * @param table The policy.
 * @param midPrice Mid-price S_0, at which gains are stated.
 * @param feesAt Which mid-price rebates and fees are taken at.
 * @returns The reader.
 */
export function outcomeReader(
  table: PolicyTable,
  midPrice: number,
  feesAt: FeePrice,
): OutcomeReader {
  const { execution, maxLots, stride, bidDepth, askDepth, bidFill, askFill } = table;
  const place = (lots: number) => Math.abs(lots) > maxLots ? 2 * maxLots + 1 : lots + maxLots;
  const listed = (n: number, i: number) => {
    const at = n * stride + i;
    const quote = {
      lots: i - maxLots,
      midPrice,
      bidDepth: bidDepth[at],
      askDepth: askDepth[at],
      bidFill: bidFill[at],
      askFill: askFill[at],
    };
    return outcomesOf(quote, execution, feesAt, place);
  };
  if (stride > 0) return listed;
  const known: (readonly Outcome[])[] = [];
  return (n, i) => known[i] ??= listed(n, i);
}

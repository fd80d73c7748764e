import type { PolicyTable } from "../trading/policy_table.ts";
import { tradeStep } from "../trading/step.ts";

/**
 * What can happen to one inventory in one step, before the price moves.
 *
 * Wealth changes by gain + (rebateSlope − feeSlope)·(S_n − S_0): spread, rebates and fees are linear in the
 * price. The mid jumps by `jump` where our own fills move it; the jump's worth is in `gain`.
 */
export interface Outcome {
  /** Its probability. */
  readonly probability: number;
  /** Inventory after it, as an index into the table's row; the place after the row where it left the band. */
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

/** Lists what can happen at step n to the inventory at row index i. */
export type OutcomeReader = (n: number, i: number) => readonly Outcome[];

/**
 * Reads a policy table as a Markov chain. What a step comes to is the trade loop's.
 *
 * @param table The policy.
 * @param initialPrice Mid-price S_0, at which gains are stated.
 * @param feesAt Which mid-price rebates and fees are taken at.
 * @returns The reader; outcomes of probability 0 are left out.
 */
export function outcomeReader(
  table: PolicyTable,
  initialPrice: number,
  feesAt: FeePrice,
): OutcomeReader {
  const { execution, maxLots, stride, bidDepth, askDepth, bidFill, askFill } = table;
  const { orderSize } = execution;
  const atTrade = feesAt === "trade" ? 1 : 0;
  const sides = [[0, 0], [1, 0], [0, 1], [1, 1]] as const;

  const outcome = (
    at: number,
    i: number,
    probability: number,
    bids: number,
    asks: number,
  ): Outcome => {
    const step = tradeStep({
      lots: i - maxLots,
      bids,
      asks,
      midPrice: initialPrice,
      bidDepth: bidDepth[at],
      askDepth: askDepth[at],
    }, execution);
    const { lots, bought, sold, impact, booking: { spread, rebate, fee, crossing } } = step;
    const crossed = Math.abs(step.crossed);
    return {
      probability,
      to: Math.abs(lots) > maxLots ? 2 * maxLots + 1 : lots + maxLots,
      gain: spread + rebate - fee - crossing + lots * orderSize * impact,
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
    };
  };

  const listed = (n: number, i: number) => {
    const at = n * stride + i;
    const list: Outcome[] = [];
    for (const [bids, asks] of sides) {
      const probability = (bids ? bidFill[at] : 1 - bidFill[at]) *
        (asks ? askFill[at] : 1 - askFill[at]);
      if (probability > 0) list.push(outcome(at, i, probability, bids, asks));
    }
    return list;
  };
  if (stride > 0) return listed;
  const known: (readonly Outcome[])[] = [];
  return (n, i) => known[i] ??= listed(n, i);
}

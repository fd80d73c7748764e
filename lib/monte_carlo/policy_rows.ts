import type { MemorylessFlow } from "../market/order_flow.ts";
import type { Execution } from "../trading/execution.ts";
import type { PolicyTable } from "../trading/policy_table.ts";
import { tradeStep } from "../trading/step.ts";
import { ALWAYS, fillThresholds } from "./fill_threshold.ts";
import { ROW } from "./kernel/layout.ts";

/*
 * The kernel's tables; `kernel/step.as.ts` says what a row holds. Money in them is counted for a 32nd of
 * an order, since rows are 32 bytes apart. Forced trades are fills that never fail. The two rows beyond
 * the tabulated inventories fill nothing: a path that ends there has left the table, and is traded again by
 * the plain loop.
 */

/** A policy's rows, one behind the other; step by step where it reads time. */
export function policyRows(table: PolicyTable, flow: MemorylessFlow): ArrayBuffer {
  const { maxLots, stride, grid: { steps, dt }, forced, execution } = table;
  const { bidDepth, askDepth, bidFill, askFill } = table;
  const width = 2 * maxLots + 3, times = stride === 0 ? 1 : steps;
  const rows = new ArrayBuffer(times * width * ROW);
  const integers = new Int32Array(rows), reals = new Float64Array(rows);
  for (let row = 0; row < times * width; row++) integers[8 * row] = integers[8 * row + 1] = -1;
  const asks = fillThresholds(flow, "ask", dt), bids = fillThresholds(flow, "bid", dt);
  const known: Partial<Record<number, readonly [sold: Earnings, bought: Earnings]>> = {};
  for (let lots = -maxLots; lots <= maxLots; lots++) {
    const must = forced[lots + maxLots], quoted = must === 0 ? 1 : 0;
    const [sold, bought] = known[must] ??= [
      earningsOf(execution, lots, { bids: 0, asks: quoted }),
      earningsOf(execution, lots, { bids: quoted, asks: 0 }),
    ];
    const soldFrom = sold.fixed - moved(sold, lots),
      boughtFrom = bought.fixed - moved(bought, lots);
    // A function of its own, as in `policyTable`: a first run waits for no compiler.
    const writeRow = (n: number) => {
      const row = n * width + lots + maxLots + 1, at = n * stride + lots + maxLots;
      const ask = must < 0 ? ALWAYS : asks(askDepth[at], askFill[at]);
      const bid = must > 0 ? ALWAYS : bids(bidDepth[at], bidFill[at]);
      integers[8 * row] = ask - 1;
      integers[8 * row + 1] = bid - 1;
      reals[4 * row + 1] = sold.ofMid;
      // Where nothing is ever filled there may be no quote: a depth without end.
      if (ask > 0) reals[4 * row + 2] = soldFrom + (must < 0 ? 0 : sold.ofDepth * askDepth[at]);
      if (bid > 0) {
        reals[4 * row + 3] = boughtFrom + (must > 0 ? 0 : bought.ofDepth * bidDepth[at]);
      }
    };
    // By step n nobody holds more than n orders; where one row serves all steps, it is met later.
    for (let n = times === 1 ? 0 : Math.abs(lots); n < times; n++) writeRow(n);
  }
  return rows;

  /**
   * Impact moves the session's mid away from the tape's by −ξ·lots: the trader earns its shares there, and
   * what it holds afterwards moves with the mid.
   */
  function moved({ ofMid, change }: Earnings, lots: number): number {
    return execution.impact * (ofMid * lots + ROW * (lots + change) * change);
  }
}

/** What a step earns beyond the mid, ofMid · S + ofDepth · depth + fixed, and how it changes the lots. */
interface Earnings {
  readonly ofMid: number;
  readonly ofDepth: number;
  readonly fixed: number;
  readonly change: number;
}

/**
 * What a step with these fills earns for a 32nd of an order, flattening and impact left out. The trade loop's
 * own step says so: it is linear in the mid-price and in the depth, and the same at all lots that must, or
 * need not, trade.
 */
function earningsOf(
  execution: Execution,
  lots: number,
  fills: { readonly bids: number; readonly asks: number },
): Earnings {
  const { orderSize, breach } = execution;
  const terms: Execution = { ...execution, breach: breach === "flatten" ? "none" : breach };
  const earned = (midPrice: number, depth: number, crossingCost = 0) => {
    const events = { lots, ...fills, midPrice, bidDepth: depth, askDepth: depth };
    const { booking, lots: next } = tradeStep(events, { ...terms, crossingCost });
    const { spread, rebate, fee, crossing } = booking;
    return { money: (spread + rebate - fee - crossing) * ROW / orderSize, next };
  };
  const { money, next } = earned(0, 0, terms.crossingCost);
  return {
    ofMid: earned(1, 0).money,
    ofDepth: earned(0, 1).money,
    fixed: money,
    change: next - lots,
  };
}

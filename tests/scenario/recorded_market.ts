/** Small recorded markets, and traders on them. */
import { execution, naive, type Session, type Strategy } from "@digital-market-maker/lab";
import { readMarket, replay } from "@digital-market-maker/lab/data";
import { assertAlmostEquals } from "@std/assert";
import { type ReplayRules, tradeRecorded } from "../../lib/scenario/trade_recorded.ts";

const T = "time_us,price,quantity,aggressor\n";
const Q = "time_us,bid,bid_quantity,ask,ask_quantity\n";

/** A market of rows, replayed in steps of a second unless told otherwise. */
export const recorded = (trades: readonly string[], quotes: readonly string[], options = {}) =>
  replay(
    [readMarket(T + trades.join("\n") + "\n"), readMarket(Q + quotes.join("\n") + "\n")],
    { dt: 1, ...options },
  );
export type Market = Awaited<ReturnType<typeof recorded>>;

/** Always the same depths. */
export const fixed = (bidDepth: number, askDepth: number): Strategy => ({
  ...naive({ halfSpread: 1 }),
  name: "fixed",
  quote: () => ({ bidDepth, askDepth }),
});
/** A session on a market, with fees. */
export function played(market: Market, strategy: Strategy, rules: ReplayRules = {}, terms = {}) {
  const trader = { strategy, execution: execution({ rebate: 0.001, fee: 0.002, ...terms }) };
  return tradeRecorded(market.tape, market, [0, market.tape.grid.steps], trader, rules);
}

/** Wealth moves by what the columns say, step by step. */
export function assertIdentity(
  { wealth, midPrice, inventory, spreadEarned, rebates, fees, crossingCosts }: Session,
) {
  spreadEarned.forEach((spread, n) => {
    const gain = spread + inventory[n + 1] * (midPrice[n + 1] - midPrice[n]) + rebates[n] -
      fees[n] -
      crossingCosts[n];
    assertAlmostEquals(wealth[n + 1] - wealth[n], gain, 1e-9);
  });
}

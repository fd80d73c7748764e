import { streams } from "@digital-market-maker/lab";
import type { Quote, Trade } from "./written_market.ts";

/** Its first moment, in microseconds. */
export const start = 1_723_161_600_000_000;
const price = (ticks: number) => (ticks / 100).toFixed(2);

/** Two minutes of a market whose best quotes walk on cents, with market orders of some depth. */
export function drawnMarket(resolution: number) {
  const random = streams("layouts")("market");
  const [trades, quotes]: [Trade[], Quote[]] = [[], []];
  const onClock = (time: number) => resolution * Math.floor(time / resolution);
  let bid = 10_000;
  for (let time = start; time < start + 120e6;) {
    quotes.push({ time: onClock(time), bid: price(bid), ask: price(bid + 2) });
    const pause = Math.round(-2e5 * Math.log(random.uniform())) + 3000;
    if (random.uniform() < 0.6) {
      const buys = random.uniform() < 0.5;
      const beyond = Math.floor(-6 * Math.log(random.uniform()));
      trades.push({
        time: onClock(time + Math.floor(pause / 2)),
        price: price(buys ? bid + 2 + beyond : bid - beyond),
        quantity: (0.001 + Math.floor(1000 * random.uniform()) / 1000).toFixed(3),
        buys,
      });
    }
    bid += Math.floor(5 * random.uniform()) - 2;
    time += pause;
  }
  // Rows of trades and quotes in one repeat the quote at the last trade, so the market ends with a quote.
  quotes.push({ time: start + 125e6, bid: price(bid), ask: price(bid + 2) });
  return { trades, quotes };
}

/** One market written in each public layout. */
import { iso, ms, seconds, text, type Trade, word, type Writer } from "./written_market.ts";
import { vendorWriters } from "./vendor_writers.ts";

const aggRow = ({ time, price, quantity, buys }: Trade, i: number) =>
  `${i + 1},${price},${quantity},${7_000_000 + i},${7_000_000 + i},${ms(time)},${
    word(buys, "false", "true")
  }`;
/** A writer for each layout, by name. */
export const writers: Readonly<Record<string, Writer>> = {
  "trades and quotes": {
    resolution: 1,
    write: (trades, quotes) => ({
      trades: text(
        "time_us,price,quantity,aggressor",
        trades.map((t) => `${t.time},${t.price},${t.quantity},${word(t.buys, "buy", "sell")}`),
      ),
      quotes: text(
        "time_us,bid,bid_quantity,ask,ask_quantity",
        quotes.map((q) => `${q.time},${q.bid},3,${q.ask},2`),
      ),
    }),
  },
  "binance futures": {
    resolution: 1000,
    write: (trades, quotes) => ({
      trades: text(
        "agg_trade_id,price,quantity,first_trade_id,last_trade_id,transact_time,is_buyer_maker",
        trades.map(aggRow),
      ),
      // Interleaved: every other row comes after the next two.
      quotes: text(
        "update_id,best_bid_price,best_bid_qty,best_ask_price,best_ask_qty,transaction_time,event_time",
        quotes.map((q, i) => ({
          i: i % 2 ? i + 3.5 : i,
          row: `${i},${q.bid},3,${q.ask},2,${ms(q.time)},${ms(q.time)}`,
        }))
          .sort((a, b) => a.i - b.i).map(({ row }) => row),
      ),
    }),
  },
  "binance spot, headless": {
    resolution: 1000,
    write: (trades) => ({
      trades: text(undefined, trades.map((t, i) => `${aggRow(t, i)},true`)),
    }),
  },
  "binance futures, older, headless": {
    resolution: 1000,
    write: (trades, quotes) => ({
      trades: text(undefined, trades.map(aggRow)),
      quotes: text(
        undefined,
        quotes.map((q, i) => `${i},${q.bid},3,${q.ask},2,${ms(q.time)},${ms(q.time)}`),
      ),
    }),
  },
  "binance spot, microseconds": {
    resolution: 1,
    write: (trades) => ({
      trades: text(
        undefined,
        trades.map((t, i) => `${aggRow(t, i).replace(`,${ms(t.time)},`, `,${t.time},`)},True`),
      ),
    }),
  },
  "binance trades": {
    resolution: 1000,
    write: (trades) => ({
      trades: text(
        "id,price,qty,quote_qty,time,is_buyer_maker",
        trades.map((t, i) =>
          `${i},${t.price},${t.quantity},1,${ms(t.time)},${word(t.buys, "false", "true")}`
        ),
      ),
    }),
  },
  "bybit contracts": {
    resolution: 100,
    write: (trades) => ({
      trades: text(
        "timestamp,symbol,side,size,price,tickDirection,trdMatchID,grossValue,homeNotional,foreignNotional",
        trades.map((t) =>
          `${seconds(100 * Math.floor(t.time / 100), 4)},BTCUSDT,${
            word(t.buys, "Buy", "Sell")
          },${t.quantity},${t.price},ZeroPlusTick,a-b,1,1,1`
        ),
      ),
    }),
  },
  "bybit spot": {
    resolution: 1000,
    write: (trades) => ({
      trades: text(
        "id,timestamp,price,volume,side,rpi",
        trades.map((t, i) =>
          `${i},${ms(t.time)},${t.price},${t.quantity},${word(t.buys, "buy", "sell")},0`
        ),
      ),
    }),
  },
  okx: {
    resolution: 1000,
    write: (trades) => ({
      trades: text(
        "instrument_name,trade_id,side,price,size,created_time,source",
        trades.map((t, i) =>
          `BTC-USDT,${i},${word(t.buys, "buy", "sell")},${t.price},${t.quantity},${ms(t.time)},0`
        ),
      ),
    }),
  },
  "okx, older": {
    resolution: 1000,
    write: (trades) => ({
      trades: text(
        "trade_id,side,size,price,created_time",
        trades.map((t, i) =>
          `${i},${word(t.buys, "BUY", "SELL")},${t.quantity},${t.price},${ms(t.time)}`
        ),
      ),
    }),
  },
  coinbase: {
    resolution: 1,
    write: (trades) => ({
      trades: text(
        "trade_id,side,size,price,created_at",
        trades.map((t, i) =>
          `${i},${word(t.buys, "SELL", "BUY")},${t.quantity},${t.price},${iso(t.time)}`
        ),
      ),
    }),
  },
  ...vendorWriters,
};

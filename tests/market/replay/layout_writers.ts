/** One market written in each public layout, to the resolution of its clock. */

/** A trade or a quote of the market; times in microseconds, prices as decimals. */
export interface Trade {
  readonly time: number;
  readonly price: string;
  readonly quantity: string;
  readonly buys: boolean;
}
export interface Quote {
  readonly time: number;
  readonly bid: string;
  readonly ask: string;
}

/** Files of one layout: trades and quotes, or both in one; undefined where the layout has none. */
export interface Written {
  readonly trades?: string;
  readonly quotes?: string;
}

/** How a layout is written, and the finest time it knows, in microseconds. */
export interface Writer {
  readonly resolution: number;
  readonly write: (trades: readonly Trade[], quotes: readonly Quote[]) => Written;
  /** What it needs to be read. */
  readonly reading?: Readonly<Record<string, unknown>>;
}

const text = (header: string | undefined, rows: readonly string[]) =>
  [...(header === undefined ? [] : [header]), ...rows].join("\n") + "\n";
const ms = (time: number) => Math.floor(time / 1000);
const seconds = (time: number, digits = 6) => (time / 1e6).toFixed(digits);
const iso = (time: number) =>
  new Date(ms(time)).toISOString().replace("Z", String(time % 1000).padStart(3, "0") + "Z");
const tenThousandths = (price: string) => String(Math.round(Number(price) * 1e4));
const nanos = (price: string) => String(Math.round(Number(price) * 1e4)) + "00000";
const word = (buys: boolean, yes: string, no: string) => buys ? yes : no;

const aggRow = ({ time, price, quantity, buys }: Trade, i: number) =>
  `${i + 1},${price},${quantity},${i + 1},${i + 1},${ms(time)},${word(buys, "false", "true")}`;
const databento =
  (times: (time: number) => string, prices: (price: string) => string) =>
  (trades: readonly Trade[], quotes: readonly Quote[]): Written => {
    const row = (
      time: number,
      action: string,
      side: string,
      price: string,
      size: string,
      q: Quote,
    ) =>
      [times(time), times(time), 1, 2, 3, action, side, 0, price && prices(price), size, 130, 1, 2]
        .concat([prices(q.bid), prices(q.ask), 3, 3, 1, 1, "AAPL"]).join(",");
    const header =
      "ts_recv,ts_event,rtype,publisher_id,instrument_id,action,side,depth,price,size,flags," +
      "ts_in_delta,sequence,bid_px_00,ask_px_00,bid_sz_00,ask_sz_00,bid_ct_00,ask_ct_00,symbol";
    const rows = quotes.map((q) => ({ time: q.time, row: row(q.time, "A", "N", "", "0", q) }));
    for (const t of trades) {
      const q = quotes.findLast(({ time }) => time <= t.time)!;
      rows.push({
        time: t.time,
        row: row(t.time, "T", word(t.buys, "B", "A"), t.price, t.quantity, q),
      });
    }
    return { trades: text(header, rows.sort((a, b) => a.time - b.time).map(({ row }) => row)) };
  };

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
  tardis: {
    resolution: 1,
    write: (trades, quotes) => ({
      trades: text(
        "exchange,symbol,timestamp,local_timestamp,id,side,price,amount",
        trades.map((t, i) =>
          `binance,BTCUSDT,${t.time},${t.time + 5000},x${i},${
            word(t.buys, "buy", "sell")
          },${t.price},${t.quantity}`
        ),
      ),
      quotes: text(
        "exchange,symbol,timestamp,local_timestamp,ask_amount,ask_price,bid_price,bid_amount",
        quotes.flatMap((q) => [
          `binance,BTCUSDT,${q.time},${q.time + 5000},2,${q.ask},${q.bid},3`,
          `binance,BTCUSDT,${q.time},${q.time + 5000},2,${q.ask},,`,
        ]).filter((row, i) => i % 7 === 1 || i % 2 === 0 || row === ""),
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
  "databento, ISO and decimals": {
    resolution: 1,
    write: databento(iso, (price) => price + "00000"),
  },
  "databento, nanoseconds and billionths": {
    resolution: 1,
    write: databento((time) => `${time}123`, nanos),
  },
  lobster: {
    resolution: 1,
    write(trades, quotes) {
      const midnight = 86_400e6 * Math.floor(trades[0].time / 86_400e6);
      const at = (time: number) => seconds(time - midnight, 9);
      const book = ({ bid, ask }: Quote) =>
        `${tenThousandths(ask)},2,${tenThousandths(bid)},3,9999999999,0,-9999999999,0`;
      const rows = quotes.map((q) => ({
        time: q.time,
        message: `${at(q.time)},1,7,3,${tenThousandths(q.bid)},1`,
        book: book(q),
      }));
      for (const t of trades) {
        const q = quotes.findLast(({ time }) => time <= t.time)!;
        const message = `${at(t.time)},4,7,${Math.round(1000 * Number(t.quantity))},${
          tenThousandths(t.price)
        },${word(t.buys, "-1", "1")}`;
        rows.push({ time: t.time, message, book: book(q) });
      }
      rows.sort((a, b) => a.time - b.time);
      return {
        trades: text(undefined, rows.map(({ message }) => message)),
        quotes: text(undefined, rows.map(({ book }) => book)),
      };
    },
  },
  "columns as named": {
    resolution: 1000,
    reading: {
      columns: [
        { time: "ts", price: "px", quantity: "q", side: "s" },
        { time: "when", bid: "b", bid_quantity: "bq", ask: "a", ask_quantity: "aq" },
      ],
      timeUnit: "ms",
    },
    write: (trades, quotes) => ({
      trades: text(
        "s,other,px,q,ts",
        trades.map((t) => `${word(t.buys, "B", "S")},x,${t.price},${t.quantity},${ms(t.time)}`),
      ),
      quotes: text("when,a,aq,b,bq", quotes.map((q) => `${ms(q.time)},${q.ask},2,${q.bid},3`)),
    }),
  },
  "columns by number": {
    resolution: 1,
    reading: { columns: [{ time: "1", price: "3", quantity: "2", side: "4" }] },
    write: (trades) => ({
      trades: text(
        undefined,
        trades.map((t) =>
          `${t.time * 1000 + 7},${t.quantity},${t.price},${word(t.buys, "buy", "sell")}`
        ),
      ),
    }),
  },
};

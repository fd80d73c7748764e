/** The market in the layouts of vendors, and in one of a user's own. */
import {
  iso,
  ms,
  nanos,
  type Quote,
  seconds,
  tenThousandths,
  text,
  type Trade,
  word,
  type Writer,
  type Written,
} from "./written_market.ts";

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

/** A writer for each, by name. */
export const vendorWriters: Readonly<Record<string, Writer>> = {
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

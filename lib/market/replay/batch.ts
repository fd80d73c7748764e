/** Consecutive trades of a file, as columns. */
export interface TradeBatch {
  /** Says that these are trades. */
  readonly kind: "trades";
  /** Times, in microseconds, never falling. */
  readonly time: Float64Array<ArrayBuffer>;
  /** Prices, in currency; > 0. */
  readonly price: Float64Array<ArrayBuffer>;
  /** Quantities, in the file's unit; > 0. */
  readonly quantity: Float64Array<ArrayBuffer>;
  /** Who crossed the spread: 1 for a buyer, −1 for a seller. */
  readonly aggressor: Int8Array<ArrayBuffer>;
}

/** Consecutive best quotes of a file, as columns. */
export interface QuoteBatch {
  /** Says that these are quotes. */
  readonly kind: "quotes";
  /** Times, in microseconds, never falling. */
  readonly time: Float64Array<ArrayBuffer>;
  /** Best bids, in currency; > 0. */
  readonly bid: Float64Array<ArrayBuffer>;
  /** Quantities at the best bids; > 0. */
  readonly bidQuantity: Float64Array<ArrayBuffer>;
  /** Best asks, in currency; not below the bids. */
  readonly ask: Float64Array<ArrayBuffer>;
  /** Quantities at the best asks; > 0. */
  readonly askQuantity: Float64Array<ArrayBuffer>;
}

/** Consecutive rows of a market file, checked. */
export type MarketBatch = TradeBatch | QuoteBatch;

/** One row while it is read, of trades or quotes; what a format does not have is NaN. */
export interface MarketRow {
  /** The exchange's number of a trade. */
  id: number;
  /** Time, in microseconds. */
  time: number;
  /** Price of a trade. */
  price: number;
  /** Quantity of a trade. */
  quantity: number;
  /** 1 where a buyer crossed the spread, −1 where a seller did. */
  aggressor: number;
  /** Best bid. */
  bid: number;
  /** Quantity at the best bid. */
  bidQuantity: number;
  /** Best ask. */
  ask: number;
  /** Quantity at the best ask. */
  askQuantity: number;
}

/** Rows as they are collected into a batch. */
export interface BatchWriter {
  /** Appends a row. */
  readonly push: (row: MarketRow) => void;
  /** The batch of all rows so far. */
  readonly batch: () => MarketBatch;
}

/** Collects at most `size` rows of a kind. */
export function batchWriter(kind: MarketBatch["kind"], size: number): BatchWriter {
  const blank = () => new Float64Array(size);
  const time = blank();
  let count = 0;
  const taken = (column: Float64Array<ArrayBuffer>) => column.subarray(0, count);
  if (kind === "trades") {
    const [price, quantity, aggressor] = [blank(), blank(), new Int8Array(size)];
    return {
      push(row) {
        time[count] = row.time;
        price[count] = row.price;
        quantity[count] = row.quantity;
        aggressor[count++] = row.aggressor;
      },
      batch: () => ({
        kind,
        time: taken(time),
        price: taken(price),
        quantity: taken(quantity),
        aggressor: aggressor.subarray(0, count),
      }),
    };
  }
  const [bid, bidQuantity, ask, askQuantity] = [blank(), blank(), blank(), blank()];
  return {
    push(row) {
      time[count] = row.time;
      bid[count] = row.bid;
      bidQuantity[count] = row.bidQuantity;
      ask[count] = row.ask;
      askQuantity[count++] = row.askQuantity;
    },
    batch: () => ({
      kind,
      time: taken(time),
      bid: taken(bid),
      bidQuantity: taken(bidQuantity),
      ask: taken(ask),
      askQuantity: taken(askQuantity),
    }),
  };
}

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

export const text = (header: string | undefined, rows: readonly string[]) =>
  [...(header === undefined ? [] : [header]), ...rows].join("\n") + "\n";
export const ms = (time: number) => Math.floor(time / 1000);
export const seconds = (time: number, digits = 6) => (time / 1e6).toFixed(digits);
export const iso = (time: number) =>
  new Date(ms(time)).toISOString().replace("Z", String(time % 1000).padStart(3, "0") + "Z");
export const tenThousandths = (price: string) => String(Math.round(Number(price) * 1e4));
export const nanos = (price: string) => String(Math.round(Number(price) * 1e4)) + "00000";
export const word = (buys: boolean, yes: string, no: string) => buys ? yes : no;

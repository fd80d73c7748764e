/**
 * Writes a long market in one layout for `deno task bench --capacity`: files in a folder, their paths on the
 * standard output as JSON, and how many rows they hold.
 *
 * @module
 */
import { writers } from "../market/replay/layout_writers.ts";
import type { Quote, Trade, Writer } from "../market/replay/written_market.ts";

const [name, folder, asked] = Deno.args;
const { resolution, write } = writers[name] as Writer;
const CHUNK = 250;
const START = 1_723_161_600_000_000;
/** Microseconds between trades: a day holds ten million. */
const PAUSE = 8640;

const price = (cents: number) => (cents / 100).toFixed(2);
const onClock = (time: number) => resolution * Math.floor(time / resolution);
const quoteAt = (i: number): Quote => {
  const bid = 6_183_763 + (Math.floor(i / 7) * 104_729) % 201;
  return { time: onClock(START + PAUSE * i), bid: price(bid), ask: price(bid + 1) };
};
const tradeAt = (i: number): Trade => {
  const { bid, ask } = quoteAt(i), buys = (i * 7919) % 3 === 0;
  const time = onClock(START + PAUSE * i + 4000);
  return { time, price: buys ? ask : bid, quantity: "0.00520", buys };
};

/** Rows as an array whose places go on from chunk to chunk, as the rows' numbers must. */
function numberedFrom<T>(first: number, rows: readonly T[]): readonly T[] {
  const map = <U>(of: (row: T, i: number) => U) =>
    Array.prototype.map.call(rows, (row, i) => of(row as T, first + i)) as U[];
  return Object.assign([...rows], {
    map,
    flatMap: <U>(of: (row: T, i: number) => U) => map(of).flat(),
  });
}

const files = new Map<string, { path: string; file: Deno.FsFile }>();
let rows = 0;
const encoder = new TextEncoder();
for (let first = 0; rows < Number(asked); first += CHUNK) {
  const places = Array.from({ length: CHUNK }, (_, i) => first + i);
  const [trades, quotes] = [places.map(tradeAt), places.map(quoteAt)];
  const written = write(numberedFrom(first, trades), numberedFrom(first, quotes));
  for (const [kind, text] of Object.entries(written) as [string, string][]) {
    const path = `${folder}/2024-08-09_${kind}.csv`;
    const known = files.get(kind);
    const { file } = known ??
      { file: Deno.openSync(path, { write: true, create: true, truncate: true }) };
    files.set(kind, { path, file });
    // A header's first word holds no digit.
    const hasHeader = !/\d/.test(text.slice(0, text.indexOf(","))) && !/^[A-Z]/.test(text);
    const body = known && hasHeader ? text.slice(text.indexOf("\n") + 1) : text;
    const bytes = encoder.encode(body);
    for (let done = 0; done < bytes.length;) done += file.writeSync(bytes.subarray(done));
    rows += body.split("\n").length - 1;
  }
}
for (const { file } of files.values()) file.close();
console.log(JSON.stringify({ paths: [...files.values()].map(({ path }) => path), rows }));

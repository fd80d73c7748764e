import { assert, assertEquals } from "@std/assert";
import type { MarketBatch, QuoteBatch, TradeBatch } from "../../../lib/market/replay/batch.ts";
import { mergeByTime } from "../../../lib/market/replay/merge_by_time.ts";
import type { FileLayout, MarketRows } from "../../../lib/market/replay/read_market.ts";
import { streams } from "../../../lib/random/streams.ts";

const ones = (length: number) => new Float64Array(length).fill(1);
const quotesAt = (times: readonly number[]): QuoteBatch => ({
  kind: "quotes",
  time: Float64Array.from(times),
  bid: ones(times.length),
  bidQuantity: ones(times.length),
  ask: ones(times.length),
  askQuantity: ones(times.length),
});
const tradesAt = (times: readonly number[]): TradeBatch => ({
  kind: "trades",
  time: Float64Array.from(times),
  price: ones(times.length),
  quantity: ones(times.length),
  aggressor: new Int8Array(times.length).fill(1),
});

/** A file of these batches, which says how many have been read. */
function fileOf(
  kind: FileLayout["kind"],
  batches: readonly MarketBatch[],
  read: () => void = () => {},
) {
  async function* rows() {
    for (const batch of batches) {
      read();
      yield batch;
    }
  }
  const all = rows();
  const layout = () => ({ kind, takesTimes: false, givesTimes: false });
  return { name: "a file", layout, [Symbol.asyncIterator]: () => all } as unknown as MarketRows;
}

/** A file of both kinds in blocks, with a share of trades among its rows. */
function blocks(seed: string, count: number, share: number) {
  const random = streams(seed)("blocks");
  let time = 0;
  const times: { kind: string; time: number }[] = [];
  const batches = Array.from({ length: count }, () => {
    const rows = Array.from({ length: 1 + Math.floor(4 * random.uniform()) }, () => ({
      time: time += Math.floor(3 * random.uniform()),
      kind: random.uniform() < share ? "trades" : "quotes",
    }));
    times.push(...rows);
    const of = (kind: string) => rows.filter((row) => row.kind === kind).map(({ time }) => time);
    return [quotesAt(of("quotes")), tradesAt(of("trades"))];
  }).flat();
  return { batches, times };
}

async function merged(files: readonly MarketRows[]) {
  const passed: { kind: string; time: number }[] = [];
  await mergeByTime(files, ({ kind, time }, from, to) => {
    for (let i = from; i < to; i++) passed.push({ kind, time: time[i] });
  });
  return passed;
}

/** Quotes before trades of the same time. */
const inOrder = (rows: readonly { kind: string; time: number }[]) =>
  rows.toSorted((a, b) => a.time - b.time || a.kind.localeCompare(b.kind));

Deno.test("mergeByTime() passes rows on in order of time, quotes before trades of one time", async () => {
  for (const share of [0, 0.02, 0.3, 0.9, 1]) {
    for (let i = 0; i < 20; i++) {
      const { batches, times } = blocks(`both ${share} ${i}`, 30, share);
      assertEquals(await merged([fileOf("trades and quotes", batches)]), inOrder(times));
      // The same rows, trades of another file among them.
      const other = blocks(`other ${share} ${i}`, 30, 1);
      const filled = other.batches.filter(({ time }) => time.length > 0);
      const quotes = batches.filter(({ kind, time }) => kind === "quotes" && time.length > 0);
      const alone = times.filter(({ kind }) => kind === "quotes");
      assertEquals(
        await merged([fileOf("trades", filled), fileOf("quotes", quotes)]),
        inOrder([...other.times, ...alone]),
      );
      const both = fileOf("trades and quotes", other.batches);
      assertEquals(
        await merged([fileOf("quotes", quotes), both]),
        inOrder([...other.times, ...alone]),
      );
    }
  }
});

Deno.test("mergeByTime() does not hold a file's quotes until a trade comes", async () => {
  let [read, passed, ahead] = [0, 0, 0];
  const batches = Array.from({ length: 500 }, (_, i) => [
    quotesAt([2 * i, 2 * i + 1]),
    tradesAt(i === 499 ? [2 * i + 1] : []),
  ]).flat();
  const file = fileOf("trades and quotes", batches, () => read++);
  await mergeByTime([file], ({ kind }) => {
    if (kind === "quotes") passed++;
    ahead = Math.max(ahead, read / 2 - passed);
  });
  assert(ahead <= 2, `${ahead} blocks were held`);
});

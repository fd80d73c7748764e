import type { MarketBatch } from "./batch.ts";
import { openLanes } from "./lanes.ts";
import type { MarketRows } from "./read_market.ts";

/**
 * Takes the rows from `from` to `to` − 1 of a batch.
 *
 * @internal
 */
export type RowSink = (batch: MarketBatch, from: number, to: number) => void;

/** A file, and the batch of it that is at hand. */
interface Source {
  readonly rows: AsyncIterator<MarketBatch>;
  batch: MarketBatch | undefined;
  next: number;
}

/**
 * Goes through several files at once in order of time, quotes before trades of the same time. A file waits
 * for those before it of its kind, so files of a kind must follow each other.
 *
 * @param files The files' rows.
 * @param sink Takes stretches of them.
 *
 * @internal
 */
export async function mergeByTime(files: readonly MarketRows[], sink: RowSink): Promise<void> {
  const sources: Source[] = [];
  try {
    for (const rows of await openLanes(files)) {
      const source: Source = { rows, batch: undefined, next: 0 };
      sources.push(source);
      await refill(source);
    }
    while (true) {
      const first = (kind: MarketBatch["kind"]) =>
        sources.find(({ batch }) => batch?.kind === kind);
      const [quotes, trades] = [first("quotes"), first("trades")];
      if (!quotes && !trades) return;
      passOn(quotes, trades, sink);
      for (const source of [quotes, trades]) {
        if (source?.batch && source.next === source.batch.time.length) await refill(source);
      }
    }
  } finally {
    // Where one file is broken, the others must be let go too.
    for (const { rows } of sources) await rows.return?.();
  }
}

async function refill(source: Source): Promise<void> {
  const { value, done } = await source.rows.next();
  source.batch = done ? undefined : value;
  source.next = 0;
}

/** Passes rows on, the earliest first, until one of the two has no more at hand. */
function passOn(quotes: Source | undefined, trades: Source | undefined, sink: RowSink): void {
  const times = (source: Source | undefined) => source?.batch?.time ?? [];
  const [quoted, traded] = [times(quotes), times(trades)];
  const pass = (source: Source, to: number) => {
    sink(source.batch!, source.next, to);
    source.next = to;
  };
  while (true) {
    const [q, t] = [quoted[quotes?.next ?? 0], traded[trades?.next ?? 0]];
    if (quotes && !(q > t)) {
      let to = quotes.next + 1;
      while (to < quoted.length && !(quoted[to] > t)) to++;
      pass(quotes, to);
      if (to === quoted.length) return;
    } else if (trades) {
      let to = trades.next + 1;
      while (to < traded.length && !(traded[to] >= q)) to++;
      pass(trades, to);
      if (to === traded.length) return;
    }
  }
}

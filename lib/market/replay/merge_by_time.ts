import type { MarketBatch } from "./batch.ts";
import { type Lane, openLanes } from "./lanes.ts";
import type { MarketRows } from "./read_market.ts";

/** Takes the rows from `from` to `to` − 1 of a batch. */
export type RowSink = (batch: MarketBatch, from: number, to: number) => void;

/** A file, and the batch of it that is at hand. */
interface Source {
  readonly rows: Lane;
  batch: MarketBatch | undefined;
  next: number;
  /** How many batches have been taken: those of one number come from the same rows of a file with both kinds. */
  block: number;
}

/**
 * Goes through several files at once in order of time, quotes before trades of the same time. A file waits
 * for those before it of its kind, so files of a kind must follow each other.
 *
 * @param files The files' rows.
 * @param sink Takes stretches of them.
 */
export async function mergeByTime(files: readonly MarketRows[], sink: RowSink): Promise<void> {
  const sources: Source[] = [];
  try {
    for (const rows of await openLanes(files)) {
      const source: Source = { rows, batch: undefined, next: 0, block: 0 };
      sources.push(source);
      await refill(source);
    }
    while (true) {
      const first = (kind: MarketBatch["kind"]) =>
        sources.find(({ batch }) => batch?.kind === kind);
      const [quotes, trades] = [first("quotes"), first("trades")];
      if (!quotes && !trades) return;
      // Of a file with both kinds, no rows of one are no rows up to the end of the other's; of two files they
      // say nothing, and more is read first.
      const sameFile = quotes?.rows.file === trades?.rows.file;
      if (![quotes, trades].some(isEmpty)) passOn(quotes, trades, sink);
      else if (sameFile && isEmpty(trades)) passBefore(quotes!, trades!, Infinity, sink);
      // A quote of their last moment may follow, and comes before trades of the same time.
      else if (sameFile) passBefore(trades!, quotes!, trades!.batch!.time.at(-1)!, sink);
      for (const source of [quotes, trades]) {
        if (source?.batch && source.next === source.batch.time.length) await refill(source);
      }
    }
  } finally {
    // Where one file is broken, the others must be let go too.
    for (const { rows } of sources) await rows.return?.();
  }
}

/** Passes rows on before a time, unless they come after what is empty. */
function passBefore(source: Source, empty: Source, end: number, sink: RowSink): void {
  if (source.block > empty.block) return;
  const { time } = source.batch!;
  let to = source.next;
  while (to < time.length && time[to] < end) to++;
  if (to > source.next) sink(source.batch!, source.next, to);
  source.next = to;
}

const isEmpty = (source: Source | undefined) => source?.batch?.time.length === 0;

async function refill(source: Source): Promise<void> {
  const { value, done } = await source.rows.next();
  source.batch = done ? undefined : value;
  source.next = 0;
  source.block++;
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

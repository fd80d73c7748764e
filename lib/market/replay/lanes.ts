import type { MarketBatch } from "./batch.ts";
import type { MarketRows } from "./read_market.ts";

/** Batches of one kind, in order of time. */
export interface Lane extends AsyncIterator<MarketBatch> {
  /** The file that they come from. */
  readonly file: MarketRows;
}

/** A file that is being read; batches wait for whoever asks for their kind. */
interface Pump {
  readonly file: MarketRows;
  readonly waiting: Record<MarketBatch["kind"], MarketBatch[]>;
  /** Reads the next batch; false at the end. */
  readonly read: () => Promise<boolean>;
  readonly close: () => Promise<unknown>;
}

/**
 * Opens files: a lane for each, or two for a file that holds trades and quotes in the same rows. Rows without
 * times get those of the file that gives them.
 *
 * @throws {TypeError} Where a file that needs times has none beside it, or one of another length.
 */
export async function openLanes(files: readonly MarketRows[]): Promise<readonly Lane[]> {
  const pumps = files.map(pumpOf);
  try {
    for (const pump of pumps) await pump.read();
    return pumps.flatMap((pump): readonly Lane[] => {
      const { kind, takesTimes } = pump.file.layout();
      if (kind === "trades and quotes") return [laneOf(pump, "quotes"), laneOf(pump, "trades")];
      const lane = laneOf(pump, kind);
      return [takesTimes ? timedLane(lane, pump.file, giverOf(pump.file, pumps)) : lane];
    });
  } catch (error) {
    for (const { close } of pumps) await close();
    throw error;
  }
}

function pumpOf(file: MarketRows): Pump {
  const rows = file[Symbol.asyncIterator]();
  const waiting: Pump["waiting"] = { trades: [], quotes: [] };
  return {
    file,
    waiting,
    async read() {
      const { value, done } = await rows.next();
      if (!done) waiting[(value as MarketBatch).kind].push(value);
      return !done;
    },
    close: async () => await rows.return?.(),
  };
}

function laneOf({ file, waiting, read, close }: Pump, kind: MarketBatch["kind"]): Lane {
  const end = { value: undefined, done: true } as const;
  return {
    file,
    async next() {
      while (waiting[kind].length === 0) if (!await read()) return end;
      return { value: waiting[kind].shift()!, done: false };
    },
    async return() {
      await close();
      return end;
    },
  };
}

function giverOf(file: MarketRows, pumps: readonly Pump[]): Pump {
  const givers = pumps.filter((pump) => pump.file.layout().givesTimes);
  if (givers.length === 1) return givers[0];
  throw new TypeError(
    `Cannot read ${file.name} as its rows have no times: one file of messages must be named with it, ` +
      `there are ${givers.length}`,
  );
}

/** Gives rows the times of the giver's rows, which must be as many. */
function timedLane(lane: Lane, file: MarketRows, giver: Pump): Lane {
  const times = giver.file.rowTimes!;
  const unequal = (found: string): never => {
    throw new TypeError(
      `Cannot read ${file.name} as it must have as many rows as ${giver.file.name}: it has ${found}`,
    );
  };
  return {
    ...lane,
    async next() {
      const found = await lane.next();
      if (found.done) {
        await giver.read();
        const rows = file.rowsSeen!();
        if (times.length() > rows) unequal(`${rows}, there are ${times.length()} or more`);
        return found;
      }
      const { time } = found.value;
      while (times.length() <= time[time.length - 1]) {
        if (await giver.read()) continue;
        if (times.length() > time[time.length - 1]) break;
        unequal(`more than ${times.length()}`);
      }
      return {
        value: { ...found.value, time: time.map((place) => times.at(place)!) },
        done: false,
      };
    },
  };
}

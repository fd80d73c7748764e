import { type FileReplay, replay } from "../market/replay/replay.ts";
import { openedFile } from "../notebook/market_files.ts";
import { readingBytes } from "./reading_progress.ts";
import { type ColumnMapping, MEANINGS } from "../market/replay/column_mapping.ts";
import { LAYOUTS } from "../market/replay/layouts/list.ts";
import { type Flag, flag, optional, readValue, toggle, UsageError, type Values } from "./flags.ts";
import { wrapped } from "./help_text.ts";
import { number, type ValueKind, whole, word } from "./values.ts";

const columnMapping: ValueKind<ColumnMapping> = {
  rule: `KEY=COLUMN,… with keys among ${MEANINGS.join(", ")}, each once`,
  read(text) {
    const pairs = text.split(",").map((pair) => /^([a-z_]+)=(.+)$/.exec(pair));
    const known = pairs.every((pair) => pair && MEANINGS.includes(pair[1]));
    const once = new Set(pairs.map((pair) => pair?.[1])).size === pairs.length;
    return known && once
      ? Object.fromEntries(pairs.map((pair) => [pair![1], pair![2]]))
      : undefined;
  },
};

/** The flags that every command on recorded markets takes. */
export const marketFlags = {
  dt: flag("SECONDS", number({ above: 0 }), "length of a step", "1"),
  latency: flag(
    "MS",
    number({ least: 0 }),
    "quotes act on the mid of so many milliseconds before",
    "0",
  ),
  tick: optional(
    "C",
    number({ above: 0 }),
    "the tick, in currency; every price must be a whole multiple of it",
    "the largest that fits all prices",
  ),
  "quote-offset": flag(
    "MS",
    number(),
    "is added to the quotes' times, below zero where their clock is ahead",
    "0",
  ),
  "longest-gap": optional(
    "SECONDS",
    number({ above: 0 }),
    "longer pauses in trades or quotes are gaps in the recording, and left out",
    "a minute, or thirty mean pauses where that is longer",
  ),
  "largest-reach": optional(
    "C",
    number({ above: 0 }),
    "prints farther than C from the mid are mistakes and left out, in currency",
    "none is",
  ),
  "maximum-steps": flag(
    "N",
    whole(),
    "the most steps, and ten times as many as may hold rows; memory grows with it, to 300 MB by default",
    "3e6",
  ),
  columns: {
    ...optional(
      "KEYS",
      columnMapping,
      "names the columns of a layout of your own, as time=ts,price=px,quantity=q,side=s or with bid, " +
        "bid_quantity, ask, ask_quantity; by numbers from 1 where there is no header; may be repeated",
      "the layout is recognised",
    ),
    repeats: true,
    read: (name: string, texts: readonly string[]) =>
      texts.map((text) => readValue(`read --${name}`, columnMapping, text)),
  } as Flag<readonly ColumnMapping[]>,
  "time-unit": flag(
    "UNIT",
    word("any", "s", "ms", "us", "ns", "iso"),
    "unit of the times in columns that were named",
    "any",
  ),
  side: flag(
    "SOURCE",
    word("file", "tick-rule"),
    "where the sides of trades come from; the tick rule guesses them from price changes",
    "file",
  ),
  "skip-bad-rows": toggle(
    "leaves bad rows out and counts them; otherwise the first one is an error",
  ),
  threshold: optional(
    "C",
    number({ least: 0 }),
    "depths up to C are not fitted, in currency: most orders take the best price, half a tick from " +
      "the mid or so, and that step is no exponential",
    "one tick",
  ),
};

/** What those commands take beside flags. */
export const filesHelp =
  `Files are trades, and quotes if there are any, recognised by their first line:
  time_us,price,quantity,aggressor
  time_us,bid,bid_quantity,ask,ask_quantity
  ${wrapped(LAYOUTS.slice(2).map(({ name }) => name).join(", "), 98).join("\n  ")}
Plain, gzip or zip; several of a kind in order of time; - is standard input.`;

/** Reads the files named on the command line into a tape; with their market orders where asked for. */
export async function replayFiles(
  paths: readonly string[],
  values: Values<typeof marketFlags>,
  { orders = false }: { readonly orders?: boolean } = {},
): Promise<FileReplay> {
  if (paths.length === 0) {
    throw new UsageError("Cannot read a market as at least one file must be named");
  }
  const reading = {
    skipBadRows: values["skip-bad-rows"],
    columns: values.columns,
    timeUnit: values["time-unit"],
    side: values.side,
  };
  const rules = {
    dt: values.dt,
    latency: values.latency / 1000,
    quoteOffset: values["quote-offset"] / 1000,
    tick: values.tick,
    longestGap: values["longest-gap"],
    maximumSteps: values["maximum-steps"],
    largestReach: values["largest-reach"],
    orders,
  };
  return await readingBytes(
    paths,
    (told) => replay(paths.map((path) => openedFile(path, reading, told)), rules),
  );
}

/** Depths that are not fitted: what the user says, else as a function of the tick. */
export function thresholdOr(asked: number | undefined, tick: number): number {
  // A hair beyond it, so that reaches of whole ticks are not split by rounding.
  return (asked ?? tick) + tick * 1e-6;
}

/** Steps in a block of the bootstrap: what the user says, else ten seconds' worth, of so many steps at most. */
export function blockOr(asked: number | undefined, dt: number, steps: number): number {
  return asked ?? Math.min(steps, Math.max(1, Math.round(10 / dt)));
}

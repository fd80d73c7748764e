import { type FileReplay, replay, replayAssumptions } from "../market/replay/replay.ts";
import type { ReadReport } from "../market/replay/read_report.ts";
import { marketFile } from "../notebook/market_files.ts";
import { type Arguments, text, UsageError } from "./flags.ts";
import { decimals } from "./table.ts";

/** The flags that every command on recorded markets takes. */
export const marketFlags = {
  dt: { type: "string" },
  latency: { type: "string" },
  "skip-bad-rows": { type: "boolean" },
} as const;

/** Their explanation. */
export const marketHelp =
  `  FILE…              trades, and quotes if there are any, told apart by their header:
                     time_us,price,quantity,aggressor
                     time_us,bid,bid_quantity,ask,ask_quantity
                     Binance's public trades, with or without header
                     plain, gzip or zip; several of a kind in order of time
  --dt SECONDS       length of a step (default 1)
  --latency MS       quotes act on the mid of so many milliseconds before (default 0)
  --skip-bad-rows    leaves bad rows out and counts them; otherwise the first one is an error`;

/** Reads the files named on the command line into a tape; with their market orders where asked for. */
export async function replayFiles(
  given: Arguments,
  { orders = false }: { readonly orders?: boolean } = {},
): Promise<FileReplay> {
  if (given.words.length === 0) {
    throw new UsageError("Cannot read a market as at least one file must be named");
  }
  const dt = numberFlag(given, "dt", { fallback: 1, above: 0 });
  const latency = numberFlag(given, "latency", { fallback: 0 }) / 1000;
  const skipBadRows = given.flags["skip-bad-rows"] === true;
  const files = given.words.map((path) => marketFile(path, { skipBadRows }));
  return await replay(files, { dt, latency, orders });
}

/** The numbers a flag takes. */
export interface NumberRange {
  /** The number where the flag is not given. */
  readonly fallback: number;
  /** The smallest allowed. @default {0} */
  readonly least?: number;
  /** Every number must be above it, where it is given. */
  readonly above?: number;
  /** Every number must be below it, where it is given. */
  readonly below?: number;
}

/** A flag's number, or the fallback. */
export function numberFlag(
  given: Arguments,
  name: string,
  { fallback, least = 0, above = -Infinity, below = Infinity }: NumberRange,
): number {
  const value = text(given, name);
  if (value === undefined) return fallback;
  const number = /^-?\d+(\.\d*)?(e[+-]?\d+)?$/i.test(value) ? Number(value) : NaN;
  if (number >= least && number > above && number < below) return number;
  const rules = [
    least > -Infinity && above < least ? `>= ${least}` : "",
    above > -Infinity ? `> ${above}` : "",
    below < Infinity ? `< ${below}` : "",
  ].filter((rule) => rule !== "");
  throw new UsageError(
    `Cannot read --${name} as it must be a number ${rules.join(" and ")}`.trimEnd() +
      `: current value is ${JSON.stringify(value)}`,
  );
}

/** Depths that are not fitted: what the user says, else as a function of the tick. */
export function thresholdFlag(given: Arguments): (tick: number) => number {
  const asked = numberFlag(given, "threshold", { fallback: NaN });
  // A hair beyond the tick, so that reaches of one tick are not split by rounding.
  return (tick) => Number.isNaN(asked) ? tick * (1 + 1e-6) : asked;
}

/** The explanation of that flag. */
export const thresholdHelp =
  `  --threshold C      depths up to C are not fitted, in currency (default one tick: most orders take
                     the best price, half a tick from the mid or so, and that step is no exponential)`;

/** What was read, and what replaying takes for granted, as text. */
export function replaySummary(
  { reports, tape, midFrom, prints, tick, halfSpread }: FileReplay,
): string {
  const { steps, dt } = tape.grid;
  const spread = halfSpread === null ? "" : `, mean half-spread ${+halfSpread.toPrecision(4)}`;
  return [
    ...reports.flatMap(reportLines),
    `tape: ${steps} steps of ${dt} s, ${prints} prints, mid from ${midFrom}, tick ${tick}${spread}`,
    "",
    "A replay takes for granted:",
    ...replayAssumptions.map((assumption) => `  ${assumption}`),
  ].join("\n");
}

function reportLines(report: ReadReport): string[] {
  const { name, format, rows, skipped, firstTime, lastTime } = report;
  const seconds = decimals((lastTime - firstTime) / 1e6, 1);
  const notes = [
    report.equalTimes > 0 ? `${report.equalTimes} at the time of the row before` : "",
    report.longGaps > 0 ? `${report.longGaps} pauses over a minute` : "",
    `longest pause ${decimals(report.longestGap, 1)} s before line ${report.longestGapLine}`,
    report.missingIds > 0 ? `${report.missingIds} trade numbers missing` : "",
  ].filter((note) => note !== "");
  return [
    `${name}: ${rows} rows of ${format} over ${seconds} s; ${notes.join(", ")}`,
    ...skipped.map(({ rule, count, firstLine, firstValue }) =>
      `  ${count} left out: ${rule}; first at line ${firstLine}: ${JSON.stringify(firstValue)}`
    ),
  ];
}

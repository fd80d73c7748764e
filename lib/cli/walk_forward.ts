/**
 * `deno task walk-forward FILE…`: calibrate on the first part of a recorded market, trade the rest.
 *
 * @module
 */
import { streams } from "../random/streams.ts";
import { walkForward } from "../scenario/walk_forward.ts";
import { type Flag, readArguments, runCommand, text, wholeNumber } from "./flags.ts";
import {
  marketFlags,
  marketHelp,
  numberFlag,
  replayFiles,
  replaySummary,
  thresholdFlag,
  thresholdHelp,
} from "./market_files.ts";
import { walkForwardTables } from "./walk_forward_tables.ts";

const FLAGS: Readonly<Record<string, Flag>> = {
  ...marketFlags,
  threshold: { type: "string" },
  train: { type: "string" },
  windows: { type: "string" },
  "risk-aversion": { type: "string" },
  limit: { type: "string" },
  rebate: { type: "string" },
  fee: { type: "string" },
  block: { type: "string" },
  replications: { type: "string" },
  seed: { type: "string" },
  json: { type: "boolean" },
  help: { type: "boolean" },
};

const HELP = `Usage: deno task walk-forward FILE… [flags]

Calibrates on the first part of a recorded market and trades the rest with Naive,
Avellaneda–Stoikov and Guéant–Lehalle.

${marketHelp}
${thresholdHelp}
  --train SHARE      share of the time that is only calibrated on (default 0.5)
  --windows N        windows the rest is traded in, each calibrated on all before (default 1)
  --risk-aversion G  γ of AS and GLFT, per currency (default a hundredth of the fitted k)
  --limit Q          inventory limit of AS and GLFT (default 5)
  --rebate SHARE     maker rebate of notional (default 0.0002); a maker's fee as --rebate=-0.0001
  --fee SHARE        taker fee of notional (default 0.0005)
  --block STEPS      block length of the bootstrap (default ten seconds' worth)
  --replications N   bootstrap samples (default 1000)
  --seed S           seed of the bootstrap (default 1)
  --json             one JSON object instead of tables
  --help             this text`;

async function walkForwardCommand(args: readonly string[]): Promise<number> {
  const given = readArguments(args, FLAGS, { words: true });
  if (given.flags.help) {
    console.log(HELP);
    return 0;
  }
  const thresholdOf = thresholdFlag(given);
  const train = numberFlag(given, "train", { fallback: 0.5, above: 0, below: 1 });
  const asked = numberFlag(given, "risk-aversion", { fallback: NaN, above: 0 });
  const options = {
    train,
    windows: wholeNumber(given, "windows", { fallback: 1 }),
    riskAversion: Number.isNaN(asked) ? undefined : asked,
    limit: wholeNumber(given, "limit", { fallback: 5 }),
    rebate: numberFlag(given, "rebate", { fallback: 0.0002, least: -Infinity }),
    fee: numberFlag(given, "fee", { fallback: 0.0005, least: -Infinity }),
  };
  const askedBlock = wholeNumber(given, "block", { fallback: 0 });
  const replications = wholeNumber(given, "replications", { fallback: 1000 });
  const random = streams(text(given, "seed") ?? "1")("bootstrap");

  const replayed = await replayFiles(given);
  const { reports: files, tape, start, midFrom, prints, tick, halfSpread } = replayed;
  const { dt, steps } = tape.grid;
  const threshold = thresholdOf(tick);
  const traded = Math.max(1, steps - Math.round(train * steps));
  const block = askedBlock > 0 ? askedBlock : Math.min(traded, Math.max(1, Math.round(10 / dt)));
  const horizons = [...new Set([1, 5, 10, 30].map((time) => Math.max(1, Math.round(time / dt))))];
  const result = walkForward(tape, {
    ...options,
    threshold,
    crossingCost: halfSpread ?? tick / 2,
    horizons,
    bootstrap: { block, replications, random },
  });
  if (given.flags.json) {
    const windows = result.windows.map(({ sessions: _, ...window }) => window);
    const replay = { dt, steps, start, midFrom, prints, tick, halfSpread };
    const { traders } = result;
    console.log(JSON.stringify({ files, replay, ...options, threshold, block, windows, traders }));
  } else {
    const tables = walkForwardTables(result, { dt, rebate: options.rebate });
    console.log(`${replaySummary(replayed)}\n\n${tables}`);
  }
  return 0;
}

if (import.meta.main) await runCommand(walkForwardCommand);

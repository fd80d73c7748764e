/**
 * `deno task walk-forward FILE…`: calibrate on the first part of a recorded market, trade the rest.
 *
 * @module
 */
import { streams } from "../random/streams.ts";
import { walkForward } from "../scenario/walk_forward.ts";
import { type Command, runCommand } from "./command.ts";
import { flag, optional, toggle, type Values } from "./flags.ts";
import {
  blockOr,
  filesHelp,
  marketFlags,
  replayFiles,
  replayJson,
  replaySummary,
  thresholdOr,
} from "./market_files.ts";
import { anyText, number, whole, word } from "./values.ts";
import { walkForwardTables } from "./walk_forward_tables.ts";

const flags = {
  ...marketFlags,
  train: flag(
    "SHARE",
    number({ above: 0, below: 1 }),
    "share of the time that is only calibrated on",
    "0.5",
  ),
  windows: flag(
    "N",
    whole(),
    "windows the rest is traded in, each calibrated on all before",
    "1",
  ),
  "risk-aversion": optional(
    "G",
    number({ above: 0 }),
    "γ of AS and GLFT, per currency",
    "a hundredth of the fitted k",
  ),
  limit: flag("Q", whole(), "inventory limit of AS and GLFT", "5"),
  rebate: flag("SHARE", number(), "maker rebate of notional, below zero for a fee", "0.0002"),
  fee: flag("SHARE", number(), "taker fee of notional", "0.0005"),
  fills: flag(
    "RULE",
    word("through", "touch"),
    "prints that fill a quote: those through its price, or those at it too, as if first in the queue",
    "through",
  ),
  crossing: flag(
    "RULE",
    word("reject", "take"),
    "what becomes of a stale quote that crosses the book: rejected, or filled as a taker's",
    "reject",
  ),
  block: optional("STEPS", whole(), "block length of the bootstrap", "ten seconds' worth"),
  replications: flag("N", whole(), "bootstrap samples", "1000"),
  seed: flag("S", anyText, "seed of the bootstrap", "1"),
  json: toggle("one JSON object instead of tables"),
};

const command: Command<typeof flags> = {
  name: "walk-forward",
  words: "FILE…",
  about: `Calibrates on the first part of a recorded market and trades the rest with Naive,
Avellaneda–Stoikov and Guéant–Lehalle.`,
  flags,
  notes: filesHelp,
  run: walkForwardCommand,
};

async function walkForwardCommand(
  values: Values<typeof flags>,
  paths: readonly string[],
): Promise<number> {
  const { train, windows, limit, rebate, fee, replications } = values;
  const options = { train, windows, riskAversion: values["risk-aversion"], limit, rebate, fee };
  const random = streams(values.seed)("bootstrap");

  const replayed = await replayFiles(paths, values);
  const { reports: files, tape, tick, halfSpread } = replayed;
  const { dt, steps } = tape.grid;
  const threshold = thresholdOr(values.threshold, tick);
  const traded = Math.max(1, steps - Math.round(train * steps));
  const block = blockOr(values.block, dt, traded);
  const horizons = [...new Set([1, 5, 10, 30].map((time) => Math.max(1, Math.round(time / dt))))];
  const { fills, crossing } = values;
  const backtest = (fills: "through" | "touch", draw = random) =>
    walkForward(tape, {
      ...options,
      market: replayed,
      rules: { fills, crossing },
      threshold,
      crossingCost: halfSpread ?? tick / 2,
      horizons,
      bootstrap: { block, replications, random: draw },
    });
  const result = backtest(fills);
  // The same quotes under the other rule: what lies between is assumption.
  const other = fills === "touch" ? "through" : "touch";
  const { traders: others } = backtest(other, streams(values.seed)("bootstrap"));
  if (values.json) {
    const windows = result.windows.map(({ sessions: _, ...window }) => window);
    const replay = replayJson(replayed);
    const { traders } = result;
    const rules = { fills, crossing };
    console.log(
      JSON.stringify({
        files,
        replay,
        ...options,
        rules,
        threshold,
        block,
        windows,
        traders,
        underOtherFills: { fills: other, traders: others },
      }),
    );
  } else {
    const tables = walkForwardTables(result, { dt, rebate: options.rebate, fills, others });
    console.log(`${replaySummary(replayed)}\n\n${tables}`);
  }
  return 0;
}

if (import.meta.main) await runCommand(command);

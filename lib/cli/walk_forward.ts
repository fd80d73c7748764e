/**
 * `deno task walk-forward FILE…`: calibrate on the first part of a recorded market, trade the rest.
 *
 * @module
 */
import { eachValue } from "../each_value.ts";
import { streams } from "../random/streams.ts";
import type { BacktestReport } from "../scenario/backtest_report.ts";
import type { QueueRule } from "../scenario/resting_order.ts";
import { type WalkForward, walkForward } from "../scenario/walk_forward.ts";
import { progressBar } from "../notebook/progress.ts";
import type { TraderName } from "../scenario/named_traders.ts";
import { backtestTraders } from "../scenario/backtest_traders.ts";
import { type Command, runCommand } from "./command.ts";
import { flag, optional, toggle, type Values } from "./flags.ts";
import { blockOr, filesHelp, marketFlags, replayFiles, thresholdOr } from "./market_files.ts";
import { type OutputFiles, withOutputs } from "./output_files.ts";
import { replayJson, replaySummary } from "./replay_summary.ts";
import { checkSessions } from "./session_limit.ts";
import { pieceOf } from "./task_progress.ts";
import { tradersFlag, tradersHelp } from "./traders.ts";
import { anyText, number, whole, word } from "./values.ts";
import { sessionsCsv, walkForwardPage } from "./walk_forward_files.ts";
import { walkForwardTables } from "./walk_forward_tables.ts";

const flags = {
  ...marketFlags,
  traders: tradersFlag(backtestTraders),
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
  limit: flag("Q", whole({ least: 1, most: 500 }), "inventory limit of AS and GLFT", "5"),
  sides: flag(
    "WHICH",
    word("pooled", "own", "tested"),
    "whether AS and GLFT believe one A and k of both sides, each side's own, or its own where a test at 1 % " +
      "finds them different",
    "tested",
  ),
  rebate: flag("SHARE", number(), "maker rebate of notional, below zero for a fee", "0.0002"),
  fee: flag("SHARE", number(), "taker fee of notional", "0.0005"),
  "order-size": optional(
    "UNITS",
    number({ above: 0 }),
    "units in one order; a fill is no larger than what was printed within its reach",
    "the median print",
  ),
  fills: flag(
    "RULE",
    word("through", "queue", "touch"),
    "prints that fill a quote: those through its price; those after what stood at the best price when " +
      "it came; or those at its price too, as if first in the queue",
    "through",
  ),
  crossing: flag(
    "RULE",
    word("reject", "take"),
    "what becomes of a stale quote that crosses the book: rejected, or filled as a taker's",
    "reject",
  ),
  block: optional("STEPS", whole(), "block length of the bootstrap", "ten seconds' worth"),
  replications: flag("N", whole({ most: 1e6 }), "bootstrap samples", "1000"),
  seed: flag("S", anyText, "seed of the bootstrap", "1"),
  report: optional(
    "FILE",
    anyText,
    "writes a page with charts and tables; - is standard output",
    "none",
  ),
  csv: optional("FILE", anyText, "writes every step of every trader; - is standard output", "none"),
  capital: flag("C", number({ above: 0 }), "what returns in the CSV are a share of", "100000"),
  json: toggle("one JSON object instead of tables"),
};

const command: Command<typeof flags> = {
  name: "walk-forward",
  words: "FILE…",
  about: `Calibrates on the first part of a recorded market and trades the rest with Naive,
Avellaneda–Stoikov and Guéant–Lehalle, or whom --traders names: Naive always, as the rest are
measured against it.`,
  flags,
  notes: `${tradersHelp()}\n\n${filesHelp}`,
  run: walkForwardCommand,
};

function walkForwardCommand(
  values: Values<typeof flags>,
  paths: readonly string[],
): Promise<number> {
  const { report, csv } = values;
  return withOutputs(
    { report, csv },
    paths,
    values.json,
    (outputs) => backtestFiles(values, paths, outputs),
  );
}

async function backtestFiles(
  values: Values<typeof flags>,
  paths: readonly string[],
  { report, csv, print }: OutputFiles<"report" | "csv">,
): Promise<number> {
  const { train, windows, limit, sides, rebate, fee, replications } = values;
  const options = {
    train,
    windows,
    traders: [...new Set<TraderName>(["naive", ...values.traders])],
    riskAversion: values["risk-aversion"],
    limit,
    sides,
    rebate,
    fee,
  };
  const replayed = await replayFiles(paths, values);
  const { reports: files, tape, tick, halfSpread } = replayed;
  const { dt, steps } = tape.grid;
  const threshold = thresholdOr(values.threshold, tick);
  const traded = Math.max(1, steps - Math.round(train * steps));
  checkSessions(traded, options.traders.length, values["maximum-steps"]);
  const block = blockOr(values.block, dt, traded);
  const horizons = [...new Set([1, 5, 10, 30].map((time) => Math.max(1, Math.round(time / dt))))];
  const { fills, crossing } = values;
  const orderSize = values["order-size"] ?? replayed.medianPrint;
  // The same beliefs and terms under each rule: what lies between is assumption.
  const rules = ["touch", "queue", "through"] as const;
  const trading = progressBar("Trading the recording");
  const backtest = (fills: QueueRule, rule: number) =>
    walkForward(tape, {
      ...options,
      orderSize,
      market: replayed,
      rules: { fills, crossing },
      threshold,
      crossingCost: halfSpread ?? tick / 2,
      horizons,
      progress: pieceOf(trading, rule, rules.length),
      bootstrap: {
        block,
        replications,
        random: streams(values.seed)("bootstrap"),
        progress: progressBar(`Drawing samples, fills ${fills}`),
      },
    });
  let chosen: WalkForward | undefined;
  const byRule = Object.fromEntries(rules.map((rule, i) => {
    const found = backtest(rule, i);
    if (rule === fills) chosen = found;
    // Of the others the sums are enough: sessions are large.
    return [rule, { traders: found.traders }];
  })) as Record<QueueRule, Pick<WalkForward, "traders">>;
  trading(1, 1);
  const result = chosen!;
  const { traders } = result;
  const json = {
    files,
    replay: replayJson(replayed),
    ...options,
    orderSize,
    rules: { fills, crossing },
    threshold,
    block,
    windows: result.windows.map(({ sessions: _, ...window }) => window),
    traders,
    byRule: eachValue(byRule, ({ traders }) => eachValue(traders, differing)),
  };
  const tables = walkForwardTables(result, { dt, rebate: options.rebate, orderSize, byRule });
  const text = `${replaySummary(replayed)}\n\n${tables}`;
  await report?.write(walkForwardPage(result, { text, json, tape }));
  await csv?.write(sessionsCsv(result, values.capital));
  print(values.json ? JSON.stringify(json) : text);
  return 0;
}

/** What differs under a rule of fills. */
function differing({ fills, profit, beforeFees, causes }: BacktestReport) {
  return { fills, profit, beforeFees, causes };
}

if (import.meta.main) await runCommand(command);

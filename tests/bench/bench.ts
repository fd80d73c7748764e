/**
 * `deno task bench`: our engine beside plain Python, NumPy, Numba and C on the same model.
 *
 * @module
 */

import { progressBar } from "../../lib/notebook/progress.ts";
import { capacityTable, measureCapacity } from "./capacity.ts";
import { CASES } from "./cases.ts";
import { measureGrowth } from "./growth.ts";
import { growthTable } from "./growth_table.ts";
import { measure, type Measured } from "./measure.ts";
import { ENGINE, FIRST, MILLION, ours, WORKERS } from "./ours.ts";
import { preparePeers, SIMD } from "./peers.ts";
import { measureWaits, waitsTable } from "./waits.ts";
import { type Command, runCommand } from "../../lib/cli/command.ts";
import { flag, optional, toggle, type Values } from "../../lib/cli/flags.ts";
import { type ValueKind, whole } from "../../lib/cli/values.ts";
import { textTable } from "../../lib/cli/table.ts";

const oneCase: ValueKind<string> = {
  rule: `the beginning of one of ${CASES.map(({ name }) => name).join(", ")}`,
  read: (text) => CASES.some(({ name }) => name.startsWith(text)) ? text : undefined,
};

const flags = {
  rounds: optional("N", whole(), "runs of each", "5; 1 with --waits"),
  case: optional("NAME", oneCase, "one case alone, by its first letters", "every case"),
  growth: toggle("our engine alone: time and memory against paths, steps, strategies and workers"),
  waits: toggle(
    "what a person waits for: a cold start of simulate, of workers, of the exact law and of the " +
      "kernel, and each notebook's time and size",
  ),
  capacity: toggle(
    "recorded markets: speed and memory of reading every layout, from files of --rows rows",
  ),
  rows: flag("N", whole(), "rows of each layout, with --capacity", "1e7"),
  json: toggle("one JSON object instead of tables"),
};

const command: Command<typeof flags> = {
  name: "bench",
  about:
    `Both strategies of every scenario on shared draws, 200 steps a path, on one thread each, in turns:
our engine in its steady state and as a user calls it, and its peers. What is missing of Python and cc
is left out.`,
  flags,
  run: bench,
};

/** What we mean to reach: our name, the peer's, and in how many times the peer's best. */
const GOALS: readonly (readonly [ours: string, peer: string, goal: number, of?: string])[] = [
  [ENGINE, "Numba", 3],
  [ENGINE, "Numba", 3.5, "readme"],
  [ENGINE, "C", 4],
  [ENGINE, "C", 5, "readme"],
  [FIRST, "Numba", 2],
  [FIRST, "C", 2.7],
  [MILLION, "Numba", 2.5],
  [MILLION, "C", 3.3],
  [WORKERS, MILLION, 1.7],
  [ENGINE, SIMD, 0.8],
];

async function bench(
  { growth, waits: waiting, json, case: only, ...values }: Values<typeof flags>,
): Promise<number> {
  const rounds = values.rounds ?? (waiting ? 1 : 5);
  if (growth) {
    const series = await measureGrowth(rounds);
    const text = series.map(growthTable).join("\n\n");
    console.log(json ? JSON.stringify({ rounds, series }) : text);
    return 0;
  }
  if (values.capacity) {
    const points = await measureCapacity(values.rows);
    console.log(json ? JSON.stringify({ points }) : capacityTable(points));
    return 0;
  }
  if (waiting) {
    const waits = await measureWaits(rounds);
    console.log(json ? JSON.stringify({ rounds, waits }) : waitsTable(waits));
    return 0;
  }
  const peers = await preparePeers(console.error);
  const results: Measured[] = [];
  for (const one of CASES.filter(({ name }) => only === undefined || name.startsWith(only))) {
    const competitors = [...ours(), ...peers.competitors]
      .filter(({ cases }) => cases?.includes(one.name) ?? true);
    const tell = progressBar(`Measuring ${one.name}`), total = rounds * competitors.length;
    const rows = await measure(competitors, one, rounds, (count) => tell(count, total));
    results.push(...rows);
    if (json) continue;
    console.log(`${one.name}, ${rounds} rounds\n\n${speedTable(rows)}\n`);
    console.log(`${goalLines(rows).join("\n")}\n`);
  }
  if (json) console.log(JSON.stringify({ rounds, results, missing: peers.missing }));
  else {
    console.log(
      "One path-step moves both strategies. z: farthest mean or deviation from its exact",
    );
    console.log("value, in standard errors, over all rounds.");
    for (const reason of peers.missing) console.log(`Left out: ${reason}.`);
  }
  const wrong = results.filter(({ distance }) => !(distance < 4.5));
  for (const { name, ...row } of wrong) {
    console.error(`${name} is off the exact values of ${row.case}`);
  }
  return wrong.length === 0 ? 0 : 1;
}

/** Rates, ratios and distances, as text. */
export function speedTable(rows: readonly Measured[]): string {
  const engine = rows.find(({ name }) => name === ENGINE);
  return textTable([
    [
      "",
      "best, million path-steps/s",
      "median, million path-steps/s",
      "engine ÷ this, best",
      "engine ÷ this, median",
      "z",
    ],
    ...rows.map(({ name, best, median, distance }) => [
      name,
      best.toFixed(1),
      median.toFixed(1),
      engine ? (engine.best / best).toFixed(2) : "–",
      engine ? (engine.median / median).toFixed(2) : "–",
      distance.toFixed(1),
    ]),
  ]);
}

/** Whether each goal is met, in words. */
export function goalLines(rows: readonly Measured[]): readonly string[] {
  return GOALS.flatMap(([name, other, goal, only]) => {
    const [one, peer] = [name, other].map((wanted) => rows.find((row) => row.name === wanted));
    if (!one || !peer || (only !== undefined && only !== one.case)) return [];
    // Threads gain nothing of the processor's time.
    const byClock = one.bestByClock! / peer.bestByClock!;
    const { best, median } = name === WORKERS
      ? { best: byClock, median: byClock }
      : ratio(one, peer);
    const verdict = best >= goal ? "met" : "missed";
    const ratios = `best ${best.toFixed(2)}×, median ${median.toFixed(2)}×`;
    return [`Goal ${goal}× ${other}, ${name}: ${verdict} (${ratios})`];
  });
}

type Ratio = Pick<Measured, "best" | "median">;

function ratio(one: Measured, other: Measured): Ratio {
  return { best: one.best / other.best, median: one.median / other.median };
}

if (import.meta.main) await runCommand(command);

/**
 * `deno task bench`: our engine beside plain Python, NumPy, Numba and C on the same model.
 *
 * @module
 */

import { progressBar } from "../../lib/notebook/progress.ts";
import { measureGrowth } from "./growth.ts";
import { growthTable } from "./growth_table.ts";
import { measure, type Measured } from "./measure.ts";
import { ENGINE, ours, WORKERS } from "./ours.ts";
import { preparePeers } from "./peers.ts";
import { measureWaits, waitsTable } from "./waits.ts";
import { type Command, runCommand } from "../../lib/cli/command.ts";
import { optional, toggle, type Values } from "../../lib/cli/flags.ts";
import { whole } from "../../lib/cli/values.ts";
import { textTable } from "../../lib/cli/table.ts";

const flags = {
  rounds: optional("N", whole(), "runs of each", "10; 5 with --growth, 1 with --waits"),
  growth: toggle("our engine alone: time and memory against paths, steps, strategies and workers"),
  waits: toggle(
    "what a person waits for: a cold start of simulate, of workers, of the exact law and of the " +
      "kernel, and each notebook's time and size",
  ),
  json: toggle("one JSON object instead of tables"),
};

const command: Command<typeof flags> = {
  name: "bench",
  about:
    `Both strategies of \`readme\` on shared draws, 200 and 1000 steps a path, on one thread each, in
turns. What is missing of Python and cc is left out.`,
  flags,
  run: bench,
};

/** What we mean to reach, in times the peer's best, by steps. */
const GOALS: Readonly<Record<number, Readonly<Record<string, number>>>> = {
  200: { "plain Python": 50, Numba: 2, C: 1.8 },
  1000: { Numba: 2.5, C: 2 },
};

/** What two workers are to reach, in times one thread's best. */
const WORKERS_GOAL = 1.6;

async function bench(
  { growth, waits: waiting, json, ...values }: Values<typeof flags>,
): Promise<number> {
  const rounds = values.rounds ?? (waiting ? 1 : growth ? 5 : 10);
  if (growth) {
    const series = await measureGrowth(rounds);
    const text = series.map(growthTable).join("\n\n");
    console.log(json ? JSON.stringify({ rounds, series }) : text);
    return 0;
  }
  if (waiting) {
    const waits = await measureWaits(rounds);
    console.log(json ? JSON.stringify({ rounds, waits }) : waitsTable(waits));
    return 0;
  }
  const peers = await preparePeers(console.error);
  const competitors = [...peers.competitors, ...ours()];
  const results: Measured[] = [];
  for (const steps of [200, 1000]) {
    const tell = progressBar(`Measuring ${steps} steps`), total = rounds * competitors.length;
    results.push(...await measure(competitors, steps, rounds, (count) => tell(count, total)));
  }
  if (json) {
    console.log(JSON.stringify({ rounds, results, missing: peers.missing }));
  } else {
    for (const steps of [200, 1000]) {
      const rows = results.filter((result) => result.steps === steps);
      console.log(`${steps} steps a path, ${rounds} rounds\n\n${speedTable(rows)}\n`);
      console.log(`${goalLines(rows).join("\n")}\n`);
    }
    console.log(
      "One path-step moves both strategies. z: farthest mean or deviation from its exact",
    );
    console.log("value, in standard errors, over all rounds.");
    for (const reason of peers.missing) console.log(`Left out: ${reason}.`);
  }
  const wrong = results.filter(({ distance }) => !(distance < 4.5));
  for (const { name, steps } of wrong) {
    console.error(`${name} is off the exact values at ${steps} steps`);
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
  const engine = rows.find(({ name }) => name === ENGINE);
  if (engine === undefined) return [];
  const verdict = (goal: number, name: string, { best, median }: Ratio) =>
    `Goal ${goal}× ${name}: ${best >= goal ? "met" : "missed"} ` +
    `(best ${best.toFixed(2)}×, median ${median.toFixed(2)}×)`;
  const peers = Object.entries(GOALS[engine.steps] ?? {}).flatMap(([name, goal]) => {
    const peer = rows.find((row) => row.name === name);
    return peer ? [verdict(goal, name, ratio(engine, peer))] : [];
  });
  const workers = rows.find(({ name }) => name === WORKERS);
  return workers
    ? [...peers, verdict(WORKERS_GOAL, "one thread, on 2 workers", ratio(workers, engine))]
    : peers;
}

type Ratio = Pick<Measured, "best" | "median">;

function ratio(one: Measured, other: Measured): Ratio {
  return { best: one.best / other.best, median: one.median / other.median };
}

if (import.meta.main) await runCommand(command);

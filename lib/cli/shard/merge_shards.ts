import { mergeTallies, summaryOfTally } from "../../monte_carlo/tally.ts";
import type { Simulation } from "../simulation.ts";
import type { NamedShard } from "./read_shard_file.ts";

/** Missing shards that are named; the rest is counted. */
const MOST_NAMED = 10;

/**
 * Puts the shards of one run together, in any order.
 *
 * @param shards All of its shards.
 * @param periods Sessions a year for Sharpe ratios; without, per step × √252.
 * @throws {Error} In one line: where they are of different runs, one is there twice, or some are missing.
 */
export function mergeShards(shards: readonly NamedShard[], periods?: number): Simulation {
  for (const shard of shards) requireSameRun(shard, shards[0]);
  const sorted = shards.toSorted((a, b) => a.shard.index - b.shard.index);
  requireEachOnce(sorted);
  const { version: _, ...run } = sorted[0].run;
  const merged = (name: string) =>
    summaryOfTally(sorted.map(({ strategies }) => strategies[name]).reduce(mergeTallies), {
      periods,
      steps: run.steps,
    });
  const names = Object.keys(sorted[0].strategies);
  return {
    ...run,
    seconds: sorted.reduce((sum, { seconds }) => sum + seconds, 0),
    ...periods === undefined ? {} : { periods },
    strategies: Object.fromEntries(names.map((name) => [name, merged(name)])),
  };
}

function requireSameRun(shard: NamedShard, first: NamedShard): void {
  for (const [what, mine, its] of differences(shard, first)) {
    throw new Error(
      `Cannot merge ${shard.name} with ${first.name} as they are of different runs: ` +
        `${what} is ${JSON.stringify(mine)} and ${JSON.stringify(its)}`,
    );
  }
}

/** What tells two shards' runs apart, with both values. */
function differences(a: NamedShard, b: NamedShard): readonly (readonly unknown[])[] {
  const identity = ({ run: { parameters, ...run }, shard: { of }, strategies }: NamedShard) => ({
    ...run,
    ...parameters,
    "number of shards": of,
    "traders": Object.keys(strategies).join(),
    ...Object.fromEntries(
      Object.entries(strategies).flatMap(([name, { orderSize, profitSketch }]) => [
        [`order size of ${name}`, orderSize],
        [`sketch of ${name}`, profitSketch.scale],
      ]),
    ),
  });
  const mine: Readonly<Record<string, unknown>> = identity(a);
  const its: Readonly<Record<string, unknown>> = identity(b);
  const names = [...new Set([...Object.keys(mine), ...Object.keys(its)])];
  return names.map((name) => [name, mine[name], its[name]])
    .filter(([, value, other]) => JSON.stringify(value) !== JSON.stringify(other));
}

function requireEachOnce(sorted: readonly NamedShard[]): void {
  const { of } = sorted[0].shard;
  sorted.forEach(({ name, shard: { index } }, i) => {
    if (i > 0 && sorted[i - 1].shard.index === index) {
      throw new Error(
        `Cannot merge ${sorted[i - 1].name} with ${name} as both hold shard ${index} of ${of}`,
      );
    }
  });
  const there = new Set(sorted.map(({ shard }) => shard.index));
  const missing: number[] = [];
  for (let index = 1; index <= of && missing.length < MOST_NAMED; index++) {
    if (!there.has(index)) missing.push(index);
  }
  const count = of - there.size;
  if (count === 0) return;
  const more = count > missing.length ? ` and ${count - missing.length} more` : "";
  const [word, verb] = count === 1 ? ["shard", "is"] : ["shards", "are"];
  throw new Error(`Cannot merge as ${word} ${missing.join(", ")}${more} of ${of} ${verb} missing`);
}

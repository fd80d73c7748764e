import { type MonteCarloJob, scenario, simulate } from "@digital-market-maker/lab";
import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import fc from "fast-check";
import { printedParameters } from "../../../lib/cli/settings.ts";
import { mergeShards } from "../../../lib/cli/shard/merge_shards.ts";
import { type NamedShard, readShardFile } from "../../../lib/cli/shard/read_shard_file.ts";
import { readShard, shardOf } from "../../../lib/cli/shard/shard.ts";
import { FORMAT, type ShardFile, VERSION } from "../../../lib/cli/shard/shard_file.ts";
import { profitScales, tallyRun } from "../../../lib/monte_carlo/tally_run.ts";

const begin = (job: MonteCarloJob) => () => simulate(job);
const world = scenario("readme", { steps: 12, horizon: 12 });
const job = { ...world, paths: 50, seed: "1" };
const scales = profitScales(job, begin);

function shardFile(index: number, of: number): ShardFile {
  const shard = shardOf(index, of, 50);
  return {
    format: FORMAT,
    run: {
      version: VERSION,
      scenario: "readme",
      parameters: printedParameters(world.parameters),
      paths: 50,
      steps: 12,
      seed: "1",
    },
    shard,
    seconds: 0.5,
    strategies: tallyRun(
      { ...job, firstPath: shard.firstPath, paths: shard.paths },
      begin,
      scales,
    ),
  };
}

const files = [1, 2, 3, 4].map((index) => shardFile(index, 4));
const named = files.map((file, i): NamedShard => ({ name: `${"abcd"[i]}.json`, ...file }));

Deno.test("shardOf() parts a run into ranges that touch, and differ by one path at most", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 40, max: 2 ** 52 }),
      (of, paths) => {
        let next = 0;
        for (let index = 1; index <= of; index++) {
          const shard = shardOf(index, of, paths);
          assertEquals(shard.firstPath, next);
          assert(Math.abs(shard.paths - paths / of) < 1 + 1e-9 * paths);
          next += shard.paths;
        }
        assertEquals(next, paths);
      },
    ),
    { seed: 4 },
  );
  assertEquals(readShard("2/3", 100), { index: 2, of: 3, firstPath: 33, paths: 33 });
});

Deno.test("mergeShards() takes shards in any order, through text, and gives the same bits", () => {
  const read = named.map(({ name }, i) => readShardFile(name, JSON.stringify(files[i])));
  assertEquals(read, named);
  const merged = mergeShards(named);
  assertEquals(mergeShards(read.toReversed()), merged);
  assertEquals([merged.paths, merged.seconds, merged.seed], [50, 2, "1"]);
});

Deno.test("mergeShards() refuses shards of different runs and names what differs", () => {
  const refuse = (change: Partial<ShardFile["run"]>, what: string) => {
    const other = { ...named[1], run: { ...named[1].run, ...change } };
    const { message } = assertThrows(() => mergeShards([named[0], other]), Error);
    assertEquals(
      message,
      `Cannot merge b.json with a.json as they are of different runs: ${what}`,
    );
  };
  refuse({ seed: "2" }, 'seed is "2" and "1"');
  refuse({ paths: 60 }, "paths is 60 and 50");
  refuse({ version: "0.0.9" }, `version is "0.0.9" and ${JSON.stringify(VERSION)}`);
  refuse({ scenario: "toxic" }, 'scenario is "toxic" and "readme"');
  const { parameters } = named[1].run;
  refuse({ parameters: { ...parameters, decay: 2 } }, "decay is 2 and 1.5");
});

Deno.test("mergeShards() refuses shards of another number of shards", async () => {
  const other = { name: "e.json", ...await shardFile(2, 5) };
  const { message } = assertThrows(() => mergeShards([named[0], other]), Error);
  assertStringIncludes(message, "number of shards is 5 and 4");
});

Deno.test("mergeShards() names shards that are missing, and both files of one that is there twice", () => {
  const refuse = (shards: readonly NamedShard[], message: string) =>
    assertEquals(assertThrows(() => mergeShards(shards), Error).message, message);
  refuse([named[0], named[2], named[3]], "Cannot merge as shard 2 of 4 is missing");
  refuse([named[1]], "Cannot merge as shards 1, 3, 4 of 4 are missing");
  refuse(
    [...named, { ...named[2], name: "again.json" }],
    "Cannot merge c.json with again.json as both hold shard 3 of 4",
  );
});

Deno.test("mergeShards() counts missing shards when there are many", async () => {
  const one = { name: "a.json", ...await shardFile(3, 50) };
  assertEquals(
    assertThrows(() => mergeShards([one]), Error).message,
    "Cannot merge as shards 1, 2, 4, 5, 6, 7, 8, 9, 10, 11 and 39 more of 50 are missing",
  );
});

/** A change to the file's text, and what must be said of it. */
const broken: readonly (readonly [change: (text: string) => string, message: string])[] = [
  [() => "", "it is empty: its simulation has not ended well"],
  [() => "\n", "it is empty"],
  [(text) => text.slice(0, -1), "it is no whole JSON"],
  [(text) => text.slice(0, 200), "it is no whole JSON (200 characters)"],
  [(text) => text + text, "it is no whole JSON"],
  [() => "[]", " must be an object"],
  [() => "{}", "format must be"],
  [() => "null", " must be an object"],
  [(text) => text.replace("shard 3", "shard 2"), "format must be"],
  [(text) => text.replace('"seed":"1"', '"seed":1'), "run.seed must be a text: current value is 1"],
  [(text) => text.replace(',"seed":"1"', ""), "run.seed must be a text: current value is missing"],
  [(text) => text.replace('"paths":50', '"paths":-50'), "run.paths must be a whole number >= 1"],
  [
    (text) => text.replace('"paths":50', '"paths":60'),
    "shard.firstPath must be 15 for shard 2 of 4",
  ],
  [(text) => text.replace('"index":2', '"index":3'), "shard.firstPath must be 25 for shard 3 of 4"],
  [(text) => text.replace('"index":2', '"index":5'), "shard.index must be at most 4"],
  [(text) => text.replace('"of":4', '"of":99'), "shard.of must be at most the run's 50 paths"],
  [(text) => text.replace('"seconds":0.5', '"seconds":null'), "seconds must be a number"],
  [
    (text) => text.replace('"naive":{', '"naif":{'),
    "strategies must be an object of any of naive, as",
  ],
  [(text) => text.replace(/"second":/, '"second":-'), "profit.second must be a number >= 0"],
  [(text) => text.replace(/"mean":[^,]+/, '"mean":1e999'), "profit.mean must be a number"],
  [(text) => text.replace(/"count":13/, '"count":12'), "profit.count must be the shard's 13 paths"],
  [(text) => text.replace(/"counts":\[1/, '"counts":[2'), "a count for each value, 13 in all"],
  [(text) => text.replace(/"counts":\[1,/, '"counts":['), "a count for each value, 13 in all"],
  [(text) => text.replace(/"counts":\[1/, '"counts":[0'), "counts[0] must be a whole number >= 1"],
  [(text) => text.replace(/"values":\[-?\d+/, '"values":[9999999'), "values must be in ascending"],
  [(text) => text.replace('"orderSize":1,"profit"', '"orderSize":0,"profit"'), "must be above 0"],
  [(text) => text.replace('"bits":12', '"bits":21'), "bits must be a whole number from 0 to 20"],
  [
    (text) => text.replace(/"highest":[^,]+/, '"highest":-1e9'),
    "highest must be at least the lowest",
  ],
  [(text) => text.replace(/"takerOrders":\d+/, '"takerOrders":0.5'), "takerOrders must be a whole"],
  [(text) => text.replace(/"takerTrades":\d+/, '"takerTrades":-1'), "takerTrades must be a whole"],
];

Deno.test("readShardFile() says in one line that names the file what is wrong with it", () => {
  const whole = JSON.stringify(files[1]);
  for (const [change, message] of broken) {
    const text = change(whole);
    assert(text !== whole, message);
    const { message: said } = assertThrows(() => readShardFile("b.json", text), Error, "", message);
    assertStringIncludes(said, "Cannot read b.json as a shard of a simulation: ");
    assertStringIncludes(said, message);
    assert(!said.includes("\n"));
  }
});

Deno.test("readShardFile() never lets a changed character through to a stack trace", () => {
  const whole = JSON.stringify(files[1]);
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.constantFrom(...'0-9{}[],:"e. '), (at, sign) => {
      try {
        readShardFile("b.json", whole.slice(0, at) + sign + whole.slice(at + 1));
      } catch (error) {
        assert(error instanceof Error && error.message.startsWith("Cannot read b.json as a shard"));
      }
    }),
    { seed: 5, numRuns: 400 },
  );
});

import { assert, assertAlmostEquals, assertEquals, assertLess } from "@std/assert";
import { goalLines, speedTable } from "./bench.ts";
import { runOnce } from "./competitor.ts";
import { CASES, peerParameters } from "./cases.ts";
import { exactOutcomes, worstDistance } from "./statistics.ts";

const readme = (steps: number) =>
  ({ scenario: "readme", changes: { steps, horizon: steps } }) as const;

Deno.test("exactOutcomes() of 500 steps are the README scenario's", () => {
  const { naive, as } = exactOutcomes(readme(500));
  assertAlmostEquals(naive.mean, 227.45, 0.005);
  assertAlmostEquals(naive.sd, 355.65, 0.005);
  assertAlmostEquals(as.mean, 223.04, 0.005);
  assertAlmostEquals(as.sd, 88.58, 0.005);
});

Deno.test("worstDistance() is in standard errors of all runs together", () => {
  const exact = exactOutcomes(readme(200));
  const run = (change: number) => ({
    paths: 5000,
    steps: 200,
    seconds: 1,
    strategies: { ...exact, as: { ...exact.as, mean: exact.as.mean + change } },
  });
  const error = exact.as.sd / Math.sqrt(10_000);
  assertAlmostEquals(worstDistance([run(0), run(0)], exact), 0, 1e-9);
  assertAlmostEquals(worstDistance([run(3 * error), run(3 * error)], exact), 3, 1e-9);
  assertAlmostEquals(worstDistance([run(4 * error), run(0)], exact), 2, 1e-9);
});

Deno.test("the engine as a competitor prints its line, and simulates the model", async () => {
  const line = await runOnce(
    {
      name: "engine",
      command: [Deno.execPath(), "run", "-q", "--allow-read=lib", "tests/bench/engine.ts"],
      paths: 2000,
      threads: 1,
      told: "scenario",
    },
    { name: "readme", ...readme(200) },
    1,
    [],
  );
  assertEquals([line.paths, line.steps], [2000, 200]);
  assert(line.seconds > 0);
  assertLess(worstDistance([line], exactOutcomes(readme(200))), 4.5);
  assert(worstDistance([line], exactOutcomes(readme(250))) > 4.5);
});

Deno.test("peerParameters() tells the peers every case in plain numbers", () => {
  for (const one of CASES) {
    const numbers = Object.values(peerParameters(one));
    assert(numbers.every(Number.isFinite), one.name);
  }
  const paper = peerParameters(CASES.find(({ name }) => name === "paper")!);
  assertEquals([paper.clock, paper.spreadShare, paper.limit], [1, 1, 1e6]);
  assertAlmostEquals(2 * paper.halfSpread, 1.4918, 5e-5);
  const gbm = peerParameters(CASES.find(({ name }) => name === "gbm")!);
  assertAlmostEquals(gbm.quotedVolatility, 2.519763, 5e-7);
});

Deno.test("speedTable() and goalLines() compare with the engine's best and median", () => {
  const row = (name: string, best: number, median: number) => (
    { name, case: "toxic", best, median, distance: 1.04 }
  );
  const rows = [row("Numba", 30, 25), row("C", 40, 32), row("this engine", 96, 80)];
  assertEquals(speedTable(rows).split("\n")[2].split(/ +/), [
    "Numba",
    "30.0",
    "25.0",
    "3.20",
    "3.20",
    "1.0",
  ]);
  assertEquals(goalLines(rows), [
    "Goal 3× Numba, this engine: met (best 3.20×, median 3.20×)",
    "Goal 4× C, this engine: missed (best 2.40×, median 2.50×)",
  ]);
  const readmeRows = rows.map((one) => ({ ...one, case: "readme" }));
  assertEquals(
    goalLines(readmeRows)[1],
    "Goal 3.5× Numba, this engine: missed (best 3.20×, median 3.20×)",
  );
});

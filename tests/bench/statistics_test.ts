import { assert, assertAlmostEquals, assertEquals, assertLess } from "@std/assert";
import { goalLines, speedTable } from "./bench.ts";
import { runOnce } from "./competitor.ts";
import { exactOutcomes, worstDistance } from "./statistics.ts";

Deno.test("exactOutcomes() of 500 steps are the README scenario's", () => {
  const { naive, as } = exactOutcomes(500);
  assertAlmostEquals(naive.mean, 227.45, 0.005);
  assertAlmostEquals(naive.sd, 355.65, 0.005);
  assertAlmostEquals(as.mean, 223.04, 0.005);
  assertAlmostEquals(as.sd, 88.58, 0.005);
});

Deno.test("worstDistance() is in standard errors of all runs together", () => {
  const exact = exactOutcomes(200);
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
      pathSteps: 400_000,
      threads: 1,
    },
    200,
    1,
    [],
  );
  assertEquals([line.paths, line.steps], [2000, 200]);
  assert(line.seconds > 0);
  assertLess(worstDistance([line], exactOutcomes(200)), 4.5);
  assert(worstDistance([line], exactOutcomes(250)) > 4.5);
});

Deno.test("speedTable() and goalLines() compare with the engine's best and median", () => {
  const row = (name: string, best: number, median: number) => (
    { name, steps: 1000, best, median, distance: 1.04 }
  );
  const rows = [row("Numba", 30, 25), row("C", 40, 32), row("this engine", 78, 64)];
  assertEquals(speedTable(rows).split("\n")[2].split(/ +/), [
    "Numba",
    "30.0",
    "25.0",
    "2.60",
    "2.56",
    "1.0",
  ]);
  assertEquals(goalLines(rows), [
    "Goal 2.5× Numba: met (best 2.60×, median 2.56×)",
    "Goal 2× C: missed (best 1.95×, median 2.00×)",
  ]);
  assertEquals(goalLines([...rows.slice(2), row("… on 2 workers", 117, 128)]), [
    "Goal 1.6× one thread, on 2 workers: missed (best 1.50×, median 2.00×)",
  ]);
});

import { streams } from "@digital-market-maker/lab";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { assertDeviationWithinStandardErrors, assertWithinStandardErrors } from "../statistics.ts";
import {
  blockBootstrap,
  type BlockBootstrapOptions,
  runningSums,
  sumOver,
} from "../../lib/analysis/block_bootstrap.ts";

const random = (path = 0) => streams("block bootstrap")("bootstrap", path);

/** The same, told every step that was drawn. */
const stepByStep = <T>(
  steps: number,
  options: BlockBootstrapOptions,
  statistic: (steps: readonly number[]) => T,
) =>
  blockBootstrap(steps, options, ({ count, from, to }) => {
    const drawn: number[] = [];
    for (let i = 0; i < count; i++) for (let n = from[i]; n < to[i]; n++) drawn.push(n);
    return statistic(drawn);
  });

Deno.test("blockBootstrap() draws whole blocks of neighbours, the end going on at the beginning", () => {
  const options = { block: 4, replications: 50, random: random() };
  const samples = stepByStep(10, options, (steps) => steps);
  for (const steps of samples) {
    assertEquals(steps.length, 10);
    steps.forEach((step, i) => {
      if (i % 4 !== 0) assertEquals(step, (steps[i - 1] + 1) % 10);
    });
  }
});

Deno.test("blockBootstrap() draws every step as often as any other", () => {
  for (const block of [1, 3, 7]) {
    const samples = stepByStep(
      7,
      { block, replications: 20_000, random: random(block) },
      (steps) => steps.filter((step) => step === 6).length,
    );
    assertWithinStandardErrors(samples, 1, { what: "times the last step is drawn" });
  }
});

Deno.test("blockBootstrap() finds the error of a mean whose terms repeat, single steps do not", () => {
  // Blocks of 5 equal values: the mean of 500 has the error of a mean of 100.
  const normals = new Float64Array(100);
  random(99).normals(normals);
  const mean = normals.reduce((a, b) => a + b) / 100;
  const sd = Math.sqrt(normals.reduce((s, x) => s + (x - mean) ** 2, 0) / 100);
  const meanOfDrawn = (steps: readonly number[]) =>
    steps.reduce((s, n) => s + normals[Math.floor(n / 5)], 0) / 500;
  const options = { replications: 4000, random: random(1) };
  const blocks = stepByStep(500, { ...options, block: 50 }, meanOfDrawn);
  const single = stepByStep(500, { ...options, block: 1 }, meanOfDrawn);
  assertDeviationWithinStandardErrors(single, sd / Math.sqrt(500));
  const spread = Math.sqrt(blocks.reduce((s, x) => s + (x - mean) ** 2, 0) / blocks.length);
  assert(spread > 1.6 * sd / Math.sqrt(500), `spread ${spread}`);
});

Deno.test("blockBootstrap() refuses blocks longer than the series", () => {
  const draw = (block: number, replications = 10) => () =>
    blockBootstrap(5, { block, replications, random: random() }, ({ count }) => count);
  assertThrows(draw(6), RangeError, "block must be at most the 5 steps");
  assertThrows(draw(0), RangeError, "block must be a whole number >= 1");
  assertThrows(draw(1, 0.5), RangeError, "replications must be a whole number >= 1");
});

Deno.test("blockBootstrap() tells how many samples are drawn, from none to all", () => {
  const told: string[] = [];
  const options = {
    block: 2,
    replications: 3,
    random: random(),
    progress: (done: number, total: number) => void told.push(`${done} of ${total}`),
  };
  blockBootstrap(10, options, () => 0);
  assertEquals(told, ["0 of 3", "1 of 3", "2 of 3", "3 of 3"]);
});

Deno.test("sumOver() of running sums is the sum step by step, whatever the blocks", () => {
  for (const [steps, block] of [[1, 1], [10, 1], [10, 4], [10, 10], [997, 30], [20_000, 7]]) {
    const series = new Float64Array(steps);
    random(steps).normals(series);
    const sums = runningSums(series);
    const drawing = () => ({ block, replications: 20, random: random(block) });
    const found = blockBootstrap(steps, drawing(), (drawn) => sumOver(drawn, sums));
    const expected = stepByStep(
      steps,
      drawing(),
      (drawn) => drawn.reduce((sum, n) => sum + series[n], 0),
    );
    found.forEach((sum, i) => assertAlmostEquals(sum, expected[i], 1e-14 * steps * block + 1e-15));
  }
});

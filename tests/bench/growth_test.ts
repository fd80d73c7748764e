import { assert, assertAlmostEquals, assertEquals, assertStringIncludes } from "@std/assert";
import { growthOf } from "./growth.ts";
import { growthTable } from "./growth_table.ts";
import { linearFit } from "./linear_fit.ts";

Deno.test("linearFit() of points on a line is that line, and nothing departs", () => {
  const { slope, intercept, departure } = linearFit(
    [1, 10, 1000].map((x) => ({ x, y: 5 + 0.25 * x })),
  );
  assertAlmostEquals(slope, 0.25, 1e-12);
  assertAlmostEquals(intercept, 5, 1e-10);
  assertAlmostEquals(departure, 0, 1e-12);
});

Deno.test("linearFit() shows what is not linear: squares depart from any line by a third", () => {
  const { departure } = linearFit([1, 2, 4, 8].map((x) => ({ x, y: x * x })));
  assert(departure > 1 / 3);
});

Deno.test("growthTable() shows every point, its bar, and both lines", () => {
  const points = [1, 2, 4].map((x) => ({
    x: 1000 * x,
    seconds: 0.2 * x,
    processor: 0.1 * x,
    megabytes: 60 + x,
  }));
  const lines = growthTable(growthOf("paths", points)).split("\n");
  assertEquals(lines[0], "paths");
  assertEquals(lines[3].split(/ +/), ["1000", "0.200", "1.00", "0.100", "61", "████████"]);
  assertEquals(lines[5].split(/ +/), ["4000", "0.800", "0.25", "0.400", "64", "█".repeat(30)]);
  assertStringIncludes(lines[6], "+ 100 µs each, no point off by more than 0 %");
  assertStringIncludes(lines[7], "60 MB + 1 kB each");
});

Deno.test("growth_case.ts prints time and peak memory of the run it is told", async () => {
  const flags = ["--paths", "9000", "--steps", "20", "--strategies", "3", "--quantiles"];
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-q", "--allow-read=lib", "tests/bench/growth_case.ts", ...flags],
    cwd: new URL("../../", import.meta.url),
  }).output();
  assert(success, new TextDecoder().decode(stderr));
  const { paths, seconds, processor, megabytes } = JSON.parse(new TextDecoder().decode(stdout));
  assertEquals(paths, 9000);
  assert(seconds > 0 && processor > 0);
  // No Deno runs in less than 20 MB. There is no upper bound to hold it to: Linux starts a child's peak at
  // what its parent held, and this parent is a whole test run.
  assert(megabytes > 20);
});

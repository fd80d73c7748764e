import { type PathsSummary, pathsSummary, scenario, simulate } from "@digital-market-maker/lab";
import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import { settingKeys } from "../../lib/cli/settings.ts";
import { presets, type ScenarioName } from "../../lib/scenario/parameters.ts";
import { task } from "./simulate_task.ts";

interface Output {
  readonly seconds: number;
  readonly strategies: { readonly naive: PathsSummary; readonly as: PathsSummary };
  readonly [key: string]: unknown;
}

async function json(...args: readonly string[]): Promise<Output> {
  const { code, out, errors } = await task("--json", ...args);
  assertEquals([code, errors], [0, ""]);
  assertEquals(out.trimEnd().split("\n").length, 1);
  return JSON.parse(out);
}

const results = (output: Output) => ({ ...output, seconds: 0 });

Deno.test("deno task simulate --json prints one object of the promised shape", async () => {
  const output = await json("--paths", "20", "--seed", "5");
  assertEquals(Object.keys(output), [
    "scenario",
    "parameters",
    "paths",
    "steps",
    "seed",
    "seconds",
    "strategies",
  ]);
  assertEquals([output.scenario, output.paths, output.steps, output.seed], [
    "readme",
    20,
    500,
    "5",
  ]);
  assert(output.seconds > 0);
  assertEquals(Object.keys(output.strategies), ["naive", "as"]);
  for (const strategy of Object.values(output.strategies)) {
    assertEquals(Object.keys(strategy), [
      "mean",
      "sd",
      "standardError",
      "finalInventoryMean",
      "finalInventorySd",
      "inventoryMin",
      "inventoryMax",
      "takerUnits",
      "takerTrades",
      "sharpeMean",
      "quantiles",
    ]);
    assertEquals(Object.keys(strategy.quantiles), ["5", "25", "50", "75", "95"]);
  }
});

Deno.test("deno task simulate --json prints what the library says for scenario, paths and seed", async () => {
  for (const name of Object.keys(presets) as ScenarioName[]) {
    const output = await json("--scenario", name, "--paths", "30", "--seed", "9");
    const { traders } = simulate({ ...scenario(name), paths: 30, seed: 9 });
    assertEquals(output.strategies, {
      naive: { ...pathsSummary(traders.naive.finals) },
      as: { ...pathsSummary(traders.as.finals) },
    });
  }
});

Deno.test("deno task simulate takes readme, 1000 paths and seed 1 unless told", async () => {
  const plain = await json();
  const told = await json("--scenario", "readme", "--paths", "1000", "--seed", "1");
  assertEquals(results(plain), results(told));
  assertEquals([plain.paths, plain.seed], [1000, "1"]);
});

Deno.test("deno task simulate gives the numbers of a seed again, and others for another", async () => {
  const seven = await json("--paths", "5", "--seed", "7");
  assertEquals(results(await json("--paths", "5", "--seed=7")), results(seven));
  const { traders } = simulate({ ...scenario("readme"), paths: 5, seed: 7 });
  assertEquals(seven.strategies.as, { ...pathsSummary(traders.as.finals) });
  const eight = await json("--paths", "5", "--seed", "eight");
  assert(JSON.stringify(eight.strategies) !== JSON.stringify(seven.strategies));
});

Deno.test("deno task simulate takes every key of --set and shows it in the parameters", async () => {
  const values: Readonly<Record<string, readonly [string, unknown]>> = {
    initialPrice: ["90.5", 90.5],
    volatility: ["1.2", 1.2],
    drift: ["0", 0],
    meanLevel: ["95", 95],
    pull: ["2", 2],
    horizon: ["25", 25],
    steps: ["50", 50],
    scale: ["0.7", 0.7],
    decay: ["1.1", 1.1],
    riskAversion: ["2e-2", 0.02],
    limit: ["3", 3],
    breach: ["flatten", "flatten"],
    crossingCost: ["0", 0],
    rebate: ["-0.0001", -0.0001],
    fee: [".001", 0.001],
    spread: ["paper", "paper"],
    timeLeft: ["saturating", "saturating"],
    endPenalty: ["0.2", 0.2],
    fills: ["exact", "exact"],
    price: ["ornstein-uhlenbeck", "ornstein-uhlenbeck"],
    halfSpread: ["0.7", 0.7],
    minimumDepth: ["0.1", 0.1],
    orderSize: ["0.5", 0.5],
    flowBias: ["0.02", 0.02],
  };
  assertEquals(Object.keys(values).toSorted(), settingKeys.toSorted());
  const flags = Object.entries(values).flatMap(([key, [value]]) => ["--set", `${key}=${value}`]);
  const { parameters, steps } = await json("--paths", "3", ...flags);
  assertEquals(steps, 50);
  const shown = parameters as Readonly<Record<string, unknown>>;
  for (const [key, [, value]] of Object.entries(values)) assertEquals(shown[key], value, key);
});

Deno.test("deno task simulate reads none, the horizon rules, and geometric prices with their volatility", async () => {
  const shown = async (...pairs: readonly string[]) => {
    const flags = pairs.flatMap((pair) => ["--set", pair]);
    return (await json("--paths", "2", ...flags)).parameters as Readonly<Record<string, unknown>>;
  };
  const none = await shown("limit=none", "minimumDepth=none", "timeLeft=clock");
  assertEquals([none.limit, none.minimumDepth, none.timeLeft], ["none", "none", "clock"]);
  assertEquals((await shown("timeLeft=infinite:7")).timeLeft, "infinite:7");
  assertEquals((await shown("timeLeft=floor:0.5")).timeLeft, "floor:0.5");
  assertEquals((await shown("timeLeft=constant:2")).timeLeft, "constant:2");
  assertEquals((await shown("drift=-0.01")).drift, -0.01);
  assertEquals((await shown("price=geometric", "volatility=0.015")).price, "geometric");
});

Deno.test("deno task simulate says null for what does not exist, never NaN", async () => {
  const { out } = await task("--json", "--paths", "1", "--set", "scale=0", "--set", "steps=1");
  assert(!/NaN|Infinity|undefined/.test(out));
  const { naive, as } = JSON.parse(out).strategies;
  for (const { mean, sd, standardError, finalInventorySd, sharpeMean } of [naive, as]) {
    assertEquals([mean, sd, standardError, finalInventorySd, sharpeMean], [
      0,
      null,
      null,
      null,
      null,
    ]);
  }
});

Deno.test("deno task simulate prints a table with confidence intervals", async () => {
  const { code, out, errors } = await task("--paths", "50");
  assertEquals([code, errors], [0, ""]);
  assertStringIncludes(out, "readme: 50 paths × 500 steps, seed 1");
  assertStringIncludes(out, "± at 95 %");
  assertMatch(out, /^Naive +-?\d/m);
  assertMatch(out, /^AS +-?\d+\.\d\d +± \d/m);
});

Deno.test("deno task simulate says nothing of 95 % where two paths are all there is, and Student's from three", async () => {
  const interval = async (paths: string) =>
    /^AS +-?\d+\.\d\d +(–|± \d+\.\d\d) +(\d+\.\d\d)/m.exec((await task("--paths", paths)).out)!;
  assertEquals((await interval("2"))[1], "–");
  const [, reach, sd] = await interval("3");
  // 4.302653, the quantile at 97.5 % with two degrees of freedom.
  assertAlmostEquals(Number(reach.slice(2)), 4.302653 * Number(sd) / Math.sqrt(3), 0.05);
});

Deno.test("deno task simulate --help says what can be said and exits 0", async () => {
  const { code, out, errors } = await task("--help");
  assertEquals([code, errors], [0, ""]);
  for (const word of ["--scenario", "--paths", "--seed", "--set", "--json", ...settingKeys]) {
    assertStringIncludes(out, word);
  }
});

Deno.test("deno task simulate --workers changes no number, and refuses none", async () => {
  const flags = ["--paths", "2500", "--set", "steps=20"];
  assertEquals(results(await json(...flags, "--workers", "2")), results(await json(...flags)));
  const { code, errors } = await task("--workers", "0");
  assertEquals(code, 2);
  assertStringIncludes(errors, "Cannot read --workers as it must be a whole number >= 1");
});

import { type FinalsSummary, scenario, simulate, summary } from "@digital-market-maker/lab";
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { settingKeys } from "../../lib/cli/settings.ts";

const root = new URL("../../", import.meta.url);

interface Run {
  readonly code: number;
  readonly out: string;
  readonly errors: string;
}

async function task(...args: readonly string[]): Promise<Run> {
  const { code, stdout, stderr } = await new Deno.Command("deno", {
    args: ["task", "--quiet", "simulate", ...args],
    cwd: root,
    env: { NO_COLOR: "1" },
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, out: text(stdout), errors: text(stderr) };
}

interface Output {
  readonly seconds: number;
  readonly strategies: { readonly naive: FinalsSummary; readonly as: FinalsSummary };
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
      "takerTrades",
      "sharpeMean",
      "quantiles",
    ]);
    assertEquals(Object.keys(strategy.quantiles), ["5", "25", "50", "75", "95"]);
  }
});

Deno.test("deno task simulate --json prints what the library says for scenario, paths and seed", async () => {
  for (const name of ["paper", "readme", "toxic", "gbm"] as const) {
    const output = await json("--scenario", name, "--paths", "30", "--seed", "9");
    const { traders } = simulate({ ...scenario(name), paths: 30, seed: 9 });
    assertEquals(output.strategies, {
      naive: { ...summary(traders.naive.finals) },
      as: { ...summary(traders.as.finals) },
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
  assertEquals(seven.strategies.as, { ...summary(traders.as.finals) });
  const eight = await json("--paths", "5", "--seed", "eight");
  assert(JSON.stringify(eight.strategies) !== JSON.stringify(seven.strategies));
});

Deno.test("deno task simulate takes every key of --set and shows it in the parameters", async () => {
  const values: Readonly<Record<string, readonly [string, unknown]>> = {
    initialPrice: ["90.5", 90.5],
    volatility: ["1.2", 1.2],
    drift: ["-0.01", -0.01],
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
    timeLeft: ["floor:0.5", "floor:0.5"],
    fills: ["exact", "exact"],
    price: ["arithmetic", "arithmetic"],
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
  assertEquals((await shown("timeLeft=constant:2")).timeLeft, "constant:2");
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
  assertStringIncludes(out, "95 %");
  assertMatch(out, /^Naive +-?\d/m);
  assertMatch(out, /^AS +-?\d+\.\d\d +± \d/m);
});

Deno.test("deno task simulate --help says what can be said and exits 0", async () => {
  const { code, out, errors } = await task("--help");
  assertEquals([code, errors], [0, ""]);
  for (const word of ["--scenario", "--paths", "--seed", "--set", "--json", ...settingKeys]) {
    assertStringIncludes(out, word);
  }
});

const mistakes: readonly (readonly [args: readonly string[], message: string])[] = [
  [["--pathz", "3"], "--pathz"],
  [["extra"], "extra"],
  [["--paths"], "--paths"],
  [["--json=1"], "--json"],
  [["--paths", "0"], 'Cannot read --paths as it must be a whole number >= 1: current value is "0"'],
  [["--paths", "1e3"], "Cannot read --paths as it must be a whole number >= 1"],
  [["--paths=-4"], "Cannot read --paths as it must be a whole number >= 1"],
  [["--scenario", "peper"], 'Cannot find scenario "peper" as the scenarios are paper, readme'],
  [["--scenario", "toString"], 'Cannot find scenario "toString"'],
  [["--set", "sigma=1"], 'Cannot set "sigma" as the keys are'],
  [["--set", "volatility"], 'Cannot read --set "volatility" as it must be key=value'],
  [["--set", "=1"], 'Cannot read --set "=1" as it must be key=value'],
  [["--set", "volatility=-1"], "volatility must be >= 0 and finite: current value is -1"],
  [
    ["--set", "volatility=high"],
    'Cannot set volatility as it must be a number: current value is "high"',
  ],
  [["--set", "volatility="], 'Cannot set volatility as it must be a number: current value is ""'],
  [["--set", "volatility=NaN"], "Cannot set volatility as it must be a number"],
  [["--set", "volatility=Infinity"], "Cannot set volatility as it must be a number"],
  [["--set", "scale=1e999"], "Cannot set scale as it must be a number"],
  [["--set", "steps=2.5"], "steps must be a whole number >= 1: current value is 2.5"],
  [["--set", "steps=0"], "steps must be a whole number >= 1: current value is 0"],
  [["--set", "horizon=0"], "horizon must be > 0 and finite: current value is 0"],
  [["--set", "decay=0"], "decay must be > 0 and finite: current value is 0"],
  [["--set", "limit=-1"], "limit must be >= 0: current value is -1"],
  [["--set", "limit=no"], 'Cannot set limit as it must be a number or "none"'],
  [["--set", "breach=panic"], "Cannot set breach as it must be one of cross-one, flatten, none"],
  [["--set", "timeLeft=soon"], "Cannot set timeLeft as it must be clock, floor:x, constant:x"],
  [["--set", "timeLeft=floor:"], "Cannot set timeLeft as it must be clock, floor:x, constant:x"],
  [["--set", "timeLeft=floor:-1"], "timeLeft.floor must be >= 0 and finite: current value is -1"],
  [["--set", "timeLeft=infinite:0"], "maxInventory must be > 0 and finite: current value is 0"],
  [["--set", "orderSize=0"], "orderSize must be > 0 and finite: current value is 0"],
  [["--set", "flowBias=2"], "flowBias must be between -1 and 1: current value is 2"],
  [["--set", "price=geometric"], "volatility must be given together with price"],
  [["--set", "halfSpread=wide"], "Cannot set halfSpread as it must be a number"],
  [["--set", "steps=1e13"], "memory"],
];

Deno.test("deno task simulate answers a mistake with one line on stderr, nothing on stdout, exit code 2", async () => {
  const waiting = [...mistakes];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [args, message] = next;
      const { code, out, errors } = await task(...args);
      assertEquals([code, out], [2, ""], args.join(" "));
      assertStringIncludes(errors, message);
      assertEquals(errors.trimEnd().split("\n").length, 1, errors);
    }
  };
  await Promise.all([worker(), worker()]);
});

/** Where there is an adapter, its numbers are judged; where there is none, the CPU's that step in. */
import {
  execution,
  type GpuResult,
  monteCarlo,
  type MonteCarloJob,
  monteCarloOnGpu,
  scenario,
  type ScenarioName,
  type ScenarioParameters,
  simulate,
  timeGrid,
} from "@digital-market-maker/lab";
import { assert, assertAlmostEquals, assertEquals, assertRejects, assertThrows } from "@std/assert";
import fc from "fast-check";
import { isCompilable } from "../../../lib/monte_carlo/compiled_policies.ts";
import { exactMoments } from "../../../lib/theory/exact_moments.ts";
import { policyTable } from "../../../lib/trading/policy_table.ts";
import {
  assertDeviationWithinStandardErrors,
  assertWithinStandardErrors,
} from "../../statistics.ts";
import { adapterHere, where } from "./adapter_here.ts";
import { assertIsTwin, twinOf, worlds } from "./worlds.ts";

/** Enough that σ off by 3 % moves AS's deviation by six standard errors. */
const PATHS = 20_000;

/** Runs a job; the adapter does it where there is one, and else the CPU, with one sentence and its own numbers. */
async function run(job: MonteCarloJob): Promise<GpuResult> {
  const sentences: string[] = [];
  const result = await monteCarloOnGpu(job, { onFallback: (said) => sentences.push(said) });
  if (adapterHere !== undefined) {
    assertEquals(sentences, []);
    assertEquals([result.backend, result.adapter], ["gpu", adapterHere]);
    return result;
  }
  assertEquals([result.backend, result.adapter, sentences.length], ["cpu", undefined, 1]);
  assert(/^Running on the CPU, as [^\n]*(adapter|WebGPU)[^\n]*$/.test(sentences[0]), sentences[0]);
  const { traders } = simulate(job);
  for (const key of Object.keys(traders)) {
    assertEquals(result.traders[key].finals, traders[key].finals);
  }
  return result;
}

const finished = new Map<ScenarioName, GpuResult>();

async function resultOf(name: ScenarioName): Promise<GpuResult> {
  const result = finished.get(name) ?? await run({ ...scenario(name), paths: PATHS, seed: name });
  finished.set(name, result);
  return result;
}

/** Means and deviations lie within five standard errors of the exact ones. */
function assertAgrees(
  { traders }: GpuResult,
  name: ScenarioName,
  changes: Partial<ScenarioParameters> = {},
): void {
  const { market: { flow, price }, grid, traders: asked } = scenario(name, changes);
  for (const key of ["naive", "as"] as const) {
    const table = policyTable({ trader: asked[key], flow, grid });
    const { mean, sd, finalInventory, expected } = exactMoments({ table, price });
    const { profit, finalInventory: q, takerUnits } = traders[key].finals;
    const what = (measure: string) => ({ what: `${key}'s ${measure}` });
    assertWithinStandardErrors(profit, mean, what("mean profit"));
    assertDeviationWithinStandardErrors(profit, sd, what("deviation of profit"));
    assertWithinStandardErrors(q, finalInventory.mean, what("mean final inventory"));
    assertDeviationWithinStandardErrors(q, finalInventory.sd, what("deviation of final inventory"));
    assertWithinStandardErrors(takerUnits, expected.takerUnits, what("units crossed"));
  }
}

for (const name of ["paper", "readme", "toxic", "gbm"] as const) {
  Deno.test(`monteCarloOnGpu() of \`${name}\` ${where} lies within five standard errors of the exact moments`, async () => {
    assertAgrees(await resultOf(name), name);
  });
}

const wrong: readonly (readonly [ScenarioName, string, Partial<ScenarioParameters>])[] = [
  ["readme", "σ off by 3 %", { volatility: 1.545 }],
  ["readme", "A off by 3 %", { scale: 0.927 }],
  ["readme", "no rebate", { rebate: 0 }],
  ["readme", "flattening instead of crossing one", { breach: "flatten" }],
  ["toxic", "a drift of 0.02 for 0.03", { drift: 0.02 }],
  ["gbm", "arithmetic prices", { price: "arithmetic", volatility: 40 }],
];
for (const [name, what, changes] of wrong) {
  Deno.test(`monteCarloOnGpu() of \`${name}\` ${where} is told from a version with ${what}`, async () => {
    const result = await resultOf(name);
    assertThrows(() => assertAgrees(result, name, changes));
  });
}

/** Every path is trade()'s: on the tape of the shader's numbers where an adapter traded. */
async function assertTradesAlike(job: MonteCarloJob): Promise<void> {
  const result = await run(job);
  if (result.backend === "cpu") return;
  for (const [key, { finals }] of Object.entries(result.traders)) {
    for (let at = 0; at < job.paths; at++) {
      assertIsTwin(finals, at, twinOf(job, job.traders[key], (job.firstPath ?? 0) + at));
    }
  }
}

Deno.test(`monteCarloOnGpu() ${where} trades every path as trade() does, whatever the market and the terms`, async () => {
  await fc.assert(
    fc.asyncProperty(worlds, async ({ grid: clock, traders: all, ...world }) => {
      const grid = timeGrid(clock);
      const traders = all.filter((trader) => isCompilable(trader, grid));
      fc.pre(traders.length > 0);
      await assertTradesAlike({
        ...world,
        grid,
        traders: Object.fromEntries(traders.map((trader, i) => [`trader ${i}`, trader])),
        paths: 3,
      });
    }),
    { seed: 4, numRuns: 60 },
  );
});

Deno.test(`monteCarloOnGpu() ${where} trades every scenario as trade() does`, async () => {
  for (const name of ["paper", "readme", "toxic", "gbm"] as const) {
    await assertTradesAlike({ ...scenario(name), paths: 40, seed: 5, firstPath: 1000 });
  }
});

Deno.test(`monteCarloOnGpu() ${where} trades paths that leave the table as trade() does`, async () => {
  // Every bid fills and no ask is quoted: some 450 orders, where 269 are tabulated.
  const strategy = {
    name: "buyer",
    readsPrice: false,
    readsTime: false,
    quote: () => ({ bidDepth: 0, askDepth: Infinity }),
  };
  const buyer = { strategy, execution: execution() };
  const job = { ...scenario("readme"), traders: { buyer }, paths: 20, seed: 2 };
  await assertTradesAlike(job);
  const { traders } = await run(job);
  assert(traders.buyer.finals.finalInventory.every((q) => q > 400));
});

Deno.test(`monteCarloOnGpu() ${where} gives a path the same numbers in any run`, async () => {
  const { market, grid, traders: { naive, as } } = scenario("paper");
  const all = await run({ market, grid, traders: { naive, as }, paths: 3000, seed: 8 });
  const later = await run({ market, grid, traders: { as }, paths: 1000, seed: 8, firstPath: 1500 });
  const [whole, part] = [all, later].map(({ traders }) => traders.as.finals);
  assertEquals(part.finalInventory, whole.finalInventory.slice(1500, 2500));
  // Compilers may round a trader in the pair's first place otherwise than one in the second.
  part.profit.forEach((profit, i) => assertAlmostEquals(profit, whole.profit[1500 + i], 1e-3));
  const other = await run({ market, grid, traders: { as }, paths: 1000, seed: 9, firstPath: 1500 });
  assert(other.traders.as.finals.profit[0] !== later.traders.as.finals.profit[0]);
});

Deno.test(`monteCarloOnGpu() ${where} keeps profits alone, and the sessions asked for`, async () => {
  const job = { ...scenario("readme"), paths: 30, seed: 3, firstPath: 10 };
  const record = { finals: "profit", sessions: [12, 39] } as const;
  const { traders: { as } } = await run({ ...job, record });
  assertEquals([as.finals.profit.length, as.finals.stepSharpe.length], [30, 0]);
  [2, 29].forEach((at, i) => {
    const { wealth, inventory, grid: { steps } } = as.sessions[i];
    assert(Math.abs(as.finals.profit[at] - wealth[steps]) < 0.01);
    assertEquals(as.finals.finalInventory[at], inventory[steps]);
  });
});

Deno.test(`monteCarloOnGpu() ${where} reports every path, and ends where a signal says so`, async () => {
  const job = { ...scenario("readme"), paths: 30_000, seed: 1 };
  const reported: number[] = [];
  await monteCarloOnGpu(job, { report: (done) => reported.push(done) });
  assertEquals(reported.at(-1), 30_000);
  assertEquals(reported, reported.toSorted((a, b) => a - b));
  const stop = new AbortController();
  const early = monteCarloOnGpu({ ...job, paths: 10 ** 7, record: { finals: "profit" } }, {
    signal: stop.signal,
    report: () => stop.abort(new Error("enough")),
  });
  await assertRejects(() => early, Error, "enough");
  const late = { signal: AbortSignal.abort(new Error("before")) };
  await assertRejects(() => monteCarloOnGpu(job, late), Error, "before");
});

Deno.test(`monteCarloOnGpu() ${where} leaves what float32 cannot hold to the CPU`, async () => {
  for (const initialPrice of [1e25, 1e45, 1e-17]) {
    const changes = { price: "geometric", volatility: 0.01, initialPrice, rebate: 0 } as const;
    const { market, grid, traders: { naive } } = scenario("readme", { ...changes, halfSpread: 0 });
    const job = { market, grid, traders: { naive }, paths: 20, seed: 1 };
    const { backend, traders } = await monteCarloOnGpu(job);
    assertEquals(backend, "cpu");
    assertEquals(traders.naive.finals, simulate(job).traders.naive.finals);
  }
});

Deno.test("monteCarloOnGpu() refuses the jobs that monteCarlo() refuses", async () => {
  const job = { ...scenario("readme"), paths: 0, seed: 1 };
  await assertRejects(() => monteCarloOnGpu(job), RangeError, "paths must be a whole number >= 1");
  await assertRejects(() => monteCarlo(job), RangeError, "paths must be a whole number >= 1");
});

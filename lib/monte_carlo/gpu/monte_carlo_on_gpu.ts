import { drawTape } from "../../market/draw.ts";
import type { MemorylessFlow } from "../../market/order_flow.ts";
import type { Trader } from "../../trading/execution.ts";
import { trade } from "../../trading/trade.ts";
import { ownColumn } from "../columns.ts";
import { compilePolicies } from "../compiled_policies.ts";
import { hasLeft } from "../fast_run.ts";
import { recordFinals } from "../finals.ts";
import { checkJob, type MonteCarloJob } from "../job.ts";
import { monteCarlo, type MonteCarloOptions } from "../monte_carlo.ts";
import { blankFinals, type MonteCarloResult, type TraderResult } from "../result.ts";
import type { GpuPair, GpuPlan } from "./gpu_desk.ts";
import { openDevice } from "./open_device.ts";
import { philoxKey, philoxStreams } from "./philox_streams.ts";
import { tradeOnGpu } from "./trade_on_gpu.ts";
import { whyNotOnGpu } from "./why_not.ts";

/** How {@linkcode monteCarloOnGpu} runs; the number of workers is for the CPU where it has to step in. */
export interface GpuOptions extends MonteCarloOptions {
  /** Told in a sentence, before it starts, why the CPU does the work. @default {() => {}} */
  readonly onFallback?: (sentence: string) => void;
}

/** A finished run, and who did it. */
export interface GpuResult extends MonteCarloResult {
  /** Who traded the paths. */
  readonly backend: "gpu" | "cpu";
  /** The graphics adapter's name, where it traded. */
  readonly adapter?: string;
}

/**
 * Runs a Monte Carlo job on the graphics adapter, through WebGPU: in Deno and in a browser's page.
 *
 * Its numbers have the law of {@linkcode monteCarlo}'s but are others: they come from Philox 4×32, keyed
 * from the same seed, so that a path depends on seed and path number alone here too. Profits are worked
 * out in float32, relative to the initial price, and come out some 10⁻⁴ off in the scenarios; inventories
 * are exact. Paths that leave a trader's table are traded again on the CPU, on the same tape.
 *
 * Where there is no adapter, where it fails or the job is nothing for it (strategies that read the price,
 * flows with a memory, records of single steps), the CPU does the work and the result says so.
 *
 * @param job Market, traders, paths, seed and what to record.
 * @param options Signal to stop, progress, whom to tell of a fallback, workers for that case.
 * @returns What was recorded, and who did the work.
 * @throws {RangeError} Where the job is out of range.
 *
 * @example A mean from whatever this machine has
 * ```ts
 * import { monteCarloOnGpu, scenario, summary } from "@digital-market-maker/lab";
 * import { assert, assertEquals } from "@std/assert";
 *
 * const job = { ...scenario("readme"), paths: 400, seed: 1 };
 * const { backend, adapter, traders } = await monteCarloOnGpu(job);
 * assertEquals(backend === "gpu", adapter !== undefined);
 * assert(Math.abs(summary(traders.as.finals).mean - 223.04) < 25);
 * ```
 */
export async function monteCarloOnGpu(
  job: MonteCarloJob,
  options: GpuOptions = {},
): Promise<GpuResult> {
  checkJob(job);
  options.signal?.throwIfAborted();
  const outcome = whyNotOnGpu(job) ?? await attempt(job, options);
  if (typeof outcome !== "string") return outcome;
  options.onFallback?.(`Running on the CPU, as ${outcome}`);
  return { ...await monteCarlo(job, options), backend: "cpu" };
}

/** Runs a job on the graphics adapter, or says why that cannot be done. */
async function attempt(
  job: MonteCarloJob,
  { signal, report = () => {} }: GpuOptions,
): Promise<GpuResult | string> {
  const { market, grid, paths, seed, firstPath = 0, record = {} } = job;
  const desks = Object.entries(job.traders).map(([key, trader]) => ({
    key,
    trader,
    finals: blankFinals(paths, record.finals !== "profit", ownColumn),
  }));
  const pairs = pairsOf(desks).map((two): GpuPair => {
    const traders = two.map(({ trader }) => trader);
    const tables = compilePolicies(traders, market.flow as MemorylessFlow, grid);
    const lane = (i: 0 | 1) => ({ policy: tables.policies[i], finals: two[i].finals });
    return { tables, lanes: [lane(0), lane(1)] };
  });
  const plan = { grid, key: philoxKey(seed), firstPath, paths, price: market.price, pairs };
  let adapter: string;
  try {
    adapter = await onDevice(plan, (done) => {
      signal?.throwIfAborted();
      report(done);
    });
  } catch (error) {
    signal?.throwIfAborted();
    return (error instanceof Error ? error.message : String(error)).split("\n")[0];
  }

  const random = philoxStreams(seed);
  const sessionOf = (trader: Trader, path: number) =>
    trade(drawTape(market, grid, random, path), trader);
  for (const [i, { trader, finals }] of desks.entries()) {
    const { policy } = pairs[i >> 1].lanes[i & 1];
    for (let at = 0; at < paths; at++) {
      if (!hasLeft({ finals }, policy, at)) continue;
      recordFinals(sessionOf(trader, firstPath + at), finals, at);
      // A pause, so that a signal can be heard.
      if (at % 1024 === 0) await new Promise((resolve) => setTimeout(resolve));
      signal?.throwIfAborted();
    }
  }
  const traders = desks.map(({ key, trader, finals }): [string, TraderResult] => {
    const sessions = (record.sessions ?? []).map((path) => sessionOf(trader, path));
    return [key, { name: trader.strategy.name, finals, sessions }];
  });
  return { paths, seed, traders: Object.fromEntries(traders), backend: "gpu", adapter };
}

/** Opens the adapter for one run, and answers with its name. */
async function onDevice(plan: GpuPlan, told: (done: number) => void): Promise<string> {
  const { device, adapter } = await openDevice();
  try {
    await tradeOnGpu(device, plan, told);
  } finally {
    device.destroy();
  }
  return adapter;
}

/** Neighbours two by two; a last one alone comes with itself. */
function pairsOf<T>(values: readonly T[]): readonly (readonly [T, T])[] {
  return values.filter((_, i) => i % 2 === 0)
    .map((value, i) => [value, values[2 * i + 1] ?? value] as const);
}

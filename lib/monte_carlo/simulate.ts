import { checkKeys } from "../check.ts";
import { beginSimulation, type SimulateOptions } from "./begin_simulation.ts";
import { checkJob, type MonteCarloJob } from "./job.ts";
import { progressKind } from "../progress.ts";
import type { MonteCarloResult } from "./result.ts";

export type { SimulateOptions };

/**
 * Runs a Monte Carlo job: every trader on the same tapes, on as many threads as asked for.
 *
 * It returns when the last path is traded. A cell of a notebook that calls it can be stopped, and keeps its
 * variables; workers that hear nothing from a stopped cell end themselves after two seconds. A program that
 * has other things to do meanwhile takes {@linkcode simulateAsync}.
 *
 * Workers trade for strategies that do not read the price, on prices whose step is data; the calling thread
 * trades the rest and says so, once. Where threads share no memory, as in a page that is not cross-origin
 * isolated, or where a page must not wait, it trades everything.
 *
 * @param job Market, traders, paths, seed and what to record.
 * @param options Number of workers, and who is told of progress.
 * @returns What was recorded: the same to the last bit for any number of workers.
 * @throws {RangeError} Where the job or the number of workers is out of range.
 * @throws {TypeError} Where nothing exact is known of the control.
 * @throws {Error} Where a worker fails. One that cannot start is not missed.
 *
 * @example Both traders of the README meet the same three thousand tapes
 * ```ts
 * import { scenario, simulate } from "@digital-market-maker/lab";
 * import { assertEquals } from "@std/assert";
 *
 * const job = { ...scenario("readme"), paths: 3000, seed: 1 };
 * const { traders } = simulate(job);
 * assertEquals(traders.as.finals.profit.length, 3000);
 *
 * const again = simulate(job, { workers: 2 });
 * assertEquals(again.traders.as.finals.profit, traders.as.finals.profit);
 * ```
 *
 * @example A strategy that reads the price, controlled by one whose mean is known
 * ```ts
 * import { avellanedaStoikov, scenario, simulate } from "@digital-market-maker/lab";
 * import { assert } from "@std/assert";
 *
 * const { market, grid, traders } = scenario("toxic");
 * const strategy = avellanedaStoikov({
 *   prices: "geometric",
 *   riskAversion: 0.01,
 *   volatility: 0.015,
 *   decay: 1.5,
 *   spread: "readme",
 *   timeLeft: { constant: 1 },
 * });
 * const reader = { ...traders.as, strategy };
 * const job = { market, grid, traders: { as: traders.as, reader }, paths: 500, seed: 1 };
 * const { controlled } = simulate(job, { control: "as" }).traders.reader;
 * // As narrow as ten times as many paths make it.
 * assert(controlled!.pathsSaved > 0.9);
 * ```
 *
 * @example Orders that excite one another, or know the price: the control trades without that, on the same prices
 * ```ts
 * import {
 *   hawkesFlow,
 *   informedFlow,
 *   type OrderFlow,
 *   scenario,
 *   simulate,
 * } from "@digital-market-maker/lab";
 * import { assert } from "@std/assert";
 *
 * const { market, grid, traders } = scenario("toxic", { steps: 100, horizon: 100 });
 * const saved = (flow: OrderFlow) => {
 *   const job = { market: { ...market, flow }, grid, traders, paths: 300, seed: 1 };
 *   return simulate(job, { control: "as" }).traders.as.controlled!.pathsSaved;
 * };
 * const orders = { scale: 0.9, decay: 1.5 };
 * assert(saved(hawkesFlow({ ...orders, selfExcitation: 0.3, memory: 10 })) > 0.7);
 * assert(saved(informedFlow({ ...orders, informed: 0.2, foresight: 5 })) > 0.3);
 * ```
 */
export function simulate(job: MonteCarloJob, options: SimulateOptions = {}): MonteCarloResult {
  checkJob(job);
  checkKeys<SimulateOptions>("simulate", options, {
    workers: true,
    progress: progressKind,
    control: true,
  });
  return beginSimulation(job, options)();
}

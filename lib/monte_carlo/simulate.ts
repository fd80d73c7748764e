import { drawTape } from "../market/draw.ts";
import { streams } from "../random/streams.ts";
import type { Session } from "../trading/session.ts";
import { trade } from "../trading/trade.ts";
import { fanRecorder } from "./fan.ts";
import { recordFinals } from "./finals.ts";
import { checkJob, type MonteCarloJob } from "./job.ts";
import { blankFinals, type MonteCarloResult, type TraderResult } from "./result.ts";

/**
 * Runs a Monte Carlo job to its end, synchronously: every trader on the same tapes.
 *
 * @param job Market, traders, paths, seed and what to record.
 * @param report Told the number of paths done after each. @default {() => {}}
 * @returns What was recorded.
 * @throws {RangeError} Where the job is out of range.
 *
 * @example Both traders of the README meet the same hundred tapes
 * ```ts
 * import { scenario, simulate } from "@digital-market-maker/lab";
 * import { assertEquals } from "@std/assert";
 *
 * const { traders } = simulate({ ...scenario("readme"), paths: 100, seed: 1 });
 * assertEquals(traders.as.finals.profit.length, 100);
 * ```
 */
export function simulate(
  job: MonteCarloJob,
  report: (done: number) => void = () => {},
): MonteCarloResult {
  checkJob(job);
  const { market, grid, traders, paths, seed, firstPath = 0, record = {} } = job;
  const random = streams(seed);
  const desks = Object.entries(traders).map(([key, trader]) => ({
    key,
    trader,
    finals: blankFinals(paths),
    sessions: new Map<number, Session>(),
    fans: record.perStep || record.quantiles?.length
      ? {
        wealth: fanRecorder(grid.steps + 1, paths, record.quantiles ?? []),
        inventory: fanRecorder(grid.steps + 1, paths, record.quantiles ?? []),
      }
      : undefined,
  }));

  for (let i = 0; i < paths; i++) {
    const path = firstPath + i;
    const tape = drawTape(market, grid, random, path);
    for (const { trader, finals, sessions, fans } of desks) {
      const session = trade(tape, trader);
      recordFinals(session, finals, i);
      fans?.wealth.add(session.wealth);
      fans?.inventory.add(session.inventory);
      if (record.sessions?.includes(path)) sessions.set(path, session);
    }
    report(i + 1);
  }

  const results = desks.map(({ key, trader, finals, sessions, fans }): [string, TraderResult] => [
    key,
    {
      name: trader.strategy.name,
      finals,
      perStep: fans && { wealth: fans.wealth.fan(), inventory: fans.inventory.fan() },
      sessions: (record.sessions ?? []).map((path) => sessions.get(path)!),
    },
  ]);
  return { paths, seed, traders: Object.fromEntries(results) };
}

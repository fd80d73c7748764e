import { drawnTape } from "../market/draw.ts";
import { isMemoryless } from "../market/order_flow.ts";
import { priceDrawer, stepOf } from "../market/price_process.ts";
import { streamKey } from "../random/stream_key.ts";
import { streams } from "../random/streams.ts";
import type { Trader } from "../trading/execution.ts";
import { traded } from "../trading/trade.ts";
import type { NewColumn } from "./columns.ts";
import { compilePolicy, isCompilable } from "./compiled_policies.ts";
import { edgeOf, fastRun, type WritePrices } from "./fast_run.ts";
import { checkJob, type MonteCarloJob } from "./job.ts";
import type { FastPlan } from "./kernel.ts";
import { checkMemory } from "./memory.ts";
import { setReference } from "./fan.ts";
import { openRecorder, perStepOf, recordSession } from "./recorder.ts";
import type { MonteCarloResult, TraderResult } from "./result.ts";

/** A job under way: paths are traded in any order, then finished once. */
export interface Run {
  /** The kernel's part as numbers; undefined where the kernel can serve no trader. */
  readonly plan?: FastPlan;
  /** Trades paths from one number up to another for the traders of the kernel. */
  readonly tradeFast: (from: number, to: number) => void;
  /** Whether there are traders whom the kernel cannot serve. */
  readonly hasPlain: boolean;
  /** Why it cannot, in words. */
  readonly plainReasons: readonly string[];
  /** The same for them, by the plain loop. */
  readonly tradePlain: (from: number, to: number) => void;
  /** What was recorded, once every path was traded. */
  readonly finish: () => MonteCarloResult;
}

/**
 * Opens a run. The kernel takes every trader that a table can hold, where the flow's steps are
 * independent; the plain loop takes the rest. Both meet the same tapes and trade them alike.
 */
export function openRun(job: MonteCarloJob, column: NewColumn): Run {
  checkJob(job);
  checkMemory(job);
  const { market, grid, traders, paths, seed, firstPath = 0, record = {} } = job;
  const { flow, price } = market;
  const random = streams(seed);
  const entries = Object.entries(traders).map(([key, trader]) => ({
    key,
    trader,
    recorder: openRecorder(job, trader, column),
    fast: isMemoryless(flow) && isCompilable(trader, grid),
  }));
  const fast = entries.filter(({ fast }) => fast);
  const plain = entries.filter(({ fast }) => !fast);
  const plan: FastPlan | undefined = isMemoryless(flow) && fast.length > 0
    ? {
      grid,
      keys: { prices: streamKey(seed, "price"), orders: streamKey(seed, "flow") },
      initialPrice: price.initialPrice,
      priceStep: stepOf(price, grid.dt),
      firstPath,
      paths,
      policies: fast.map(({ trader }) => compilePolicy(trader, flow, grid)),
      recorders: fast.map(({ recorder }) => recorder),
    }
    : undefined;
  const prices = random("price"), drawPrices = priceDrawer(price, grid);
  const writePrices: WritePrices = (path, midPrice) => {
    prices.restart(path);
    drawPrices(prices, midPrice);
  };
  const here = plan && fastRun(plan, writePrices);
  here?.setReferences();

  const sessionOf = (trader: Trader, path: number) =>
    traded(drawnTape(market, grid, random, path), trader);
  const tradeLeaversAgain = () =>
    fast.forEach(({ trader, recorder }, i) => {
      const edge = edgeOf(plan!.policies[i]), { finalInventory } = recorder.finals;
      for (const at of [...placesOf(-edge, finalInventory), ...placesOf(edge, finalInventory)]) {
        recordSession(recorder, sessionOf(trader, firstPath + at), at, paths);
      }
    });

  return {
    plan,
    hasPlain: plain.length > 0,
    plainReasons: [...new Set(plain.map(({ trader }) => plainReason(trader, job)))],
    tradeFast: here ? here.trade : () => {},
    tradePlain(from, to) {
      for (let at = from; at < to; at++) {
        const tape = drawnTape(market, grid, random, firstPath + at);
        for (const { trader, recorder } of plain) {
          const session = traded(tape, trader);
          if (at === 0) setReference(recorder.fans, session);
          recordSession(recorder, session, at, paths);
        }
      }
    },
    finish() {
      here?.settle();
      tradeLeaversAgain();
      entries.forEach(({ trader: { strategy }, recorder: { finals } }) => {
        checkProfits(strategy.name, finals.profit, firstPath);
      });
      const results = entries.map(({ key, trader, recorder }): [string, TraderResult] => [key, {
        name: trader.strategy.name,
        finals: recorder.finals,
        perStep: perStepOf(recorder, paths, record.quantiles ?? []),
        sessions: (record.sessions ?? []).map((path) => sessionOf(trader, path)),
      }]);
      return { paths, seed, traders: Object.fromEntries(results) };
    },
  };
}

/** Profits are no larger: their fourth powers are numbers still, for the kurtosis. */
const LARGEST = 1e50;

/** Refuses profits that are no numbers, or so large that their moments would be none. */
function checkProfits(name: string, profits: Float64Array, firstPath: number): void {
  for (let at = 0; at < profits.length; at++) {
    if (Math.abs(profits[at]) <= LARGEST) continue;
    throw new RangeError(
      `Cannot simulate ${name} as its profits must be at most ${LARGEST.toExponential()} in size: current ` +
        `value of path ${firstPath + at} is ${
          profits[at]
        }; an amount of money, units or time is too large`,
    );
  }
}

/** Where a column holds a value. */
function placesOf(value: number, column: Float64Array): readonly number[] {
  const places: number[] = [];
  for (let at = -1; (at = column.indexOf(value, at + 1)) >= 0;) places.push(at);
  return places;
}

/** Why the kernel cannot trade for a trader. */
function plainReason({ strategy }: Trader, { market: { flow } }: MonteCarloJob): string {
  if (!isMemoryless(flow)) return `the order flow ${flow.name} remembers its past`;
  const { name } = strategy;
  return strategy.readsPrice ? `${name} reads the price` : `no table can hold what ${name} does`;
}

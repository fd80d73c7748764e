/**
 * What the data frames hold, as plain columns: nothing here knows danfo.
 *
 * @module
 */
import { namedBy, sessionList, shaped } from "../kinds.ts";
import { checkThat, checkWhole, type Kind } from "../check.ts";
import { maxDrawdown } from "../analysis/drawdown.ts";
import { estimateMean } from "../analysis/estimate_mean.ts";
import { returnSeries } from "../analysis/return_series.ts";
import { type SampleMoments, sampleMoments } from "../analysis/sample_moments.ts";
import { sharpeRatio } from "../analysis/sharpe.ts";
import type { TraderResult } from "../monte_carlo/result.ts";
import type { Session } from "../trading/session.ts";
import { extent } from "./chart/ticks.ts";

/** A table's columns by their names: numbers, words, or yes and no. */
export type Columns = Readonly<Record<string, readonly (number | string | boolean | null)[]>>;

/** One trader's results, under the name that the table gives it. */
export type NamedResults = Readonly<Record<string, Pick<TraderResult, "name" | "finals">>>;

/** A session's columns at every so many-th grid time; events are those of the step that begins there. */
export function sessionColumns(session: Session, every: number): Columns {
  checkWhole("build sessionFrame", "every", every);
  const length = Math.floor(session.grid.steps / every) + 1;
  const at = (values: ArrayLike<number>) =>
    Array.from({ length }, (_, i) => i * every < values.length ? values[i * every] : NaN);
  return {
    time: at(session.time),
    midPrice: at(session.midPrice),
    bid: at(session.bid),
    ask: at(session.ask),
    reservationPrice: at(session.reservationPrice),
    inventory: at(session.inventory),
    cash: at(session.cash),
    wealth: at(session.wealth),
    bought: at(session.bought),
    sold: at(session.sold),
    crossed: at(session.crossed),
    rebates: at(session.rebates),
    fees: at(session.fees),
  };
}

/** Results of traders by name. */
export const namedResults: Kind = namedBy(
  "traders' results, such as simulate(job).traders,",
  shaped("traderResult"),
  1,
);

/** A row for each trader: profit with its uncertainty, inventory, crossings. */
export function resultColumns(results: NamedResults): Columns {
  const list = Object.values(results);
  checkThat("build resultsFrame", "results", "at least one", list.length, list.length > 0);
  const profit = list.map(({ finals }) => estimateMean(finals.profit));
  // Where profits alone were recorded, the other columns are empty.
  const inventory = list.map(({ finals }) => momentsOf(finals.finalInventory));
  return {
    strategy: list.map(({ name }) => name),
    sessions: profit.map(({ count }) => count),
    meanProfit: profit.map(({ mean }) => mean),
    standardError: profit.map(({ standardError }) => standardError),
    intervalLow: profit.map(({ interval }) => interval?.[0] ?? null),
    intervalHigh: profit.map(({ interval }) => interval?.[1] ?? null),
    sdProfit: profit.map(({ sd }) => sd),
    meanFinalInventory: inventory.map((one) => one?.mean ?? null),
    sdFinalInventory: inventory.map((one) => one?.sd ?? null),
    lowestInventory: list.map(({ finals }) => finiteOr(extent(finals.lowestInventory)[0])),
    highestInventory: list.map(({ finals }) => finiteOr(extent(finals.highestInventory)[1])),
    takerUnits: list.map(({ finals }) => momentsOf(finals.takerUnits)?.mean ?? null),
  };
}

/** Times, and each session's P&L in the step that begins there. */
export function returnColumns(sessions: readonly Session[]): Columns {
  sessionList("build returnsFrame", "sessions", sessions);
  const [first] = sessions;
  const same = sessions.every(({ grid }) => grid.steps === first.grid.steps);
  checkThat("build returnsFrame", "sessions", "of one clock", "different numbers of steps", same);
  const [, ...names] = distinct(["time", ...sessions.map(({ name }) => name)]);
  return {
    time: Array.from(first.time.subarray(0, first.grid.steps)),
    ...Object.fromEntries(sessions.map((one, i) => [names[i], Array.from(returnSeries(one))])),
  };
}

/** A row for each session: P&L a step, its Sharpe ratio, the drawdown. */
export function sharpeColumns(
  sessions: readonly Session[],
  periods: number | undefined,
): Columns {
  sessionList("build sharpeFrame", "sessions", sessions);
  const gains = sessions.map((session) => returnSeries(session));
  const moments = gains.map((series) => sampleMoments(series));
  return {
    strategy: distinct(sessions.map(({ name }) => name)),
    steps: sessions.map(({ grid }) => grid.steps),
    profit: sessions.map(({ wealth }) => wealth[wealth.length - 1] - wealth[0]),
    meanGain: moments.map(({ mean }) => mean),
    sdGain: moments.map(({ sd }) => sd),
    sharpeRatio: gains.map((series) => sharpeRatio(series, { periods })),
    maxDrawdown: sessions.map(({ wealth }) => maxDrawdown(wealth).depth),
  };
}

function momentsOf(values: ArrayLike<number>): SampleMoments | undefined {
  return values.length === 0 ? undefined : sampleMoments(values);
}

function finiteOr(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** Names that occur once each: the second Naive is `Naive 2`, or the first number that is free. */
function distinct(names: readonly string[]): readonly string[] {
  const taken = new Set(names);
  const seen = new Set<string>();
  return names.map((name) => {
    if (!seen.has(name)) {
      seen.add(name);
      return name;
    }
    let number = 2;
    while (taken.has(`${name} ${number}`)) number++;
    taken.add(`${name} ${number}`);
    return `${name} ${number}`;
  });
}

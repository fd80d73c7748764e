import { type Moments, momentsOf } from "../market/moments.ts";
import type { Tape } from "../market/tape.ts";
import type { StrategyFamily } from "../strategy/strategy.ts";
import type { TimeGrid } from "../time_grid.ts";

/** A column of a session: one number a step or one a grid time. */
export type TimeSeries = Float64Array<ArrayBuffer>;

/**
 * One strategy's day on one tape, as columns. Every chart, table and measure reads this.
 *
 * Columns of *states* have N + 1 values, at the grid's times; columns of *events* have N, one a step.
 */
export interface Session {
  /** The strategy's name. */
  readonly name: string;
  /** The rule that the strategy is; undefined for one of a user's own. */
  readonly family?: StrategyFamily;
  /** The session's clock: N steps. */
  readonly grid: TimeGrid;
  /** The moment of time 0, in microseconds since 1970; undefined on a tape that was not recorded. */
  readonly start?: number;
  /** Steps that stand for gaps in a recording; undefined without. */
  readonly gaps?: Tape["gaps"];
  /** How long each gap was, in the grid's time. */
  readonly gapLengths?: Tape["gapLengths"];
  /** Units in one order. */
  readonly orderSize: number;
  /** States: times n·dt. */
  readonly time: TimeSeries;
  /** States: mid-price, in currency; the tape's plus the impact of our own fills. */
  readonly midPrice: TimeSeries;
  /** Events: bid price that stood in the book, in currency; NaN where none stood. */
  readonly bid: TimeSeries;
  /** Events: ask price that stood in the book, in currency; NaN where none stood. */
  readonly ask: TimeSeries;
  /** Events: centre of the strategy's own quote before clamp and limit, in currency; NaN where it quoted one side only. */
  readonly reservationPrice: TimeSeries;
  /** States: inventory, in units. */
  readonly inventory: TimeSeries;
  /** States: cash, in currency. */
  readonly cash: TimeSeries;
  /** States: wealth = cash + inventory × mid-price, in currency. */
  readonly wealth: TimeSeries;
  /** Events: units bought by our bid. */
  readonly bought: TimeSeries;
  /** Events: units sold by our ask. */
  readonly sold: TimeSeries;
  /** Events: units crossed as a taker, signed: positive bought, negative sold. */
  readonly crossed: TimeSeries;
  /** Events: spread earned, depth × quantity over the fills, in currency. */
  readonly spreadEarned: TimeSeries;
  /** Events: maker rebates, in currency. */
  readonly rebates: TimeSeries;
  /** Events: taker fees, in currency; positive when paid. */
  readonly fees: TimeSeries;
  /** Events: crossing costs, in currency; positive when paid. */
  readonly crossingCosts: TimeSeries;
}

/** A session of the right size, on a tape, with nothing in it. */
export function blankSession(name: string, tape: Moments, orderSize: number): Session {
  const { grid } = tape;
  const state = () => new Float64Array(grid.steps + 1);
  const event = () => new Float64Array(grid.steps);
  return {
    name,
    grid,
    ...momentsOf(tape),
    orderSize,
    time: state(),
    midPrice: state(),
    bid: event(),
    ask: event(),
    reservationPrice: event(),
    inventory: state(),
    cash: state(),
    wealth: state(),
    bought: event(),
    sold: event(),
    crossed: event(),
    spreadEarned: event(),
    rebates: event(),
    fees: event(),
    crossingCosts: event(),
  };
}

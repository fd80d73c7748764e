import type { TimeGrid } from "../time_grid.ts";

/** A column of a session: one number a step or one a grid time. */
export type Column = Float64Array<ArrayBuffer>;

/**
 * One strategy's day on one tape, as columns. Every chart, table and measure reads this.
 *
 * Columns of *states* have N + 1 values, at the grid's times; columns of *events* have N, one a step.
 */
export interface Session {
  /** The strategy's name. */
  readonly name: string;
  /** The session's clock: N steps. */
  readonly grid: TimeGrid;
  /** Units in one order. */
  readonly orderSize: number;
  /** States: times n·dt. */
  readonly time: Column;
  /** States: mid-price, in currency; the tape's plus the impact of our own fills. */
  readonly midPrice: Column;
  /** Events: bid price that stood in the book, in currency; NaN where none stood. */
  readonly bid: Column;
  /** Events: ask price that stood in the book, in currency; NaN where none stood. */
  readonly ask: Column;
  /** Events: centre of the strategy's own quote before clamp and limit, in currency; NaN where it quoted one side only. */
  readonly reservationPrice: Column;
  /** States: inventory, in units. */
  readonly inventory: Column;
  /** States: cash, in currency. */
  readonly cash: Column;
  /** States: wealth = cash + inventory × mid-price, in currency. */
  readonly wealth: Column;
  /** Events: units bought by our bid. */
  readonly bought: Column;
  /** Events: units sold by our ask. */
  readonly sold: Column;
  /** Events: units crossed as a taker, signed: positive bought, negative sold. */
  readonly crossed: Column;
  /** Events: spread earned, depth × quantity over the fills, in currency. */
  readonly spreadEarned: Column;
  /** Events: maker rebates, in currency. */
  readonly rebates: Column;
  /** Events: taker fees, in currency; positive when paid. */
  readonly fees: Column;
  /** Events: crossing costs, in currency; positive when paid. */
  readonly crossingCosts: Column;
}

/** A session of the right size with nothing in it. */
export function blankSession(name: string, grid: TimeGrid, orderSize: number): Session {
  const state = () => new Float64Array(grid.steps + 1);
  const event = () => new Float64Array(grid.steps);
  return {
    name,
    grid,
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

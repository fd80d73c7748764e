import { checkStart } from "./replay/utc.ts";
import { checkKeys, checkPositive, checkThat, checkWhole } from "../check.ts";
import { maybe, numbers, shaped } from "../kinds.ts";
import { checkGrid, type TimeGrid, timeGrid } from "../time_grid.ts";

/**
 * What the market did, whoever was quoting: the mid-price at every grid time, and how far market
 * orders reached into the book in every step. A quote is filled when its depth is within the reach.
 *
 * Sides are as a maker sees them: buy orders reach for our asks, sell orders for our bids.
 */
export interface Tape {
  /** The session's clock: N steps. */
  readonly grid: TimeGrid;
  /** Mid-prices S_0 … S_N, in currency; N + 1 values. */
  readonly midPrice: Float64Array<ArrayBuffer>;
  /** How far above the mid buy orders reached in each step, in currency; −Infinity where none came; N values. */
  readonly buyReach: Float64Array<ArrayBuffer>;
  /** How far below the mid sell orders reached in each step, in currency; −Infinity where none came; N values. */
  readonly sellReach: Float64Array<ArrayBuffer>;
  /**
   * Steps that stand for a gap in a recording, however long it was: their prices do not follow from each
   * other, and nothing is known of their orders. None where it is not there.
   */
  readonly gaps?: Int32Array<ArrayBuffer>;
  /** How long each gap was, in the grid's time; what is not told is one step. */
  readonly gapLengths?: Float64Array<ArrayBuffer>;
  /** The moment of time 0, in microseconds since 1970, where the grid's times are seconds. None where nothing was recorded. */
  readonly start?: number;
  /** The seed and the path that it was drawn from. None where nothing was drawn. */
  readonly drawn?: { readonly seed: string; readonly path: number };
}

/** What a tape is made of, as plain numbers. */
export interface TapeColumns {
  /** Length T of the session, in the time unit of all other parameters; > 0. */
  readonly horizon: number;
  /** Mid-prices S_0 … S_N, in currency, finite. */
  readonly midPrice: ArrayLike<number>;
  /** How far above the mid buy orders reached, N values; −Infinity where none came. */
  readonly buyReach: ArrayLike<number>;
  /** How far below the mid sell orders reached, N values; −Infinity where none came. */
  readonly sellReach: ArrayLike<number>;
  /** Steps that stand for gaps in a recording, rising. @default {none} */
  readonly gaps?: ArrayLike<number>;
  /** How long each gap was, in the time unit; > 0. @default {a step each} */
  readonly gapLengths?: ArrayLike<number>;
  /** The moment of time 0, in microseconds since 1970, where times are seconds. @default {none} */
  readonly start?: number;
}

/**
 * Makes a tape from given columns: recorded data, or a case small enough to check by hand.
 *
 * @param columns Horizon, mid-prices and reaches.
 * @returns The tape, with its own copy of the numbers.
 * @throws {TypeError} Where the columns' lengths do not fit together.
 * @throws {RangeError} Where a mid-price is not finite or a reach is NaN.
 *
 * @example One step, in which a buyer reached one unit of price above the mid
 * ```ts
 * import { tapeOf } from "@digital-market-maker/lab";
 * import { assertEquals } from "@std/assert";
 *
 * const tape = tapeOf({ horizon: 1, midPrice: [100, 101], buyReach: [1], sellReach: [-Infinity] });
 * assertEquals(tape.grid.steps, 1);
 * ```
 */
export function tapeOf(options: TapeColumns): Tape {
  const action = "build tapeOf";
  checkKeys<TapeColumns>(action, options, {
    horizon: true,
    midPrice: numbers,
    buyReach: numbers,
    sellReach: numbers,
    gaps: maybe(numbers),
    gapLengths: maybe(numbers),
    start: true,
  });
  const { horizon, midPrice, buyReach, sellReach, gaps = [], gapLengths, start } = options;
  const steps = midPrice.length - 1;
  for (const [name, column] of [["buyReach", buyReach], ["sellReach", sellReach]] as const) {
    checkThat(
      action,
      `length of ${name}`,
      "one less than the number of mid-prices",
      column.length,
      column.length === steps,
    );
  }
  if (start !== undefined) checkStart(action, start);
  const tape = {
    ...(start === undefined ? {} : { start }),
    grid: timeGrid({ horizon, steps }),
    midPrice: Float64Array.from(midPrice),
    buyReach: Float64Array.from(buyReach),
    sellReach: Float64Array.from(sellReach),
  };
  const broken = tape.midPrice.findIndex((price) => !Number.isFinite(price));
  checkThat(action, `midPrice[${broken}]`, "a finite number", tape.midPrice[broken], broken < 0);
  for (const name of ["buyReach", "sellReach"] as const) {
    const gap = tape[name].findIndex(Number.isNaN);
    checkThat(action, `${name}[${gap}]`, "a number or -Infinity", tape[name][gap], gap < 0);
  }
  if (gaps.length === 0) return tape;
  const places = Array.from(gaps);
  places.forEach((place, i) => {
    checkWhole(action, `gaps[${i}]`, place, i === 0 ? 0 : places[i - 1] + 1);
    checkThat(action, `gaps[${i}]`, `a step below ${steps}`, place, place < steps);
  });
  if (gapLengths === undefined) return { ...tape, gaps: Int32Array.from(places) };
  const lengths = Float64Array.from(gapLengths);
  checkThat(
    action,
    "length of gapLengths",
    "the number of gaps",
    lengths.length,
    lengths.length === places.length,
  );
  lengths.forEach((length, i) => checkPositive(action, `gapLengths[${i}]`, length));
  return { ...tape, gaps: Int32Array.from(places), gapLengths: lengths };
}

/** Refuses what is no tape, or one whose columns do not fit its clock. */
export function checkTape(action: string, name: string, tape: Tape): void {
  shaped("tape")(action, name, tape);
  checkGrid(action, `${name}.grid`, tape.grid);
  const { grid: { steps }, midPrice, buyReach, sellReach } = tape;
  const lengths = [midPrice.length - 1, buyReach.length, sellReach.length];
  const fits = lengths.every((length) => length === steps);
  checkThat(action, name, `of ${steps} steps in every column`, lengths, fits);
}

/** A tape of the right size with nothing on it, for a market to write. */
export function blankTape(grid: TimeGrid): Tape {
  return {
    grid,
    midPrice: new Float64Array(grid.steps + 1),
    buyReach: new Float64Array(grid.steps),
    sellReach: new Float64Array(grid.steps),
  };
}

import { shaped } from "./kinds.ts";
import { checkKeys, checkPositive, checkThat, checkWhole } from "./check.ts";

/** What a {@linkcode timeGrid} is made of. */
export interface TimeGridOptions {
  /** Length T of the session, in the time unit of all other parameters; > 0. */
  readonly horizon: number;
  /** Number N of steps; a whole number >= 1. */
  readonly steps: number;
}

/** A session's clock: N steps of dt = T/N. */
export interface TimeGrid extends TimeGridOptions {
  /** Length of one step, dt = T/N. */
  readonly dt: number;
}

/** As many as a typed array's column can be asked for, one value more than steps. */
const MOST_STEPS = 2 ** 32 - 2;

/**
 * Cuts a session of length T into N equal steps.
 *
 * Step n runs from time n·dt to (n+1)·dt, and the time left at its start is T − n·dt.
 *
 * @param options Horizon T and number of steps N.
 * @returns The grid with dt = T/N.
 * @throws {RangeError} Where the horizon is not > 0 or the number of steps is not whole and >= 1.
 *
 * @example Two hundred steps in one day
 * ```ts
 * import { timeGrid } from "@digital-market-maker/lab";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(timeGrid({ horizon: 1, steps: 200 }).dt, 0.005);
 * ```
 */
export function timeGrid(options: TimeGridOptions): TimeGrid {
  const action = "build timeGrid";
  checkKeys<TimeGridOptions>(action, options, { horizon: true, steps: true });
  const { horizon, steps } = options;
  checkPositive(action, "horizon", horizon);
  checkWhole(action, "steps", steps);
  checkThat(action, "steps", `at most ${MOST_STEPS}`, steps, steps <= MOST_STEPS);
  return { horizon, steps, dt: horizon / steps };
}

/** Refuses what is no time grid, or one whose numbers do not fit together. */
export function checkGrid(action: string, name: string, grid: TimeGrid): void {
  shaped("grid")(action, name, grid);
  const { horizon, steps, dt } = grid;
  checkWhole(action, `${name}.steps`, steps);
  const fits = Math.abs(steps * dt - horizon) <= 1e-9 * horizon;
  checkThat(action, `${name}.dt`, `horizon / steps, ${horizon / steps}`, dt, fits);
}

/**
 * The grid's N + 1 times, 0 to T.
 *
 * @param grid The session's clock.
 * @returns Times n·dt for n = 0 … N, in the grid's time unit.
 */
export function gridTimes({ steps, dt }: TimeGrid): Float64Array<ArrayBuffer> {
  return Float64Array.from({ length: steps + 1 }, (_, n) => n * dt);
}

/** The number of the step that begins with some time left; refuses times between the grid's. */
export function stepAt({ horizon, steps, dt }: TimeGrid, timeLeft: number): number {
  const n = Math.round((horizon - timeLeft) / dt);
  const onGrid = n >= 0 && n < steps && Math.abs(horizon - n * dt - timeLeft) < 1e-6 * dt;
  checkThat("quote", "timeLeft", `T − n·dt with dt = ${dt}`, timeLeft, onGrid);
  return n;
}

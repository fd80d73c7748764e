import { checkNonNegative, checkThat, checkWhole } from "../check.ts";

/** One step of a method that integrates y′ = f(y). */
export interface TriedStep {
  /** y at the step's end; valid until the next step is tried. */
  readonly y: Float64Array;
  /** Its error, in tolerances; NaN where it cannot be told. */
  readonly error: number;
}

/** What {@linkcode keptSteps} goes by. */
export interface KeptStepsOptions {
  /** y(0). */
  readonly initial: Float64Array;
  /** Tries a step of length h from y. */
  readonly step: (y: Float64Array, h: number) => TriedStep;
  /** The error of a step goes with this power of its length. */
  readonly order: number;
  /** Steps after which the system is given up as too stiff. */
  readonly maxSteps: number;
  /** Length of the first step to try. @default {the time first asked for} */
  readonly firstStep?: number;
}

/**
 * Integrates an autonomous system by steps of lengths that keep the error, as far as it is asked to.
 *
 * Each accepted step is kept, and a time between two of them is reached by one shorter step from the earlier:
 * every answer has the order of the method.
 *
 * @param options Initial values and the method.
 * @returns y as a function of time >= 0.
 * @throws {RangeError} When read, where the time is negative or the system is too stiff for the steps
 * allowed.
 */
export function keptSteps(
  { initial, step, order, maxSteps, firstStep }: KeptStepsOptions,
): (time: number) => Float64Array {
  checkWhole("integrate", "maxSteps", maxSteps);
  const known = [{ time: 0, y: initial.slice() }];
  let length = 0;
  const advance = (wanted: number) => {
    const { time, y } = known[known.length - 1];
    if (length === 0) length = firstStep ?? wanted;
    for (;;) {
      const tried = step(y, length);
      const factor = tried.error > 0 ? 0.9 * tried.error ** (-1 / order) : 5;
      const used = length;
      length *= Number.isFinite(tried.error) ? Math.max(0.2, Math.min(5, factor)) : 0.1;
      if (tried.error <= 1) return known.push({ time: time + used, y: tried.y.slice() });
      const open = length > 1e-14 * Math.max(time, wanted);
      checkThat("integrate", "step", "long enough to move on: the system is too stiff", used, open);
    }
  };

  return (time) => {
    checkNonNegative("integrate", "time", time);
    while (known[known.length - 1].time < time) {
      const enough = known.length <= maxSteps;
      const rule =
        `reached in ${maxSteps} steps, as a system of ${initial.length} equations is too stiff`;
      checkThat("integrate", "time", rule, time, enough);
      advance(time);
    }
    let low = 0;
    for (let high = known.length; high - low > 1;) {
      const middle = (low + high) >> 1;
      if (known[middle].time <= time) low = middle;
      else high = middle;
    }
    const { time: from, y } = known[low];
    return from === time ? y.slice() : step(y, time - from).y.slice();
  };
}

/** The largest error of some numbers in tolerances, relative to max(scale, |y_i|); NaN counts as too large. */
export function worstError(
  errors: Float64Array,
  y: Float64Array,
  tolerance: number,
  scale: number,
): number {
  let worst = 0;
  for (let i = 0; i < y.length; i++) {
    const error = Math.abs(errors[i]) / (tolerance * Math.max(scale, Math.abs(y[i])));
    worst = error <= worst ? worst : error;
  }
  return worst;
}

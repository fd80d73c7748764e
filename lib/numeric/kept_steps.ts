import { checkNonNegative, checkPositive, checkThat, checkWhole } from "../check.ts";
import { firstPlace } from "./first_place.ts";

/** A system of differential equations y′ = f(y), which does not read the time, and how exactly it is followed. */
export interface AutonomousSystem {
  /** y(0). */
  readonly initial: Float64Array;
  /** Writes f(y) into `out`. */
  readonly slope: (y: Float64Array, out: Float64Array) => void;
  /** Largest error of a step, relative to max(scale, |y_i|). @default {1e-10} */
  readonly tolerance?: number;
  /** The size of y that errors are measured against. @default {1} */
  readonly scale?: number;
  /** Steps after which the system is given up as too stiff. @default {20 000} */
  readonly maxSteps?: number;
  /** Length of the first step to try; answers then do not depend on what is asked first. @default {the time first asked for} */
  readonly firstStep?: number;
}

/** A method that integrates y′ = f(y). */
export interface StepMethod {
  /** The error of a step goes with this power of its length. */
  readonly order: number;
  /** Tries a step of length h from y: where it leads, and the error of each component; valid until the next is tried. */
  readonly step: (
    y: Float64Array,
    h: number,
  ) => { readonly y: Float64Array; readonly errors: Float64Array };
}

/**
 * Integrates an autonomous system by steps of lengths that keep the error, as far as it is asked to.
 *
 * Each accepted step is kept, and a time between two of them is reached by one shorter step from the earlier:
 * every answer has the order of the method.
 *
 * @param system Initial values, and how exact the steps are.
 * @param method The method.
 * @returns y as a function of time >= 0.
 * @throws {RangeError} Where an option is out of its range; when read, where the time is negative or the
 * system too stiff for the steps allowed.
 */
export function keptSteps(
  { initial, tolerance = 1e-10, scale = 1, maxSteps = 20_000, firstStep }: AutonomousSystem,
  { order, step }: StepMethod,
): (time: number) => Float64Array {
  checkPositive("integrate", "tolerance", tolerance);
  checkPositive("integrate", "scale", scale);
  checkWhole("integrate", "maxSteps", maxSteps);
  const known = [{ time: 0, y: initial.slice() }];
  let length = 0;
  const advance = (wanted: number) => {
    const { time, y } = known[known.length - 1];
    if (length === 0) length = firstStep ?? wanted;
    for (;;) {
      const tried = step(y, length);
      const error = worst(tried.errors, y, tolerance, scale);
      const factor = error > 0 ? 0.9 * error ** (-1 / order) : 5;
      const used = length;
      length *= Number.isFinite(error) ? Math.max(0.2, Math.min(5, factor)) : 0.1;
      if (error <= 1) return known.push({ time: time + used, y: tried.y.slice() });
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
    const { time: from, y } = known[firstPlace(known.length, (i) => known[i].time > time) - 1];
    return from === time ? y.slice() : step(y, time - from).y.slice();
  };
}

/** The largest error of some numbers in tolerances, relative to max(scale, |y_i|); NaN counts as too large. */
function worst(errors: Float64Array, y: Float64Array, tolerance: number, scale: number): number {
  return y.reduce((most, value, i) => {
    const error = Math.abs(errors[i]) / (tolerance * Math.max(scale, Math.abs(value)));
    return error <= most ? most : error;
  }, 0);
}

/**
 * A column that grows with the steps of a clock, whatever step it begins at.
 *
 * @internal
 */
export interface StepColumn {
  /** Puts a value into a step: in place of the old one, or the better of the two. */
  readonly put: (step: number, value: number) => void;
  /** The value of a step; the filling where nothing was put. */
  readonly at: (step: number) => number;
}

/**
 * Thrown at a column that would grow beyond all bounds.
 *
 * @internal
 */
export type Refusal = (steps: number) => never;

/**
 * Makes a growing column. Steps are counted from any origin, such as 1970, and are put in rising order.
 *
 * @param filling What a step holds before anything is put: NaN, −Infinity, Infinity.
 * @param pick Which of the old value and the new one stays.
 * @param most The largest number of steps from the first one put to the last.
 * @param refuse Called beyond that.
 *
 * @internal
 */
export function stepColumn(
  filling: number,
  pick: (old: number, value: number) => number,
  most: number,
  refuse: Refusal,
): StepColumn {
  let values = new Float64Array(1024).fill(filling);
  let origin = NaN;
  return {
    put(step, value) {
      if (Number.isNaN(origin)) origin = step;
      const place = step - origin;
      if (place >= values.length) {
        if (place >= most) refuse(place + 1);
        const longer = new Float64Array(Math.min(most, Math.max(2 * values.length, place + 1)));
        longer.fill(filling, values.length);
        longer.set(values);
        values = longer;
      }
      values[place] = pick(values[place], value);
    },
    at: (step) => values[step - origin] ?? filling,
  };
}

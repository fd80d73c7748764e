import { checkThat } from "../../../check.ts";
import { type Shown, shownColumn, significant } from "../../numbers.ts";

/** Chosen numbers of a column, as a chart holds them. */
export function numbersAt(column: ArrayLike<number>, kept: readonly number[]): readonly Shown[] {
  return kept.map((i) => significant(column[i]));
}

/** Evenly spaced places need two numbers, others one each. */
export function placesAt(
  x: ArrayLike<number>,
  kept: readonly number[],
): Readonly<Record<string, unknown>> {
  const n = kept.length;
  const dx = n < 2 ? NaN : (x[kept[n - 1]] - x[kept[0]]) / (n - 1);
  const even = Number.isFinite(dx) && dx !== 0 &&
    kept.every((at, i) => Math.abs(x[at] - x[kept[0]] - i * dx) < 1e-6 * Math.abs(dx));
  return even
    ? { x0: Number(x[kept[0]].toPrecision(12)), dx: Number(dx.toPrecision(12)) }
    : { x: shownColumn(kept.map((at) => x[at])) };
}

/** Refuses columns of different lengths, or without a value. */
export function checkSameLength(
  name: string,
  x: ArrayLike<number>,
  y: ArrayLike<number>,
): void {
  checkThat(
    "build figure",
    `the columns of ${name}`,
    "of one length, with at least one value",
    `lengths ${x.length} and ${y.length}`,
    x.length === y.length && x.length > 0,
  );
}

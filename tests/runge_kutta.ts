/**
 * Integrates y′ = f(y) by the classical Runge–Kutta rule in equal steps: slow, and so plain that it can judge
 * the library's own integrators.
 *
 * @param slope f.
 * @param initial y(0).
 * @param time Where y is wanted.
 * @param steps Number of steps.
 */
export function rungeKutta(
  slope: (y: readonly number[]) => readonly number[],
  initial: readonly number[],
  time: number,
  steps: number,
): readonly number[] {
  const h = time / steps;
  const plus = (x: readonly number[], y: readonly number[], h: number) =>
    x.map((value, i) => value + h * y[i]);
  let y = initial;
  for (let n = 0; n < steps; n++) {
    const k1 = slope(y);
    const k2 = slope(plus(y, k1, h / 2));
    const k3 = slope(plus(y, k2, h / 2));
    const k4 = slope(plus(y, k3, h));
    y = y.map((value, i) => value + h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]));
  }
  return y;
}

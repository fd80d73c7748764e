/** A straight line through points, and how far they lie from it. */
export interface LinearFit {
  /** Rise for each unit of x. */
  readonly slope: number;
  /** Height at x = 0. */
  readonly intercept: number;
  /** Largest distance of a point from the line, as a share of the line there. */
  readonly departure: number;
}

/**
 * The line with the least sum of squared relative distances, so that small points count as much as large
 * ones; at least two points above zero, at different x.
 */
export function linearFit(
  points: readonly { readonly x: number; readonly y: number }[],
): LinearFit {
  let w = 0, wx = 0, wy = 0, wxx = 0, wxy = 0;
  for (const { x, y } of points) {
    const weight = 1 / (y * y);
    w += weight;
    wx += weight * x;
    wy += weight * y;
    wxx += weight * x * x;
    wxy += weight * x * y;
  }
  const slope = (w * wxy - wx * wy) / (w * wxx - wx * wx);
  const intercept = (wy - slope * wx) / w;
  const departures = points.map(({ x, y }) => Math.abs(y / (intercept + slope * x) - 1));
  return { slope, intercept, departure: Math.max(...departures) };
}

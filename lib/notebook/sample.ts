/** Lowest and highest finite value; Infinity and −Infinity where there is none. */
export function extent(values: ArrayLike<number>): readonly [low: number, high: number] {
  let [low, high] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) continue;
    if (values[i] < low) low = values[i];
    if (values[i] > high) high = values[i];
  }
  return [low, high];
}

/** The nearest of 1, 2, 5 times a power of ten that is not smaller. */
export function roundWidth(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 5, 10].find((s) => s * power >= least * (1 - 1e-9)) ?? 10;
  return Number((step * power).toPrecision(6));
}

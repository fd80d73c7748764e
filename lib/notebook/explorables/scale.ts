/** Maps numbers of an axis to pixels of a picture. */
export type Scale = (value: number) => number;

/** The straight map that takes the range's ends to the pixels' ends. */
export function linearScale(
  [low, high]: readonly [number, number],
  [from, to]: readonly [number, number],
): Scale {
  const slope = (to - from) / (high - low);
  return (value) => from + (value - low) * slope;
}

/**
 * Round numbers inside a range: multiples of 1, 2 or 5 times a power of ten.
 *
 * @param range Where the axis begins and ends.
 * @param most Most numbers wanted.
 * @returns The numbers, rising; at least one where the range holds zero.
 */
export function roundTicks([low, high]: readonly [number, number], most: number): number[] {
  const step = roundStep((high - low) / most);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => (first + i) * step);
}

/** The smallest of 1, 2, 5 times a power of ten that is not below a distance. */
function roundStep(distance: number): number {
  const power = 10 ** Math.floor(Math.log10(distance));
  return power * ([1, 2, 5].find((digit) => digit * power >= distance * (1 - 1e-9)) ?? 10);
}

/**
 * A range around numbers that begins and ends at round ones, so that it stays where it is while the
 * numbers move a little.
 *
 * @param values The numbers; those that are not finite are passed over.
 * @param most Most round numbers inside.
 * @returns The range; 0 … 1 around nothing.
 */
export function roundRange(values: Iterable<number>, most = 5): readonly [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low > high) return [0, 1];
  if (low === high) return [low - 1, high + 1];
  const step = roundStep((high - low) / most);
  return [Math.floor(low / step + 1e-9) * step, Math.ceil(high / step - 1e-9) * step];
}

/** A symmetric range around a centre, as wide as the first reach in 1, 2, 4, 8 … that holds all numbers. */
export function reachAround(centre: number, values: readonly number[], least = 1): number {
  const need = values.reduce((most, value) => Math.max(most, Math.abs(value - centre)), 0);
  let reach = least;
  while (reach < need) reach *= 2;
  return reach;
}

/** A number with so many decimals, with a true minus sign and no minus before zero. */
export function decimals(value: number, digits: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "–" : value > 0 ? "∞" : "−∞";
  const text = Math.abs(value).toFixed(digits);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}

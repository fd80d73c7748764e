/** Where something stands on an axis: a number, or a category's name. */
export type Value = number | string;

/** Where a value stands in a drawing, in drawing units; NaN where the axis has no place for it. */
export type Scale = (value: Value) => number;

/** Drawing units a pixel: whole numbers then place things to half a pixel. */
export const UNIT = 2;

/** How an axis runs. */
export interface Course {
  /** Evenly, by powers of ten, or name by name. */
  readonly kind: "linear" | "log" | "category";
  /** Values where it begins and ends; names stand at 0, 1, 2 … */
  readonly range: readonly [number, number];
  /** The names of a category axis, in order. */
  readonly names?: readonly string[];
}

/** The map that takes an axis' ends to two places of a drawing. */
export function scaleOf(
  { kind, range, names = [] }: Course,
  [from, to]: readonly [number, number],
): Scale {
  const along = kind === "log" ? Math.log10 : (value: number) => value;
  const [low, high] = range.map(along);
  return (value) => {
    const number = typeof value === "string" ? names.indexOf(value) : value;
    const place = from + (along(number) - low) / (high - low) * (to - from);
    return Number.isFinite(place) ? Math.max(-FAR, Math.min(FAR, place)) : NaN;
  };
}

/** Beyond every page: what lies farther is drawn there. */
const FAR = 100_000;

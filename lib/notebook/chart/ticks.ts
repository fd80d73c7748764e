/** A place on an axis with its words. */
export type Tick = readonly [at: number, words: string];

/** Numbers along an axis, and how Plotly is told to stand them in the same places. */
export interface Ticks {
  /** The numbers with their words, rising. */
  readonly ticks: readonly Tick[];
  /** Plotly's words for them. */
  readonly said: {
    readonly nticks?: number;
    readonly dtick?: string | number;
    readonly tickvals?: readonly number[];
    readonly ticktext?: readonly string[];
    readonly tickformat?: string;
  };
}

/** Whether numbers with their words stand apart along an axis. */
export type Apart = (ticks: readonly Tick[]) => boolean;

/** Fewest numbers that show how an axis runs. */
const FEWEST = 3;
/** Most decades with room for numbers between powers, and for a number at each power. */
const [DENSE_DECADES, NUMBERED_DECADES] = [3, 6];
/** Digits of numbers between powers, the fuller choice first. */
const DIGITS = [[1, 2, 5], [1, 3]] as const;

/** d3's format that writes numbers as {@linkcode tickWords} does. */
const FORMAT = ",.12~g";

/** What stands between thousands, for Plotly: the point, then the narrow space. */
export const separators = ".\u202f";

/**
 * Round numbers inside a range: multiples of 1, 2 or 5 times a power of ten, at least three of them.
 *
 * @param range Where the axis begins and ends.
 * @param most Most numbers wanted.
 * @param apart Whether numbers with their words stand apart; where not, there are fewer. @default {they do}
 */
export function linearTicks(
  range: readonly [number, number],
  most: number,
  apart: Apart = () => true,
): Ticks {
  const among = (wanted: number): Ticks => ({
    ticks: multiples(range, plotlyStep((range[1] - range[0]) / wanted)).map(worded),
    said: { nticks: wanted, tickformat: FORMAT },
  });
  let wanted = Math.max(FEWEST, Math.floor(most));
  while (among(wanted).ticks.length < FEWEST && wanted <= 4 * FEWEST + most) wanted++;
  for (let fewer = wanted; fewer > 0; fewer--) {
    const found = among(fewer);
    if (found.ticks.length < FEWEST) break;
    if (apart(found.ticks)) return found;
    wanted = fewer;
  }
  return among(wanted);
}

/**
 * Numbers on an axis of powers of ten: at 1, 2 and 5 where there is room, at 1 and 3 where there is less,
 * else at powers alone.
 *
 * @param range Where the axis begins and ends.
 * @param most Most numbers wanted.
 * @param apart Whether numbers with their words stand apart; where not, there are fewer. @default {they do}
 */
export function logTicks(
  [low, high]: readonly [number, number],
  most: number,
  apart: Apart = () => true,
): Ticks {
  const decades = Math.log10(high / low);
  const inside = (at: number) => at >= low * (1 - 1e-9) && at <= high * (1 + 1e-9);
  const powers = Array.from(
    { length: Math.floor(Math.log10(high) + 1e-9) - Math.floor(Math.log10(low)) + 1 },
    (_, i) => Math.floor(Math.log10(low)) + i,
  );
  const dense = DIGITS.map((digits) =>
    powers.flatMap((p) => digits.map((digit) => Number(`${digit}e${p}`))).filter(inside).map(worded)
  );
  if (dense[0].length < FEWEST) {
    const among = (wanted: number) =>
      multiples([low, high], roundStep((high - low) / wanted)).map(worded);
    const first = Math.max(FEWEST + 1, Math.floor(most));
    const fewer = Array.from({ length: first - FEWEST + 1 }, (_, i) => among(first - i))
      .filter((found) => found.length >= FEWEST);
    const ticks = fewer.find(apart) ?? fewer.at(-1) ?? among(first);
    const step = Number((ticks[1][0] - ticks[0][0]).toPrecision(6));
    return { ticks, said: { dtick: `L${step}`, tickformat: FORMAT } };
  }
  const stride = Math.ceil(decades / Math.max(FEWEST, most));
  const shown = powers.filter((p) => p % stride === 0 && inside(10 ** p));
  if (decades <= DENSE_DECADES) {
    const fitting = dense.find((ticks) => ticks.length >= FEWEST && apart(ticks));
    if (fitting !== undefined || shown.length < FEWEST) return given(fitting ?? dense[0]);
  }
  if (decades <= NUMBERED_DECADES && stride === 1) {
    return {
      ticks: shown.map((p) => worded(Number(`1e${p}`))),
      said: { dtick: 1, tickformat: FORMAT },
    };
  }
  return given(shown.map((p): Tick => [Number(`1e${p}`), `10${raised(p)}`]));
}

/** Numbers that Plotly is given one by one. */
function given(ticks: readonly Tick[]): Ticks {
  return {
    ticks,
    said: { tickvals: ticks.map(([at]) => at), ticktext: ticks.map(([, words]) => words) },
  };
}

/** The smallest of 1, 2, 5 times a power of ten that is not below a distance. */
export function roundStep(distance: number): number {
  const power = 10 ** Math.floor(Math.log10(distance));
  const digit = [1, 2, 5, 10].find((one) => one * power >= distance * (1 - 1e-9)) ?? 10;
  return Number((digit * power).toPrecision(6));
}

/**
 * A range around numbers that begins and ends at round ones, so that it stays where it is while the
 * numbers move a little.
 *
 * @param values The numbers; those that are not finite are passed over.
 * @param most Most round steps inside.
 * @returns The range; 0 … 1 around nothing.
 */
export function roundRange(values: ArrayLike<number>, most = 5): readonly [number, number] {
  const [low, high] = extent(values);
  if (low > high) return [0, 1];
  if (low === high) return [low - 1, high + 1];
  const step = roundStep((high - low) / most);
  const edge = (value: number) => Number((value * step).toPrecision(12));
  return [edge(Math.floor(low / step + 1e-9)), edge(Math.ceil(high / step - 1e-9))];
}

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

/** Lowest and highest finite value of several columns. */
export function extentOf(
  columns: readonly ArrayLike<number>[],
): readonly [low: number, high: number] {
  return extent(columns.flatMap((column) => [...extent(column)]));
}

/** A number at an axis: twelve digits at most, a true minus sign, thin spaces between thousands. */
export function tickWords(value: number): string {
  const rounded = Number(value.toPrecision(12));
  const size = Math.abs(rounded);
  const sign = rounded < 0 ? "−" : "";
  if (size !== 0 && (size < 1e-6 || size >= 1e12)) {
    return sign + size.toExponential().replace("e-", "e−");
  }
  const [whole, fraction] = String(size).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, separators[1]);
  return sign + grouped + (fraction === undefined ? "" : `.${fraction}`);
}

function worded(at: number): Tick {
  return [at, tickWords(at)];
}

/** The step that Plotly chooses for a distance, digit by digit as it does. */
function plotlyStep(distance: number): number {
  const power = 10 ** Math.floor(Math.log(distance) / Math.LN10);
  return Number(
    (power * ([2, 5, 10].find((digit) => digit > distance / power) ?? 10)).toPrecision(6),
  );
}

function multiples([low, high]: readonly [number, number], step: number): readonly number[] {
  const first = Math.ceil(low / step - 1e-9);
  const count = Math.floor(high / step + 1e-9) - first + 1;
  return Array.from(
    { length: Math.max(0, count) },
    (_, i) => Number(((first + i) * step).toPrecision(12)) + 0,
  );
}

function raised(power: number): string {
  return String(power).replace("-", "⁻").replace(/\d/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]);
}

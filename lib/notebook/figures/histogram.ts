import { sampleMoments } from "../../analysis/sample_moments.ts";
import { axisLabel } from "../chart_kinds.ts";
import { keyed, maybe, namedBy, numbers } from "../../kinds.ts";
import { checkKeys, checkThat, checkWhole } from "../../check.ts";
import { type AxisLabel, unitAfter } from "../chart/axis.ts";
import type { Mark } from "../chart/mark.ts";
import { line } from "../chart/marks/line.ts";
import { extent, extentOf, roundStep } from "../chart/ticks.ts";
import { type Figure, figure, type FigureText, figureTextKeys } from "../figure.ts";
import { counted, percent, readable } from "../numbers.ts";
import { nameRows, type Reference, referenceRules, references } from "../references.ts";
import { type Look, looks, looksOf, type Role, role } from "../theme.ts";

/** An exact density, to be drawn over a sample. */
export interface ExactDensity {
  /** Values, rising. */
  readonly x: ArrayLike<number>;
  /** Density at each, in one over the values' unit. */
  readonly y: ArrayLike<number>;
}

/** What {@linkcode histogramFigure} shows. */
export interface HistogramFigureOptions extends FigureText {
  /** Samples by their names. */
  readonly samples: Readonly<Record<string, ArrayLike<number>>>;
  /** What each sample stands for, by its name: it chooses the colour. @default {spare colours} */
  readonly roles?: Readonly<Record<string, Role>>;
  /** What the values are. */
  readonly x: AxisLabel;
  /** Single values to point out, such as a published result. @default {none} */
  readonly marks?: readonly Reference[];
  /** Exact densities by the names of the samples they belong to. @default {none} */
  readonly densities?: Readonly<Record<string, ExactDensity>>;
  /** About how many bars the narrowest sample gets. @default {as Freedman and Diaconis advise, 10 to 80} */
  readonly bins?: number;
  /** Title. @default {"Distribution of" what the values are} */
  readonly title?: string;
}

const MOST_BINS = 240;
/** Shares of the height that stay free above the bars: at least, and for each row of names. */
const [ROOM, NAME] = [0.05, 0.07];

/**
 * Distributions of samples, as densities, with marks at single values and exact densities over them.
 *
 * All samples share one bin width, a round number. The bars' area is one for each sample, so that samples
 * of different size and exact densities can be compared.
 *
 * @param options Samples, marks, densities, axis and words.
 * @returns The figure.
 * @throws {TypeError} Where there is no sample, or an empty one.
 * @throws {RangeError} Where a sample holds no two different finite values.
 *
 * @example
 * ```ts
 * import { scenario, simulate } from "@digital-market-maker/lab";
 * import { histogramFigure } from "@digital-market-maker/lab/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * const { traders } = simulate({ ...scenario("readme"), paths: 200, seed: 1 });
 * const chart = histogramFigure({
 *   samples: { Naive: traders.naive.finals.profit, AS: traders.as.finals.profit },
 *   roles: { Naive: "naive", AS: "as" },
 *   x: { label: "Profit of a session", unit: "$" },
 *   marks: [{ value: -200.5, label: "README: Naive −200.50" }],
 * });
 * assertEquals(chart.data.map(({ name }) => name), ["Naive", "AS"]);
 * ```
 */
export function histogramFigure(options: HistogramFigureOptions): Figure {
  const action = "build histogramFigure";
  checkKeys<HistogramFigureOptions>(action, options, {
    ...figureTextKeys,
    samples: namedBy("samples", numbers, 1),
    roles: maybe(namedBy("roles", role)),
    x: axisLabel,
    marks: references,
    densities: maybe(namedBy("densities", keyed<ExactDensity>({ x: numbers, y: numbers }))),
    bins: true,
  });
  const { samples, roles = {}, x, densities = {} } = options;
  const entries = Object.entries(samples);
  if (options.bins !== undefined) checkWhole(action, "bins", options.bins);
  const width = binWidth(action, entries.map(([, values]) => values), options.bins);
  const found = looksOf(entries.map(([name]) => roles[name]));
  const ends = x.range ?? extentOf(entries.map(([, values]) => values));
  const drawn: Mark[] = entries.map(([name, values], i) =>
    outline(name, values, width, found[i], x.unit)
  );
  for (const [sample, { x: at, y }] of Object.entries(densities)) {
    const i = entries.findIndex(([name]) => name === sample);
    checkThat(action, "densities", "named as a sample", sample, i >= 0);
    const look = entries.length === 1 ? looks.exact : {
      ...looks.exact,
      color: found[i].color,
      dash: found[i].dash === "solid" ? "8px,3px" : "2px,2px",
    };
    drawn.push(line({ name: `exact, ${sample}`, x: at, y, look, most: 300 }));
  }
  const title = options.title ?? `Distribution of ${x.label[0].toLowerCase()}${x.label.slice(1)}`;
  const pointed = referenceRules(options.marks, ends);
  const highest = Math.max(...drawn.map(({ cover }) => cover.y?.[1] ?? 0));
  return figure({
    x,
    y: {
      label: "Density",
      ...(x.unit === undefined ? {} : { unit: `1/${x.unit}` }),
      range: [0, highest / (1 - Math.max(ROOM, NAME * nameRows(pointed)))],
    },
    marks: [...drawn, ...pointed],
    title,
    caption: options.caption ?? describe(options, title),
    hovermode: "closest",
    height: options.height,
  });
}

/** One width for all, a round number: as the narrowest sample needs it, but never too many bars. */
function binWidth(
  action: string,
  samples: readonly ArrayLike<number>[],
  bins: number | undefined,
): number {
  const widths = samples.map((values) => {
    const sorted = Float64Array.from(values).filter(Number.isFinite).sort();
    const n = sorted.length;
    const range = n === 0 ? 0 : sorted[n - 1] - sorted[0];
    checkThat(action, "a sample", "of two different finite values at least", range, range > 0);
    if (bins !== undefined) return range / bins;
    const quartiles = sorted[Math.floor(0.75 * (n - 1))] - sorted[Math.floor(0.25 * (n - 1))];
    const advised = 2 * quartiles / Math.cbrt(n);
    return Math.min(range / 10, Math.max(range / 80, advised));
  });
  const [low, high] = extentOf(samples);
  return roundStep(Math.max(Math.min(...widths), (high - low) / MOST_BINS));
}

/** Bars without gaps, as one stepped line that is filled below. */
function outline(
  name: string,
  values: ArrayLike<number>,
  width: number,
  look: Look,
  unit = "",
): Mark {
  const [low, high] = extent(values);
  const first = Math.floor(low / width) - 1;
  const counts = new Float64Array(Math.floor(high / width) - first + 2);
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) continue;
    counts[Math.floor(values[i] / width) - first]++;
    total++;
  }
  return line({
    name,
    x: Array.from(counts, (_, i) => (first + i + 0.5) * width),
    y: Array.from(counts, (count) => Number((count / (total * width)).toPrecision(5))),
    text: Array.from(counts, (count) => percent(count / total)),
    look: { ...look, width: 1.6 },
    shape: "hvh",
    filled: 0.28,
    hover: `%{x:.5~g} ± ${readable(width / 2)} ${unit}: %{text}<extra>${name}</extra>`,
  });
}

function describe({ samples, x, marks: list = [] }: HistogramFigureOptions, title: string): string {
  const unit = unitAfter(x);
  const each = Object.entries(samples).map(([name, values]) => {
    const { count, mean, sd } = sampleMoments(Float64Array.from(values).filter(Number.isFinite));
    return `${name}, ${counted(count, "value")}, mean ${readable(mean)}${unit}, ` +
      `deviation ${readable(sd!)}${unit}`;
  });
  const pointed = list.map(({ label, value }) => label ?? readable(value)).join(", ");
  return `${title}: ${each.join("; ")}.${pointed === "" ? "" : ` Marked: ${pointed}.`}`;
}

import { units } from "../chart_kinds.ts";
import { having, listOf, maybe, namedBy, number, text } from "../../kinds.ts";
import type { IntensityFit } from "../../calibration/fit_intensity.ts";
import { type IntensityPoint, intensityPoint } from "../../calibration/intensity_curve.ts";
import { checkKeys, checkThat } from "../../check.ts";
import { type Figure, type FigureText, figureTextKeys } from "../figure.ts";
import { readable } from "../numbers.ts";
import { type Role, role } from "../theme.ts";
import type { Units } from "../units.ts";
import { pointsFigure } from "./points.ts";

/** A law A·e^{−kδ}, fitted or known: as much of a fit as its line needs. */
export interface IntensityLaw {
  /** Scale A, in fills/time. */
  readonly scale: Pick<IntensityFit["scale"], "value">;
  /** Decay k, in 1/currency. */
  readonly decay: Pick<IntensityFit["decay"], "value">;
}

/** What {@linkcode intensityFigure} shows. */
export interface IntensityFigureOptions extends FigureText {
  /** The intensity as measured, depth by depth, from `intensityCurve`. */
  readonly measured: readonly IntensityPoint[];
  /** Laws by the names of their lines. */
  readonly fits: Readonly<Record<string, IntensityLaw>>;
  /** What each law stands for, by its name: `exact` for the truth. @default {spare colours} */
  readonly roles?: Readonly<Record<string, Role>>;
  /** Units of prices and time. */
  readonly units?: Units;
  /** Title; there is no default that could say what the comparison shows. */
  readonly title: string;
}

const parameter = having("a parameter { value }", { value: number });

const PLACES = 41;

/**
 * Measured intensity against depth on a logarithmic axis, with confidence intervals, and fitted laws as
 * the straight lines that they are there. Where the points bend away from a line, its law is wrong.
 *
 * @param options Points, fits and words.
 * @returns The figure; depths that nothing reached, or that every step passed, are left out.
 * @throws {TypeError} Where no depth has an intensity.
 *
 * @example
 * ```ts
 * import { drawTape, fitIntensity, intensityCurve, scenario, stepReaches, streams } from "@digital-market-maker/lab";
 * import { intensityFigure } from "@digital-market-maker/lab/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * const { market, grid } = scenario("readme");
 * const sample = stepReaches(drawTape(market, grid, streams(1)));
 * const chart = intensityFigure({
 *   measured: intensityCurve(sample),
 *   fits: { "maximum likelihood": fitIntensity(sample) },
 *   title: "Is the intensity exponential?",
 * });
 * assertEquals(chart.layout.yaxis.type, "log");
 * ```
 */
export function intensityFigure(options: IntensityFigureOptions): Figure {
  checkKeys<IntensityFigureOptions>("build intensityFigure", options, {
    ...figureTextKeys,
    title: text,
    measured: listOf("points of intensityCurve()", intensityPoint, 1),
    fits: namedBy(
      "fits",
      having("a fit, or { scale: { value }, decay: { value } }", {
        scale: parameter,
        decay: parameter,
      }),
    ),
    roles: maybe(namedBy("roles", role)),
    units,
  });
  const { price = "$", time = "time unit" } = options.units ?? {};
  const points = options.measured.filter(({ intensity }) => intensity > 0 && intensity < Infinity);
  const depths = points.map(({ depth }) => depth);
  const many = points.length > 0;
  checkThat("build intensityFigure", "measured", "a depth with an intensity", "none", many);
  const [from, to] = [Math.min(...depths), Math.max(...depths)];
  const places = Array.from({ length: PLACES }, (_, i) => from + (to - from) * i / (PLACES - 1));
  const laws = Object.entries(options.fits);
  const words = laws.map(([name, { scale, decay }]) =>
    `${name}, A ${readable(scale.value)} and k ${readable(decay.value)}`
  );
  return pointsFigure({
    series: [{
      name: "measured, 95 %",
      x: depths,
      y: points.map(({ intensity }) => intensity),
      lower: points.map(({ interval }) => interval[0]),
      upper: points.map(({ interval }) => interval[1]),
    }],
    curves: laws.map(([name, { scale, decay }]) => ({
      name,
      role: options.roles?.[name],
      x: places,
      y: places.map((depth) => scale.value * Math.exp(-decay.value * depth)),
    })),
    x: { label: "Depth δ", unit: price },
    y: { label: "Intensity λ", unit: `fills/${time}`, log: true },
    title: options.title,
    height: options.height,
    caption: options.caption ??
      `${options.title}. Intensity at ${points.length} depths from ${readable(from)} to ${
        readable(to)
      } ${price}, against ${words.join("; ")}.`,
  });
}

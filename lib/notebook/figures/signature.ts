import { having, listOf, maybe, namedBy, number, numbers, text } from "../../kinds.ts";
import type { SignaturePoint } from "../../calibration/signature_plot.ts";
import { checkKeys, checkThat } from "../../check.ts";
import { type Figure, type FigureText, figureTextKeys } from "../figure.ts";
import { readable } from "../numbers.ts";
import { pointsFigure } from "./points.ts";

/** What {@linkcode signatureFigure} shows. */
export interface SignatureFigureOptions extends FigureText {
  /** Signature plots, from `signaturePlot`, by the names of their markets. */
  readonly signatures: Readonly<Record<string, readonly SignaturePoint[]>>;
  /** Unit of time. @default {"time units"} */
  readonly time?: string;
  /** Title; there is no default that could say what the comparison shows. */
  readonly title: string;
}

const point = having("a point of signaturePlot()", {
  time: number,
  value: number,
  interval: numbers,
});

/**
 * Signature plots: volatility against the time between the prices it is taken from, as a share of that at
 * the shortest time, with confidence intervals. Flat for Brownian prices; as shares, markets of any price
 * stand side by side.
 *
 * @param options Signatures and words.
 * @returns The figure.
 * @throws {TypeError} Where a market has no point.
 *
 * @example
 * ```ts
 * import { drawTape, scenario, signaturePlot, streams } from "@digital-market-maker/lab";
 * import { signatureFigure } from "@digital-market-maker/lab/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * const { market, grid } = scenario("readme");
 * const { midPrice } = drawTape(market, grid, streams(1));
 * const chart = signatureFigure({
 *   signatures: { readme: signaturePlot(midPrice, { dt: grid.dt }) },
 *   title: "Flat",
 * });
 * assertEquals(chart.layout.xaxis.type, "log");
 * ```
 */
export function signatureFigure(options: SignatureFigureOptions): Figure {
  checkKeys<SignatureFigureOptions>("build signatureFigure", options, {
    ...figureTextKeys,
    title: text,
    signatures: namedBy("signatures", listOf("points of signaturePlot()", point), 1),
    time: maybe(text),
  });
  const { signatures, time = "time units", title } = options;
  const series = Object.entries(signatures).map(([name, points]) => {
    checkThat("build signatureFigure", name, "at least one point", "none", points.length > 0);
    const share = (of: (point: SignaturePoint) => number) =>
      points.map((point) => of(point) / points[0].value);
    return {
      name,
      x: points.map((point) => point.time),
      y: share(({ value }) => value),
      lower: share(({ interval }) => interval[0]),
      upper: share(({ interval }) => interval[1]),
    };
  });
  return pointsFigure({
    series,
    x: { label: "Time between prices", unit: time, log: true },
    y: { label: "σ, against the first", unit: "ratio" },
    marks: [{ value: 1, label: "", axis: "y" }],
    title,
    height: options.height,
    caption: options.caption ??
      `${title}. Volatility over that at the shortest time: ${
        series.map(({ name, x, y, lower, upper }) => {
          const last = x.length - 1;
          return `${name} ${readable(y[last])}, 95 % from ${readable(lower[last])} to ${
            readable(upper[last])
          }, at ${readable(x[last])} ${time}`;
        }).join("; ")
      }.`,
  });
}

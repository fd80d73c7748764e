/**
 * What a notebook needs beside the engine: outputs that stay under their cells, progress, figures, and
 * live pictures.
 *
 * Data frames have a door of their own, `@digital-market-maker/lab/frames`: it takes a second to load.
 *
 * @module
 */
import "./bare_values.ts";

export { inKernel } from "./kernel.ts";
export {
  display,
  type Displayable,
  displayMethod,
  type DisplayOptions,
  type MediaBundle,
} from "./display.ts";
export type { Progress } from "../progress.ts";
export { progressBar, type ProgressSurface } from "./progress.ts";
export { type Figure, figure, type FigureParts, type FigureText } from "./figure.ts";
export * from "./plotly.ts";
export type { AxisLabel, AxisWords } from "./chart/axis.ts";
export type { Chart, ColorKey, ColorScale, Panel } from "./chart/chart.ts";
export type {
  Cover,
  Drawn,
  DrawnPath,
  DrawnWords,
  Ground,
  Mark,
  MarkParts,
  PlotlyParts,
} from "./chart/mark.ts";
export type { LinePaint } from "./chart/paint.ts";
export type { Scale, Value } from "./chart/scale.ts";
export { band, type BandParts } from "./chart/marks/band.ts";
export { bars, type BarsParts } from "./chart/marks/bars.ts";
export { cells, type CellsParts } from "./chart/marks/cells.ts";
export { line, type LineParts } from "./chart/marks/line.ts";
export { points, type PointsParts } from "./chart/marks/points.ts";
export { rule, type RuleParts } from "./chart/marks/rule.ts";
export { words, type WordsParts } from "./chart/marks/words.ts";
export type { Units } from "./units.ts";
export type { Reference } from "./references.ts";
export { type Look, looks, type Role } from "./theme.ts";
export { type BarSeries, barsFigure, type BarsFigureOptions } from "./figures/bars.ts";
export { type Curve, curvesFigure, type CurvesFigureOptions } from "./figures/curves.ts";
export { dashboardFigure } from "./figures/dashboard.ts";
export { depthsFigure, type DepthsFigureOptions, type PolicyQuantity } from "./figures/depths.ts";
export { fillWorthFigure, type FillWorthFigureOptions } from "./figures/fill_worth.ts";
export {
  type CountedFills,
  fillFigure,
  type FillFigureOptions,
} from "./figures/fill_probability.ts";
export { heatMapFigure, type HeatMapFigureOptions } from "./figures/heat_map.ts";
export {
  type ExactDensity,
  histogramFigure,
  type HistogramFigureOptions,
} from "./figures/histogram.ts";
export {
  intensityFigure,
  type IntensityFigureOptions,
  type IntensityLaw,
} from "./figures/intensity.ts";
export {
  inventoryFigure,
  type InventoryFigureOptions,
  type SessionsFigureOptions,
} from "./figures/inventory.ts";
export { markoutsFigure, type MarkoutsFigureOptions } from "./figures/markouts.ts";
export { type ExactBand, pathsFigure, type PathsFigureOptions } from "./figures/paths.ts";
export { type PointSeries, pointsFigure, type PointsFigureOptions } from "./figures/points.ts";
export { quotesFigure, type QuotesFigureOptions } from "./figures/quotes.ts";
export { wealthFigure } from "./figures/wealth.ts";
export * from "./explorables/mod.ts";
export { marketFile } from "./market_files.ts";
export { type RecordedResults, recordedResults } from "./recorded_results.ts";
export {
  type CheckedClaim,
  type CheckedClaims,
  type ClaimedNumber,
  claims,
  near,
} from "./claims.ts";
export { help, helpText } from "./help.ts";
export { check, type Checked } from "./exercises/check.ts";

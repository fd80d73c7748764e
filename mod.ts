/**
 * A market maker's laboratory: markets that draw tapes, strategies that trade them, exact results
 * beside every simulation.
 *
 * Recorded data, several assets, learners, notebooks and data frames have doors of their own: `/data`,
 * `/several`, `/learning`, `/notebook` and `/frames`.
 *
 * @module
 */
export { type TimeGrid, timeGrid, type TimeGridOptions } from "./lib/time_grid.ts";
export { type InvertedLaw } from "./lib/numeric/fourier_inversion.ts";
export * from "./lib/numeric/log_ratio.ts";
export * from "./lib/numeric/normal_quantile.ts";
export * from "./lib/random/streams.ts";
export { type Tape, type TapeColumns, tapeOf } from "./lib/market/tape.ts";
export {
  type DrawnPrice,
  drawPrices,
  type PriceOrigin,
  type PriceProcess,
  stepMoments,
  type SteppedPrice,
} from "./lib/market/price_process.ts";
export { type PriceStep, type StepMoments } from "./lib/market/price_step.ts";
export * from "./lib/market/arithmetic_brownian.ts";
export * from "./lib/market/geometric_brownian.ts";
export * from "./lib/market/ornstein_uhlenbeck.ts";
export { type PriceName } from "./lib/market/price_processes.ts";
export { type MemorylessFlow, type OrderFlow, type Side } from "./lib/market/order_flow.ts";
export * from "./lib/market/poisson_flow.ts";
export * from "./lib/market/informed_flow.ts";
export * from "./lib/market/hawkes_flow.ts";
export { drawTape, type Market } from "./lib/market/draw.ts";
export * from "./lib/market/coarse_tape.ts";
export { type MarketOrders } from "./lib/market/replay/order_recorder.ts";
export {
  type Quote,
  type Situation,
  type Strategy,
  type StrategyFamily,
} from "./lib/strategy/strategy.ts";
export * from "./lib/strategy/naive.ts";
export { type HorizonRule } from "./lib/strategy/horizon.ts";
export * from "./lib/strategy/avellaneda_stoikov.ts";
export * from "./lib/strategy/avellaneda_stoikov_preprint.ts";
export * from "./lib/strategy/cartea_jaimungal.ts";
export * from "./lib/strategy/gueant_lehalle.ts";
export * from "./lib/strategy/gueant_lehalle_asymptotic.ts";
export * from "./lib/strategy/gueant_lehalle_closed_form.ts";
export * from "./lib/strategy/liquidation.ts";
export { type BothSides, type Sides } from "./lib/sides.ts";
export {
  type GueantLehalleBeliefs,
  type GueantLehalleOptions,
} from "./lib/strategy/gueant_lehalle_values.ts";
export {
  type BreachRule,
  type Execution,
  execution,
  type ExecutionOptions,
  type Trader,
} from "./lib/trading/execution.ts";
export { type Session, type TimeSeries } from "./lib/trading/session.ts";
export { trade } from "./lib/trading/trade.ts";
export {
  type PolicyTable,
  policyTable,
  type PolicyTableOptions,
  type TableSetting,
  type TraderOrTable,
} from "./lib/trading/policy_table.ts";
export { type Setting } from "./lib/trading/setting.ts";
export { type Attribution, attribution } from "./lib/analysis/attribution.ts";
export { type BlockBootstrapOptions } from "./lib/analysis/block_bootstrap.ts";
export { type BootstrapSpread } from "./lib/analysis/bootstrap_spread.ts";
export * from "./lib/analysis/cross_session_sharpe.ts";
export { type Drawdown, maxDrawdown } from "./lib/analysis/drawdown.ts";
export * from "./lib/analysis/estimate_mean.ts";
export * from "./lib/analysis/markout.ts";
export * from "./lib/analysis/paired_difference.ts";
export { quantiles, shareBelow } from "./lib/analysis/quantiles.ts";
export * from "./lib/analysis/return_series.ts";
export { type SampleMoments, sampleMoments } from "./lib/analysis/sample_moments.ts";
export * from "./lib/analysis/sharpe.ts";
export * from "./lib/analysis/time_beyond_limit.ts";
export * from "./lib/theory/almgren_chriss.ts";
export {
  type CertaintyEquivalent,
  certaintyEquivalent,
  type CertaintyEquivalentOptions,
} from "./lib/theory/certainty_equivalent.ts";
export * from "./lib/theory/exact_law.ts";
export { exactMoments, type ExactMomentsOptions } from "./lib/theory/exact_moments.ts";
export {
  type ExactSummary,
  exactSummary,
  type ExactSummaryOptions,
} from "./lib/theory/exact_summary.ts";
export * from "./lib/theory/law_shape.ts";
export {
  type ExactMoments,
  type ExpectedTrades,
  type InventoryTruncation,
  type MeanAndDeviation,
  type MomentsInTime,
} from "./lib/theory/moments_recorder.ts";
export * from "./lib/theory/optimal_value.ts";
export { type FeePrice } from "./lib/theory/outcomes.ts";
export * from "./lib/theory/robustness.ts";
export * from "./lib/theory/step_convergence.ts";
export * from "./lib/theory/stepped_optimum.ts";
export * from "./lib/theory/worst_drift.ts";
export * from "./lib/calibration/bootstrap_intensity.ts";
export { type SidesComparison } from "./lib/calibration/compare_fits.ts";
export * from "./lib/calibration/compare_sides.ts";
export {
  fitIntensity,
  type FitIntensityOptions,
  type IntensityFit,
} from "./lib/calibration/fit_intensity.ts";
export * from "./lib/calibration/fine_control.ts";
export * from "./lib/calibration/fit_log_linear.ts";
export * from "./lib/calibration/intensity_by_step.ts";
export {
  intensityCurve,
  type IntensityCurveOptions,
  type IntensityPoint,
} from "./lib/calibration/intensity_curve.ts";
export { type Likelihood } from "./lib/calibration/intensity_likelihood.ts";
export * from "./lib/calibration/intensity_profile.ts";
export { type FittedParameter } from "./lib/calibration/parameter.ts";
export * from "./lib/calibration/reach_sample.ts";
export * from "./lib/calibration/signature_plot.ts";
export * from "./lib/calibration/volatility.ts";
export { type PathColumn } from "./lib/monte_carlo/columns.ts";
export { type Progress } from "./lib/progress.ts";
export * from "./lib/monte_carlo/simulate.ts";
export * from "./lib/monte_carlo/simulate_async.ts";
export {
  type PathsSummary,
  pathsSummary,
  type PathsSummaryOptions,
} from "./lib/monte_carlo/paths_summary.ts";
export { type MonteCarloJob, type RecordOptions, type Traders } from "./lib/monte_carlo/job.ts";
export {
  type ControlledMean,
  type Fan,
  type Finals,
  type MonteCarloResult,
  type PerStep,
  type TraderResult,
} from "./lib/monte_carlo/result.ts";
export { type ScenarioName, type ScenarioParameters } from "./lib/scenario/parameters.ts";
export * from "./lib/scenario/scenario.ts";
export * from "./lib/scenario/choose_risk_aversion.ts";
export { type MeasuredRisk, type RiskBound } from "./lib/scenario/risk_measure.ts";
export * from "./lib/scenario/compare.ts";
export * from "./lib/scenario/compare_published.ts";
export { type TraderName, tradersOf } from "./lib/scenario/named_traders.ts";
export * from "./lib/scenario/policies.ts";
export { type PoliciesOptions, type PolicyName } from "./lib/scenario/policy_builders.ts";
export {
  type PublishedModel,
  publishedModel,
  type PublishedRow,
  publishedTables,
} from "./lib/scenario/published_tables.ts";

/**
 * Your own data: recorded markets are read from files, calibrated, replayed and traded, and sessions are
 * written out again.
 *
 * What stands for drawn markets too — tapes, strategies, terms of execution, fits — is
 * `@digital-market-maker/lab`'s.
 *
 * @module
 */
export { type MarketBatch, type QuoteBatch, type TradeBatch } from "../market/replay/batch.ts";
export { type ColumnMapping, type ColumnMeaning } from "../market/replay/column_mapping.ts";
export { type MarketSource } from "../market/replay/lines.ts";
export * from "../market/replay/market_csv.ts";
export { type ClockCheck } from "../market/replay/clock_check.ts";
export { type RecordingGap } from "../market/replay/gap_finder.ts";
export * from "../market/replay/read_market.ts";
export { type ReadReport, type SkippedRows } from "../market/replay/read_report.ts";
export {
  type PrintLevels,
  type RecordedBook,
  type Replay,
  type ReplayOptions,
} from "../market/replay/recording.ts";
export { type StrayPrices } from "../market/replay/tick_finder.ts";
export * from "../market/replay/replay.ts";
export { type SideSource } from "../market/replay/row_reader.ts";
export { type TimeUnit } from "../market/replay/time_unit.ts";
export * from "../calibration/calibrate.ts";
export { type ReachInfluence } from "../calibration/reach_influence.ts";
export { type BacktestReport, type BootstrappedSum } from "../scenario/backtest_report.ts";
export { type FillCauses } from "../scenario/fill_causes.ts";
export { type RecordedMarket, type ReplayRules } from "../scenario/trade_recorded.ts";
export { type QueueRule } from "../scenario/resting_order.ts";
export { type BacktestWindow, type WalkForwardOptions } from "../scenario/backtest_window.ts";
export * from "../scenario/walk_forward.ts";
export * from "../analysis/session_rows.ts";
export * from "../analysis/day_sums.ts";

import { annualised } from "../analysis/annualised.ts";
import { meanReach } from "../analysis/mean_reach.ts";
import type { PathsSummary } from "../monte_carlo/paths_summary.ts";
import { type Controlled, controlledText } from "./control.ts";
import { traderLabel, type TraderName } from "../scenario/named_traders.ts";
import { numberOf } from "../plural.ts";
import { optional } from "./flags.ts";
import { fixed, tableOf } from "./table.ts";
import { number } from "./values.ts";

/** `--periods`: the convention of Sharpe ratios that no grid changes. */
export const periodsFlag = optional(
  "P",
  number({ above: 0 }),
  "sessions a year: Sharpe ratios per step × √steps × √P, the same however finely a day is cut",
  "the README's, per step × √252",
);

/** What a simulation came to, as it is printed: whether in one piece or merged from shards. */
export interface Simulation {
  /** The scenario's name. */
  readonly scenario: string;
  /** Its parameters as printed. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Number of paths. */
  readonly paths: number;
  /** Steps of each. */
  readonly steps: number;
  /** The seed. */
  readonly seed: string;
  /** Seconds of work; those of shards add up. */
  readonly seconds: number;
  /** Sessions a year that Sharpe ratios are annualised with; undefined for the README's per step × √252. */
  readonly periods?: number;
  /** Summaries, by the traders' short names. */
  readonly strategies: Readonly<Record<string, PathsSummary>>;
  /** The mean profit that a control frees of noise, where one was named. */
  readonly controlled?: Controlled;
}

/** A simulation as it is printed: one JSON object, or a table. */
export function printedSimulation(simulation: Simulation, json: boolean): string {
  return json ? JSON.stringify(simulation) : simulationText(simulation);
}

/** A simulation as text: what was run, the table, and what its numbers are. */
export function simulationText(simulation: Simulation): string {
  const { scenario, paths, steps, seed, periods, strategies, controlled } = simulation;
  const { words } = annualised("print a simulation", periods);
  return [
    `${scenario}: ${numberOf(paths, "path")} × ${numberOf(steps, "step")}, seed ${seed}`,
    comparison(strategies, paths),
    ...(controlled ? [controlledText(controlled, paths)] : []),
    `Profit in currency with its 95 % confidence interval; Sharpe ${words}.`,
  ].join("\n\n");
}

/** The traders below each other, as text. */
function comparison(strategies: Simulation["strategies"], paths: number): string {
  const reach = meanReach(paths);
  const interval = (error: number | null) =>
    error === null || reach === null ? "–" : `± ${fixed(reach * error, 2)}`;
  return tableOf(Object.entries(strategies), [
    ["strategy", ([name]) => traderLabel(name as TraderName)],
    ["profit", ([, own]) => fixed(own.mean, 2)],
    ["± at 95 %", ([, own]) => interval(own.standardError)],
    ["sd", ([, own]) => fixed(own.sd, 2)],
    ["5 % below", ([, own]) => fixed(own.quantiles["5"], 1)],
    ["median", ([, own]) => fixed(own.quantiles["50"], 1)],
    ["95 % below", ([, own]) => fixed(own.quantiles["95"], 1)],
    ["final q", ([, own]) => fixed(own.finalInventoryMean, 2)],
    ["sd q", ([, own]) => fixed(own.finalInventorySd, 2)],
    ["range of q", ([, own]) => `${own.inventoryMin} … ${own.inventoryMax}`],
    ["taker units", ([, own]) => fixed(own.takerUnits, 2)],
    ["taker trades", ([, own]) => fixed(own.takerTrades, 2)],
    ["Sharpe", ([, own]) => fixed(own.sharpeMean, 2)],
  ]);
}

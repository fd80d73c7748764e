import { annualised } from "../analysis/annualised.ts";
import { meanReach } from "../analysis/mean_reach.ts";
import type { PathsSummary } from "../monte_carlo/paths_summary.ts";
import { type Controlled, controlledText } from "./control.ts";
import { traderLabel, type TraderName } from "../scenario/named_traders.ts";
import { numberOf } from "../plural.ts";
import { optional } from "./flags.ts";
import { fixed, textTable } from "./table.ts";
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
function comparison(
  strategies: Simulation["strategies"],
  paths: number,
): string {
  const reach = meanReach(paths);
  const row = (name: string, s: PathsSummary) => [
    name,
    fixed(s.mean, 2),
    s.standardError === null || reach === null ? "–" : `± ${fixed(reach * s.standardError, 2)}`,
    fixed(s.sd, 2),
    fixed(s.quantiles["5"], 1),
    fixed(s.quantiles["50"], 1),
    fixed(s.quantiles["95"], 1),
    fixed(s.finalInventoryMean, 2),
    fixed(s.finalInventorySd, 2),
    `${s.inventoryMin} … ${s.inventoryMax}`,
    fixed(s.takerUnits, 2),
    fixed(s.takerTrades, 2),
    fixed(s.sharpeMean, 2),
  ];
  const heading = [
    "strategy",
    "profit",
    "± at 95 %",
    "sd",
    "5 % below",
    "median",
    "95 % below",
    "final q",
    "sd q",
    "range of q",
    "taker units",
    "taker trades",
    "Sharpe",
  ];
  const rows = Object.entries(strategies).map(([name, summary]) =>
    row(traderLabel(name as TraderName), summary)
  );
  return textTable([heading, ...rows]);
}

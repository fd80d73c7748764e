import { numberOf } from "../plural.ts";
import { annualised } from "../analysis/annualised.ts";
import { drawTape } from "../market/draw.ts";
import type { MonteCarloJob } from "../monte_carlo/job.ts";
import type { MonteCarloResult } from "../monte_carlo/result.ts";
import type { Figure } from "../notebook/figure.ts";
import { histogramFigure } from "../notebook/figures/histogram.ts";
import { inventoryFigure } from "../notebook/figures/inventory.ts";
import { wealthFigure } from "../notebook/figures/wealth.ts";
import { reportPage } from "../notebook/report_page.ts";
import { streams } from "../random/streams.ts";
import { trade } from "../trading/trade.ts";
import { type Simulation, simulationText } from "./simulation.ts";

/** What is done with the paths of a batch before they are summed up. */
export type WatchBatch = (result: MonteCarloResult, firstPath: number) => void;

/** Columns of the file, and what they are called among a trader's finals. */
const COLUMNS = {
  profit: "profit",
  final_inventory: "finalInventory",
  lowest_inventory: "lowestInventory",
  highest_inventory: "highestInventory",
  taker_units: "takerUnits",
  taker_trades: "takerTrades",
} as const;

/**
 * Writes a row for every path of every trader, batch by batch: memory does not grow with the paths. A path's
 * number is that of its streams, so that each can be drawn again.
 *
 * @param append Takes lines.
 * @param simulation Steps of a path, and how Sharpe ratios are annualised.
 */
export function pathRows(
  append: (lines: string) => void,
  { periods, steps }: Pick<Simulation, "periods" | "steps">,
): WatchBatch {
  const factor = annualised("write paths", periods).factor(steps);
  append(["trader", "path", ...Object.keys(COLUMNS), "sharpe"].join(",") + "\n");
  return ({ traders }, firstPath) => {
    for (const { name, finals } of Object.values(traders)) {
      const columns = Object.values(COLUMNS).map((column) => finals[column]);
      const lines = Array.from(finals.stepSharpe, (ratio, i) => {
        // No ratio exists where the gains do not vary.
        const sharpe = Number.isFinite(ratio) ? factor * ratio : "";
        const own = columns.map((column) => column[i]);
        return [name, firstPath + i, ...own, sharpe].join(",") + "\n";
      });
      append(lines.join(""));
    }
  };
}

/**
 * A simulation as a page of its own.
 *
 * @param simulation What it came to.
 * @param job The job.
 * @param first Finals of its first batch.
 */
export function simulationPage(
  simulation: Simulation,
  job: MonteCarloJob,
  { traders }: MonteCarloResult,
): string {
  const tape = drawTape(job.market, job.grid, streams(job.seed));
  const sessions = Object.values(job.traders).map((trader) => trade(tape, trader));
  return reportPage({
    title: `Simulation of ${simulation.scenario}`,
    text: simulationText(simulation),
    figures: [
      ...profits(simulation, traders),
      wealthFigure(sessions, { title: "Wealth on the first of the tapes" }),
      inventoryFigure(sessions, { title: "Inventory on the first of the tapes" }),
    ],
    json: simulation,
  });
}

/** The profits' distribution, of those traders whose profits differ at all. */
function profits(
  { paths }: Simulation,
  traders: MonteCarloResult["traders"],
): readonly Figure[] {
  const varied = Object.entries(traders).filter(([, { finals: { profit } }]) =>
    profit.some((own) => own !== profit[0])
  );
  if (varied.length === 0) return [];
  const held = varied[0][1].finals.profit.length;
  const samples = varied.map(([, { name, finals: { profit } }]) => [name, profit]);
  const roles = varied.filter(([key]) => key === "naive" || key === "as")
    .map(([key, { name }]) => [name, key]);
  return [
    histogramFigure({
      samples: Object.fromEntries(samples),
      roles: Object.fromEntries(roles),
      x: { label: "Profit of a session", unit: "$" },
      title: held === paths ? undefined : `Profits of the first ${numberOf(held, "path")}`,
    }),
  ];
}

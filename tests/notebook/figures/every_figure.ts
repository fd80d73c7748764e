import {
  arithmeticBrownian,
  drawPrices,
  drawTape,
  intensityCurve,
  markouts,
  poissonFlow,
  policyTable,
  scenario,
  type Session,
  simulate,
  stepReaches,
  streams,
  timeGrid,
  trade,
} from "../../../mod.ts";
import { walkForward } from "../../../lib/data/mod.ts";
import { gridTimes } from "../../../lib/time_grid.ts";
import {
  barsFigure,
  curvesFigure,
  dashboardFigure,
  depthsFigure,
  type Figure,
  fillFigure,
  fillWorthFigure,
  heatMapFigure,
  histogramFigure,
  intensityFigure,
  inventoryFigure,
  markoutsFigure,
  pathsFigure,
  pointsFigure,
  quotesFigure,
  wealthFigure,
} from "../../../lib/notebook/mod.ts";

/** Naive and Avellaneda–Stoikov on one tape of `readme`. */
export function twoSessions(steps = 500): readonly [naive: Session, as: Session] {
  const { market, grid, traders } = scenario("readme", { horizon: steps, steps });
  const tape = drawTape(market, grid, streams(7));
  return [trade(tape, traders.naive), trade(tape, traders.as)];
}

/** One of each figure, over sessions of so many steps. */
export function everyFigure(steps = 500): Readonly<Record<string, Figure>> {
  const sessions = twoSessions(steps);
  const [, as] = sessions;
  const grid = timeGrid({ horizon: 1, steps });
  const time = gridTimes(grid);
  const price = arithmeticBrownian({ initialPrice: 100, volatility: 2 });
  const paths = Array.from({ length: 60 }, (_, path) => {
    const out = new Float64Array(steps + 1);
    drawPrices(price, grid, streams(1)("price", path), out);
    return out;
  });
  const { traders } = simulate({ ...scenario("readme"), paths: 300, seed: 1 });
  const profits = { Naive: traders.naive.finals.profit, AS: traders.as.finals.profit };
  const paper = scenario("paper");
  const table = policyTable(paper, "as");
  const backtest = walkForward(drawTape(paper.market, paper.grid, streams(7)), {
    bootstrap: { block: 10, replications: 10, random: streams(7)("bootstrap") },
  });
  const wave = Float64Array.from(time, (t, i) => Math.sin(40 * t) + (i % 2) / 10);
  return {
    paths: pathsFigure({
      grid,
      paths,
      band: { mean: time.map(() => 100), sd: time.map((t) => 2 * Math.sqrt(t)) },
    }),
    fills: fillFigure({
      flows: {
        "first-order": poissonFlow({ scale: 140, decay: 1.5 }),
        exact: poissonFlow({ scale: 140, decay: 1.5, fills: "exact" }),
      },
      dt: 0.005,
      maxDepth: 3,
      counted: {
        counted: { depth: [0.5, 1], probability: [0.33, 0.16], standardError: [0.01, 0.02] },
      },
    }),
    quotes: quotesFigure(as, { to: 60 }),
    inventory: inventoryFigure(sessions, { limit: 5 }),
    wealth: wealthFigure(sessions),
    dashboard: dashboardFigure(sessions, { limit: 5, units: { time: "steps" } }),
    histogram: histogramFigure({
      samples: profits,
      roles: { Naive: "naive", AS: "as" },
      x: { label: "Profit of a session", unit: "$" },
      marks: [{ value: -200.5, label: "README: Naive −200.50" }],
      densities: { AS: { x: [100, 200, 300], y: [0.001, 0.004, 0.001] } },
    }),
    depths: depthsFigure(table),
    curves: curvesFigure({
      curves: [
        { name: "exact", role: "exact", x: time, y: wave },
        {
          name: "AS",
          role: "as",
          x: time,
          y: wave,
          band: { lower: wave.map((y) => y - 1), upper: wave },
        },
      ],
      x: { label: "Time t", unit: "days" },
      y: { label: "Lean", unit: "$" },
      title: "Two curves",
      marks: [{ value: 0.5, label: "noon" }, { value: 1, label: "one", axis: "y" }],
    }),
    bars: barsFigure({
      groups: ["γ = 0.01", "γ = 0.1"],
      series: [
        { name: "Naive", role: "naive", values: [68.8, 68.4], errors: [0.4, 0.4] },
        { name: "AS", role: "as", values: [68.6, 65] },
      ],
      x: { label: "Risk aversion" },
      y: { label: "Mean profit", unit: "$" },
      title: "Two strategies",
    }),
    heatMap: heatMapFigure({
      columns: [1, 2, 4],
      rows: [0.5, 1],
      values: [[-3, -1, NaN], [-2, 0, -1]],
      x: { label: "Believed σ", unit: "$/√time" },
      y: { label: "Believed k", unit: "1/$" },
      value: { label: "Loss", unit: "$" },
      middle: 0,
      title: "What wrong beliefs cost",
    }),
    intensity: intensityFigure({
      measured: intensityCurve(stepReaches(drawTape(paper.market, paper.grid, streams(7)))),
      roles: { exact: "exact" },
      fits: { "exact": { scale: { value: 140 }, decay: { value: 1.5 } } },
      title: "Is it exponential?",
    }),
    fillWorth: fillWorthFigure(Object.values(backtest.traders), { title: "What fills were worth" }),
    markouts: markoutsFigure({
      roles: { AS: "as" },
      markouts: { AS: markouts(as, { horizons: [1, 2, 5] }) },
      curves: [{ name: "exact", role: "exact", x: [1, 5], y: [0, 0] }],
      spread: 0.65,
      title: "After the fills",
    }),
    points: pointsFigure({
      series: [{ name: "counted", x: [1, 2], y: [0.5, 0.2], lower: [0.4, 0.1], upper: [0.6, 0.3] }],
      curves: [{ name: "exact", role: "exact", x: [1, 2], y: [0.5, 0.2] }],
      x: { label: "Depth δ", unit: "$" },
      y: { label: "Intensity λ", unit: "fills/s", log: true },
      title: "Intensity against depth",
    }),
  };
}

/** A figure as a notebook file holds it. */
export function jsonOf({ data, layout, config }: Figure): string {
  return JSON.stringify({ data, layout, config });
}

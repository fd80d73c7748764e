import { percent, readable } from "../numbers.ts";
import { band } from "../chart/marks/band.ts";
import { line } from "../chart/marks/line.ts";
import { rule } from "../chart/marks/rule.ts";
import { looks } from "../theme.ts";
import { evenStops, type Explorable, type Scene } from "./explorable.ts";
import { slider } from "./controls.ts";
import {
  type PriceExplorerModel,
  priceExplorerModel,
  type PriceExplorerValues,
  type PriceName,
} from "./price_explorer_model.ts";
import { dashed } from "./scene_charts.ts";

const shown = {
  arithmetic: { title: "Arithmetic", look: looks.as },
  geometric: { title: "Geometric", look: looks.naive },
} as const;

/** The price explorer: arithmetic beside geometric Brownian motion, from the same normal numbers. */
export const priceExplorable: Explorable<PriceExplorerValues, PriceExplorerModel> = {
  name: "price_explorer",
  title: "How does a mid-price move?",
  defaults: { volatility: 0.4, drift: 0, steps: 252, paths: 4, seed: 1 },
  controls: {
    volatility: slider("Volatility σ", "1/√year", evenStops(0, 1.5, 0.05)),
    drift: slider("Drift μ", "1/year", evenStops(-1, 1, 0.05)),
    steps: slider("Steps N = 1/dt", "a year", [1, 2, 4, 12, 52, 252, 1000]),
    paths: slider("Paths", "of each", evenStops(1, 10, 1)),
    seed: { kind: "seed", label: "Seed" },
  },
  model: priceExplorerModel,
  view,
};

function view(model: PriceExplorerModel): Scene {
  const { time, processes } = model;
  const names = Object.keys(shown) as PriceName[];
  const highest = Math.max(...names.flatMap((name) => [...processes[name].upper]), 150);
  const lowest = Math.min(...names.flatMap((name) => [...processes[name].lower]), 0);
  return {
    charts: names.map((name) => {
      const { title, look } = shown[name];
      const { paths, lower, upper } = processes[name];
      return {
        title: `${title} Brownian motion`,
        height: 260,
        x: { label: "Time", unit: "years", range: [0, 1] },
        y: { label: "Mid-price", unit: "$", range: [lowest, highest] },
        marks: [
          band({ name: "19 prices in 20", x: time, lower, upper, look: looks.other }),
          rule({ axis: "y", value: 0, look: dashed }),
          ...paths.map((y, i) =>
            line({
              name: "paths",
              listed: i === 0,
              look: { ...look, dash: "solid", width: 1.3 },
              x: time,
              y,
            })
          ),
        ],
      };
    }),
    table: {
      caption: "After a year, exactly; both begin at 100 $",
      columns: ["process", "mean ($)", "standard deviation ($)", "1 in 20 below ($)", "below zero"],
      rows: names.map((name) => {
        const { mean, sd, low, belowZero } = processes[name];
        return [
          shown[name].title,
          readable(mean),
          readable(sd),
          readable(low),
          percent(belowZero),
        ];
      }),
    },
    summary: `The arithmetic price ends at ${readable(processes.arithmetic.mean)} ± ${
      readable(processes.arithmetic.sd)
    } $, the geometric one at ${readable(processes.geometric.mean)} ± ${
      readable(processes.geometric.sd)
    } $. Below zero: ${percent(processes.arithmetic.belowZero)} and never.`,
  };
}

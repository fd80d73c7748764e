import { band } from "../chart/marks/band.ts";
import { line } from "../chart/marks/line.ts";
import { roundRange } from "../chart/ticks.ts";
import { percent, readable } from "../numbers.ts";
import { looks } from "../theme.ts";
import { evenStops, type Explorable, type Scene } from "./explorable.ts";
import { slider } from "./controls.ts";
import {
  type InventoryExplorerModel,
  inventoryExplorerModel,
  type InventoryExplorerValues,
} from "./inventory_explorer_model.ts";
import type { SceneChart } from "./scene_charts.ts";

/** The inventory explorer: where a fixed spread drifts to, and what that does to wealth. */
export const inventoryExplorable: Explorable<InventoryExplorerValues, InventoryExplorerModel> = {
  name: "inventory_explorer",
  title: "Where does the naive market maker's inventory go?",
  defaults: { halfSpread: 0.65, scale: 0.9, volatility: 1.5, steps: 500, seed: 1 },
  controls: {
    halfSpread: slider("Half-spread δ", "$", evenStops(0.1, 3, 0.05)),
    scale: slider("Scale A", "1/step", evenStops(0.1, 0.9, 0.1)),
    volatility: slider("Volatility σ", "$/√step", evenStops(0, 4, 0.25)),
    steps: slider("Steps in the day", "", [50, 100, 200, 500, 1000]),
    seed: { kind: "seed", label: "Seed" },
  },
  model: inventoryExplorerModel,
  view,
};

function view(model: InventoryExplorerModel): Scene {
  const { days, inventorySd, wealthMean, wealthSd, fills, inventoryShare } = model;
  const { steps } = model.values;
  const [sdOfInventory, mean, sd] = [inventorySd[steps], wealthMean[steps], wealthSd[steps]];
  return {
    charts: [
      chart(model, "Inventory", "units", {
        own: days.map(({ inventory }) => inventory),
        centre: wealthMean.map(() => 0),
        sd: inventorySd,
      }),
      chart(model, "Wealth gained", "$", {
        own: days.map(({ wealth }) => wealth),
        centre: wealthMean,
        sd: wealthSd,
      }),
    ],
    table: {
      caption: "A day of Naive, exactly",
      columns: ["fills", "final inventory, sd", "mean profit ($)", "sd ($)", "risk from inventory"],
      rows: [[
        readable(fills),
        readable(sdOfInventory),
        readable(mean),
        readable(sd),
        percent(inventoryShare),
      ]],
    },
    summary: `After ${readable(fills)} fills the inventory has a deviation of ` +
      `${readable(sdOfInventory)} units; ${percent(inventoryShare)} of the variance of ` +
      "profit comes from it.",
  };
}

interface Curves {
  readonly own: readonly Float64Array[];
  readonly centre: Float64Array;
  readonly sd: Float64Array;
}

/** A few days over the band of two deviations either way. */
function chart(
  { time, values }: InventoryExplorerModel,
  title: string,
  unit: string,
  { own, centre, sd }: Curves,
): SceneChart {
  const lower = centre.map((at, n) => at - 2 * sd[n]);
  const upper = centre.map((at, n) => at + 2 * sd[n]);
  const range = roundRange([...lower, ...upper, ...own.flatMap((path) => [...path])]);
  return {
    title: `${title} of some days`,
    height: 260,
    x: { label: "Step", range: [0, values.steps] },
    y: { label: title, unit, range },
    marks: [
      band({ name: "two deviations, exact", x: time, lower, upper, look: looks.exact }),
      ...own.map((y, i) =>
        line({
          name: "days of Naive",
          listed: i === 0,
          look: { ...looks.naive, dash: "solid", width: 1.2 },
          x: time,
          y,
        })
      ),
    ],
  };
}

import { line } from "../chart/marks/line.ts";
import { points } from "../chart/marks/points.ts";
import { rule } from "../chart/marks/rule.ts";
import { percent, readable } from "../numbers.ts";
import { looks } from "../theme.ts";
import { evenStops, type Explorable, type Scene } from "./explorable.ts";
import { parameterSlider, slider } from "./controls.ts";
import {
  type FillExplorerModel,
  fillExplorerModel,
  type FillExplorerValues,
  RAIN,
} from "./fill_explorer_model.ts";
import type { SceneChart } from "./scene_charts.ts";

/** The fill explorer: how likely a quote is to be filled, and orders that rain on it. */
export const fillExplorable: Explorable<FillExplorerValues, FillExplorerModel> = {
  name: "fill_explorer",
  title: "How likely is a quote to be filled?",
  defaults: { scale: 140, decay: 1.5, steps: 200, depth: 0.75, fills: "first-order", seed: 1 },
  controls: {
    depth: slider("Depth δ of our ask", "$", evenStops(0, 3, 0.05)),
    scale: parameterSlider("scale", evenStops(10, 300, 10)),
    decay: parameterSlider("decay", evenStops(0.3, 5, 0.1)),
    steps: slider("Steps N = 1/dt", "a day", [20, 50, 100, 140, 200, 400, 1000]),
    fills: {
      kind: "choice",
      label: "Fill rule",
      options: { "first-order": "first order, λ·dt", exact: "exact, 1 − exp(−λ·dt)" },
    },
    seed: { kind: "seed", label: "Seed" },
  },
  model: fillExplorerModel,
  view,
};

function view(model: FillExplorerModel): Scene {
  const { values: { depth, steps }, probability, reaches, best } = model;
  const filled = reaches.filter((reach) => reach > depth).length;
  return {
    charts: [curves(model), rain(model)],
    table: {
      caption: "What a depth brings",
      columns: ["our ask", "at this depth", "at the best depth"],
      rows: [
        ["depth ($)", readable(depth), readable(best.depth, 3)],
        ["chance of a fill in a step", percent(probability), percent(best.probability)],
        ["fills a day", readable(steps * probability), readable(steps * best.probability)],
        [
          "expected gain a day ($)",
          readable(steps * probability * depth),
          readable(steps * best.probability * best.depth),
        ],
      ],
    },
    summary: `An ask ${readable(depth)} $ above the mid is filled with probability ` +
      `${percent(probability)} in a step: ${filled} of the ${RAIN} steps drawn.`,
  };
}

function curves({ values: { depth }, depths, curves, best }: FillExplorerModel): SceneChart {
  return {
    title: "Chance of a fill in one step",
    height: 260,
    x: { label: "Depth δ", unit: "$", range: [0, 3] },
    y: { label: "Probability", range: [0, 1] },
    marks: [
      rule({
        axis: "x",
        value: depth,
        label: "our ask",
        look: { ...looks.ask, dash: "4px,3px" },
      }),
      ...(best.depth > 3 ? [] : [rule({
        axis: "x",
        value: best.depth,
        label: "best",
        look: { ...looks.mid, dash: "1px,2px" },
        row: 1,
        side: best.depth < depth ? "left" : "right",
      })]),
      line({ name: "first order", look: looks.as, x: depths, y: curves["first-order"] }),
      line({ name: "exact", look: looks.exact, x: depths, y: curves.exact }),
    ],
  };
}

function rain({ values: { depth }, reaches }: FillExplorerModel): SceneChart {
  const steps = reaches.map((_, n) => n + 1);
  const parted = (hit: boolean) => {
    const chosen = steps.filter((step) => {
      const reach = reaches[step - 1];
      return reach > 0 && (reach > depth) === hit;
    });
    return { x: chosen, y: chosen.map((step) => Math.min(3, reaches[step - 1])) };
  };
  return {
    title: "How far buyers reach, step by step",
    height: 260,
    x: { label: "Step", range: [0, RAIN + 1] },
    y: { label: "Reach", unit: "$", range: [0, 3] },
    marks: [
      rule({ axis: "y", value: depth, name: "our ask", look: { ...looks.ask, width: 2 } }),
      points({ name: "does not reach it", look: looks.mid, ...parted(false), hollow: true }),
      points({ name: "fills it", look: looks.as, ...parted(true), size: 9 }),
    ],
  };
}

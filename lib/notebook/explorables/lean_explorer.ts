import { line } from "../chart/marks/line.ts";
import { rule } from "../chart/marks/rule.ts";
import { roundRange } from "../chart/ticks.ts";
import { readable } from "../numbers.ts";
import { type Look, looks } from "../theme.ts";
import { decadeStops, evenStops, type Explorable, type Scene } from "./explorable.ts";
import { parameterSlider, slider } from "./controls.ts";
import {
  type LeanExplorerModel,
  leanExplorerModel,
  type LeanExplorerValues,
  type LeaningRule,
} from "./lean_explorer_model.ts";
import { dashed } from "./scene_charts.ts";

const shown: Readonly<Record<LeaningRule, { readonly title: string; readonly look: Look }>> = {
  clock: { title: "AS, clock", look: looks.as },
  saturating: { title: "AS, saturating", look: { ...looks.other, dash: "5px,2px", width: 2.6 } },
  exact: { title: "Guéant–Lehalle, exact", look: looks.gueantLehalle },
};

const charges = [0, 0.01, 0.02, 0.025, 0.03, 0.05, 0.1, 0.2, 0.5, 1];

/** The lean explorer: the clock's lean, the one that saturates, and the exact optimum's. */
export const leanExplorable: Explorable<LeanExplorerValues, LeanExplorerModel> = {
  name: "lean_explorer",
  title: "How far should quotes lean against inventory?",
  defaults: {
    riskAversion: 0.1,
    volatility: 2,
    scale: 140,
    decay: 1.5,
    timeLeft: 0.5,
    endPenalty: 0,
  },
  controls: {
    timeLeft: parameterSlider("timeLeft", evenStops(0, 1, 0.02)),
    riskAversion: parameterSlider("riskAversion", decadeStops(-3, 0)),
    volatility: parameterSlider("volatility", evenStops(0.5, 5, 0.1)),
    scale: parameterSlider("scale", evenStops(10, 300, 10)),
    decay: parameterSlider("decay", evenStops(0.5, 4, 0.1)),
    endPenalty: slider("Charge b at the end", "$/unit²", charges),
  },
  model: leanExplorerModel,
  view,
};

const rules = Object.keys(shown) as readonly LeaningRule[];

function view({ values, timesLeft, leans, inventories, bids, now }: LeanExplorerModel): Scene {
  const curves = (x: readonly number[], of: Readonly<Record<LeaningRule, readonly number[]>>) =>
    rules.map((name) => line({ name: shown[name].title, look: shown[name].look, x, y: of[name] }));
  // The clock's lean may leave the picture, as the other two are what is to be seen.
  const highest = Math.max(...leans.exact, ...leans.saturating, leans.clock[100] / 2);
  return {
    charts: [{
      title: "The lean of one unit through the day",
      height: 260,
      x: { label: "Time left T − t", unit: "days", range: [0, 1] },
      y: { label: "Lean", unit: "$ a unit", range: [0, roundRange([0, highest])[1]] },
      marks: [
        rule({ axis: "x", value: values.timeLeft, label: "now", look: dashed }),
        ...curves(timesLeft, leans),
      ],
    }, {
      title: "The bid now, by inventory",
      height: 260,
      x: { label: "Inventory q", unit: "units", range: [-8, 8] },
      y: {
        label: "Bid depth",
        unit: "$",
        range: roundRange([...bids.exact, ...bids.saturating, 0]),
      },
      marks: curves(inventories, bids),
    }],
    table: {
      caption: "How far one unit moves the quotes now, and what a flat trader bids",
      columns: ["rule", "lean ($ a unit)", "bid depth when flat ($)"],
      rows: rules.map((name) => [
        shown[name].title,
        readable(now[name]),
        readable(bids[name][inventories.indexOf(0)]),
      ]),
    },
    summary: `With ${readable(values.timeLeft)} of the day left the clock leans by ${
      readable(now.clock)
    } $ a unit, the saturating rule by ${readable(now.saturating)} $, the exact optimum by ${
      readable(now.exact)
    } $.`,
  };
}

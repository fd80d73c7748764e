import { type Look, looksOf } from "../theme.ts";
import { decadeStops, evenStops, type Explorable, type Scene } from "./explorable.ts";
import { parameterSlider } from "./controls.ts";
import {
  type ComparedRule,
  comparedRules,
  type LiquidationModel,
  liquidationModel,
  type LiquidationValues,
} from "./liquidation_puzzle_model.ts";
import type { AxisLabel } from "../chart/axis.ts";
import { bars } from "../chart/marks/bars.ts";
import { line } from "../chart/marks/line.ts";
import { points } from "../chart/marks/points.ts";
import { rule } from "../chart/marks/rule.ts";
import { roundRange } from "../chart/ticks.ts";
import { decimals } from "../numbers.ts";
import { dashed, dot, type SceneChart } from "./scene_charts.ts";

const NAMES = Object.keys(comparedRules) as ComparedRule[];
const found = looksOf(NAMES.map((_, i) => i === 0 ? "as" : undefined));
const lookOf = (name: ComparedRule): Look =>
  // Floor and clock are one line for most of the day, both of them full in the theme.
  name === "floor" ? { ...found[1], dash: "12px,3px" } : found[NAMES.indexOf(name)];

/** The liquidation puzzle: as time runs out the lean dies, and what is left over is left over. */
export const liquidationExplorable: Explorable<LiquidationValues, LiquidationModel> = {
  name: "liquidation_puzzle",
  title: "Why does Avellaneda–Stoikov stop unwinding at the end?",
  defaults: { rule: "clock", timeLeft: 0.1, riskAversion: 0.1, inventory: 4 },
  controls: {
    rule: {
      kind: "choice",
      label: "Horizon rule",
      options: Object.fromEntries(NAMES.map((name) => [name, comparedRules[name].words])),
    },
    timeLeft: parameterSlider("timeLeft", evenStops(0, 1, 0.01)),
    riskAversion: parameterSlider("riskAversion", decadeStops(-2, 0)),
    inventory: parameterSlider("inventory", evenStops(-8, 8, 1)),
  },
  model: liquidationModel,
  view,
};

function view(model: LiquidationModel): Scene {
  const { rules, step, values } = model;
  const chosen = rules[values.rule];
  const words = comparedRules[values.rule].words;
  const last = chosen.inventorySd.length - 1;
  return {
    charts: [
      courses(model, "lean", {
        title: `How far the quotes lean, holding ${decimals(values.inventory, 0)}`,
        height: 280,
        y: { label: "r − S", unit: "$" },
      }),
      law(model),
      courses(model, "inventorySd", {
        title: "How far inventories have spread",
        height: 260,
        y: { label: "sd of q", unit: "units" },
      }),
    ],
    table: {
      caption:
        `Holding ${decimals(values.inventory, 0)} with ${values.timeLeft} of the day left; ` +
        "exact",
      columns: [
        "horizon rule",
        "lean now ($)",
        "sd of q now",
        "sd of q at the end",
        "ends flat",
        "profit ($)",
      ],
      rows: NAMES.map((name) => [
        comparedRules[name].words,
        decimals(rules[name].lean[step], 3),
        decimals(rules[name].inventorySd[step], 2),
        decimals(rules[name].inventorySd[last], 2),
        `${decimals(100 * rules[name].flatAtEnd, 1)} %`,
        `${decimals(rules[name].mean, 2)} ± ${decimals(rules[name].sd, 2)}`,
      ]),
    },
    summary: `With ${words}, a maker who holds ${decimals(values.inventory, 0)} leans by ` +
      `${decimals(chosen.lean[step], 3)} $ now. Its inventory has a deviation of ` +
      `${decimals(chosen.inventorySd[step], 2)} now and ` +
      `${decimals(chosen.inventorySd[last], 2)} at the end.`,
  };
}

/** Every rule's course over the day, the chosen one bold with a marker at the moment. */
function courses(
  { rules, time, step, values }: LiquidationModel,
  what: "lean" | "inventorySd",
  chart: Pick<SceneChart, "title" | "height"> & { readonly y: AxisLabel },
): SceneChart {
  const bold = (name: ComparedRule) => name === values.rule ? 3.2 : lookOf(name).width * 0.8;
  const range = roundRange([...NAMES.flatMap((name) => [...rules[name][what]]), 0]);
  return {
    ...chart,
    x: { label: "Time t; the end is at 1", unit: "days", range: [0, 1] },
    y: { ...chart.y, range },
    marks: [
      rule({ axis: "x", value: time[step], look: dashed }),
      ...NAMES.map((name) =>
        line({
          name: comparedRules[name].words,
          look: { ...lookOf(name), width: bold(name) },
          x: time,
          y: rules[name][what],
        })
      ),
      dot(lookOf(values.rule), time[step], rules[values.rule][what][step]),
    ],
  };
}

function law({ rules, values, maxLots }: LiquidationModel): SceneChart {
  const lots = Array.from({ length: 2 * maxLots + 1 }, (_, i) => i - maxLots).slice(8, -8);
  const chosen = rules[values.rule].lawNow;
  const other = values.rule === "clock" ? "constant" : "clock";
  const compared = rules[other].lawNow.map((p) => p < 5e-4 ? NaN : p);
  const highest = Math.max(...chosen, ...rules[other].lawNow);
  return {
    title: `What is held with ${values.timeLeft} of the day left`,
    height: 260,
    x: { label: "Inventory q", unit: "units", range: [-12, 12] },
    y: { label: "Probability", range: [0, roundRange([0, highest], 4)[1]] },
    marks: [
      bars({
        name: comparedRules[values.rule].words,
        color: lookOf(values.rule).color,
        x: lots,
        y: chosen.slice(8, -8),
        width: 0.7,
      }),
      points({
        name: comparedRules[other].words,
        look: { ...lookOf(other), symbol: "circle" },
        hollow: true,
        x: lots,
        y: compared.slice(8, -8),
      }),
    ],
  };
}

import { type Look, looks, looksOf } from "../theme.ts";
import { decadeStops, evenStops, type Explorable, type Scene } from "./explorable.ts";
import {
  type ComparedRule,
  comparedRules,
  type LiquidationModel,
  liquidationModel,
  type LiquidationValues,
} from "./liquidation_puzzle_model.ts";
import { bars, line, lineSample, markers, rule } from "./marks.ts";
import { type Mark, type Picture, picture } from "./picture.ts";
import { decimals, roundRange } from "./scale.ts";

const NAMES = Object.keys(comparedRules) as ComparedRule[];
const found = looksOf(NAMES, ["as"]);
const lookOf = (name: ComparedRule): Look =>
  // Floor and clock are one line for most of the day, both of them full in the theme.
  name === "floor" ? { ...found[1], dash: "12,3" } : found[NAMES.indexOf(name)];

/** The liquidation puzzle: as time runs out the skew dies, and what is left over is left over. */
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
    timeLeft: {
      kind: "slider",
      label: "Time left T−t",
      unit: "days",
      stops: evenStops(0, 1, 0.01),
    },
    riskAversion: {
      kind: "slider",
      label: "Risk aversion γ",
      unit: "1/$",
      stops: decadeStops(-2, 0),
    },
    inventory: { kind: "slider", label: "Inventory q", unit: "units", stops: evenStops(-8, 8, 1) },
  },
  model: liquidationModel,
  view,
};

function view(model: LiquidationModel, width: number): Scene {
  const { rules, step, values } = model;
  const chosen = rules[values.rule];
  const words = comparedRules[values.rule].words;
  const last = chosen.inventorySd.length - 1;
  return {
    pictures: [skews(model, width), law(model, width), spreads(model, width)],
    table: {
      caption:
        `Holding ${decimals(values.inventory, 0)} with ${values.timeLeft} of the day left; ` +
        "exact",
      columns: [
        "horizon rule",
        "skew now ($)",
        "sd of q now",
        "sd of q at the end",
        "ends flat",
        "profit ($)",
      ],
      rows: NAMES.map((name) => [
        comparedRules[name].words,
        decimals(rules[name].skew[step], 3),
        decimals(rules[name].inventorySd[step], 2),
        decimals(rules[name].inventorySd[last], 2),
        `${decimals(100 * rules[name].flatAtEnd, 1)} %`,
        `${decimals(rules[name].mean, 2)} ± ${decimals(rules[name].sd, 2)}`,
      ]),
    },
    summary: `With ${words}, a maker who holds ${decimals(values.inventory, 0)} leans by ` +
      `${decimals(chosen.skew[step], 3)} $ now. Its inventory has a deviation of ` +
      `${decimals(chosen.inventorySd[step], 2)} now and ` +
      `${decimals(chosen.inventorySd[last], 2)} at the end.`,
  };
}

const legend = NAMES.map((name) => [lineSample(lookOf(name)), comparedRules[name].words] as const);
const nowLook: Look = { ...looks.mid, dash: "4,3" };

/** Every rule's course over the day, the chosen one bold with a marker at the moment. */
function courses(model: LiquidationModel, what: "skew" | "inventorySd"): readonly Mark[] {
  const { rules, time, step, values } = model;
  const bold = (name: ComparedRule) => name === values.rule ? 3.2 : lookOf(name).width * 0.8;
  return [
    rule(nowLook, { x: time[step] }),
    ...NAMES.map((name) => line(lookOf(name), time, rules[name][what], bold(name))),
    markers(lookOf(values.rule), [time[step]], [rules[values.rule][what][step]]),
  ];
}

const clock = { title: "Time t (days); the end is at 1", range: [0, 1] } as const;

function skews(model: LiquidationModel, width: number): Picture {
  const all = NAMES.flatMap((name) => [...model.rules[name].skew]);
  return picture({
    title: `How far the quotes lean, holding ${decimals(model.values.inventory, 0)}`,
    width,
    height: 260,
    x: clock,
    y: { title: "r − S ($)", range: roundRange([...all, 0]) },
    marks: courses(model, "skew"),
    legend,
  });
}

function spreads(model: LiquidationModel, width: number): Picture {
  const all = NAMES.flatMap((name) => [...model.rules[name].inventorySd]);
  return picture({
    title: "How far inventories have spread",
    width,
    height: 230,
    x: clock,
    y: { title: "sd of q (units)", range: roundRange([...all, 0]) },
    marks: courses(model, "inventorySd"),
    legend,
  });
}

function law({ rules, values, maxLots }: LiquidationModel, width: number): Picture {
  const lots = Array.from({ length: 2 * maxLots + 1 }, (_, i) => i - maxLots);
  const chosen = rules[values.rule].lawNow;
  const other = values.rule === "clock" ? "constant" : "clock";
  const compared = rules[other].lawNow.map((p) => p < 5e-4 ? NaN : p);
  const highest = Math.max(...chosen, ...rules[other].lawNow);
  const ring = { ...lookOf(other), symbol: "circle" };
  return picture({
    title: `What is held with ${values.timeLeft} of the day left`,
    width,
    height: 240,
    x: { title: "Inventory q (units)", range: [-12, 12] },
    y: { title: "Probability", range: [0, roundRange([0, highest], 4)[1]] },
    marks: [
      bars(lookOf(values.rule), lots.slice(8, -8), chosen.slice(8, -8), 0.7),
      markers(ring, lots.slice(8, -8), compared.slice(8, -8), { hollow: true, size: 0.7 }),
    ],
    legend: [
      [
        (ground) => bars(lookOf(values.rule), [0.5], [1], 0.5)(ground),
        comparedRules[values.rule].words,
      ],
      [
        (ground) => markers(ring, [0.5], [0.5], { hollow: true, size: 0.7 })(ground),
        comparedRules[other].words,
      ],
    ],
  });
}

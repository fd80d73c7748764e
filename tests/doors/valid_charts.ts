import * as lab from "@digital-market-maker/lab";
import { walkForward } from "@digital-market-maker/lab/data";
import { looks } from "@digital-market-maker/lab/notebook";
import * as notebook from "@digital-market-maker/lab/notebook";
import { keys } from "../../lib/notebook/exercises/keys.ts";
import { paper, sample, session, tape } from "./valid_values.ts";

type Functions<Door> = {
  readonly [Name in keyof Door as Door[Name] extends (...args: never[]) => unknown ? Name : never]:
    () => readonly unknown[];
};

const [x, y] = [[0, 1, 2], [1, 2, 4]];
const axis = { label: "x", unit: "$", log: false, range: [0.5, 3] };
const words = { ...axis, names: undefined };
const text = { title: "a", caption: "b", height: 300 };
const units = { price: "€", time: "s" };
const reference = { value: 1, label: "here", axis: "x", color: "#123456" };
const curve = { name: "a", x, y, role: "as" };
const mark = { name: "a", listed: true, shown: true };
const line = notebook.line({ name: "a", x, y, look: looks.other });
const colors = [[0, "#00224e"], [1, "#e1cc55"]];
const { reports } = {
  reports: Object.values(
    walkForward(tape, { bootstrap: { block: 5, random: lab.streams(1)("b") } }).traders,
  ),
};

/** For every function of the notebook's door, arguments that are right, with every record that can stand in them. */
export const chartCalls: Functions<typeof notebook> = {
  band: () => [{ ...mark, x, lower: y, upper: y, look: looks.as }],
  bars: () => [{ ...mark, x, y, color: "#123456", width: 0.5 }],
  barsFigure: () => [{
    ...text,
    groups: ["a", "b"],
    series: [{ name: "s", values: [1, 2], errors: [1, 1], role: "as" }],
    x: axis,
    y: axis,
  }],
  cells: () => [{ ...mark, x: [0, 1], y: [0], values: [[1, 2]], colors, ends: [1, 2] }],
  check: () => [Object.keys(keys)[0], 1],
  claims: () => [{ "pi is 3.14": notebook.near(Math.PI, 3.14, 0.005) }],
  curvesFigure: () => [{
    ...text,
    curves: [{ ...curve, band: { lower: y, upper: y }, shape: "hv", marked: true }],
    x: axis,
    y: axis,
    marks: [reference],
  }],
  dashboardFigure: () => [[session], { ...text, limit: 5, roles: ["as"], units }],
  depthsFigure: () => [lab.policyTable(paper, "as", { maxLots: 3 }), { ...text, units }],
  dayGame: () => [{ seed: 2 }],
  display: () => ["text", { id: "a", update: false }],
  distributionExplorer: () => [{ riskAversion: 0.1 }],
  figure: () => [{
    ...text,
    x: words,
    panels: [{ y: words, marks: [line], share: 1 }],
    key: { ...axis, colors },
    hovermode: "x",
  }],
  fillExplorer: () => [{ depth: 1 }],
  fillFigure: () => [{
    ...text,
    flows: { a: paper.market.flow },
    dt: 0.005,
    maxDepth: 2,
    counted: { a: { depth: x, probability: y, standardError: y } },
    units,
  }],
  fillWorthFigure: () => [reports, { ...text, roles: ["as"], units }],
  heatMapFigure: () => [{
    ...text,
    columns: [0, 1],
    rows: ["a"],
    values: [[1, 2]],
    x: axis,
    y: axis,
    value: axis,
    middle: 0,
    marks: [reference],
  }],
  help: () => ["drawTape"],
  helpText: () => ["drawTape"],
  histogramFigure: () => [{
    ...text,
    samples: { a: [1, 2, 3] },
    roles: { a: "as" },
    x: axis,
    marks: [reference],
    densities: { a: { x, y } },
  }],
  inKernel: () => [],
  intensityFigure: () => [{
    ...text,
    measured: lab.intensityCurve(sample),
    fits: { a: lab.fitIntensity(sample) },
    roles: { a: "as" },
    units,
  }],
  inventoryFigure: () => [[session], { ...text, limit: 5, roles: ["as"], units }],
  line: () => [{ ...mark, x, y, look: looks.as, group: "a", hover: "skip" }],
  liquidationPuzzle: () => [{ riskAversion: 0.1 }],
  marketFile: () => ["README.md", { name: "a", columns: [{ time: "t" }] }],
  markoutsFigure: () => [{
    ...text,
    markouts: { a: lab.markouts(session, { horizons: [1, 2] }) },
    roles: { a: "as" },
    curves: [curve],
    spread: 1,
    units,
  }],
  near: () => [3, 3.01, 0.1],
  pathsFigure: () => [{
    ...text,
    grid: lab.timeGrid({ horizon: 1, steps: 2 }),
    paths: [x],
    band: { mean: x, sd: y },
    quantity: "a",
    units,
  }],
  points: () => [{ ...mark, x, y, look: looks.as, lower: y, upper: y }],
  pointsFigure: () => [{
    ...text,
    series: [{ ...curve, lower: y, upper: y }],
    curves: [curve],
    x: axis,
    y: axis,
    marks: [reference],
  }],
  progressBar: () => ["Trading", { show() {}, end() {}, now: () => 0 }],
  inventoryExplorer: () => [{ seed: 2 }],
  leanExplorer: () => [{ riskAversion: 0.1 }],
  pairExplorer: () => [{ correlation: 0.5 }],
  priceExplorer: () => [{ volatility: 0.5 }],
  quoteLadder: () => [{ riskAversion: 0.1 }],
  quotesFigure: () => [session, { ...text, from: 0, to: 1, relative: false, units }],
  recordedResults: () => ["a", ["README.md"], () => Promise.resolve({ a: 1 })],
  rule: () => [{ value: 1, axis: "x", look: looks.as }],
  sessionPlayer: () => [{ seed: 1 }],
  strategyExplorer: () => [{ seed: 1 }],
  wealthFigure: () => [[session], { ...text, roles: ["as"], units }],
  words: () => [{ text: "a", x: 1, y: 1, below: 4 }],
};

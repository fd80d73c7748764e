/** A kind of value that the library hands from one call to the next. */
export interface Shape {
  /** What it is called, with its article. */
  readonly noun: string;
  /** What makes one. */
  readonly from: string;
  /** The fields by which it is told, and what they hold: another shape, or something plain. */
  readonly fields: Readonly<Record<string, string>>;
  /** Fields it may have besides; where this is given, all others are refused. */
  readonly also?: readonly string[];
}

/**
 * Every shape, those that hold more before those that hold less, so that the first that fits names a value
 * best.
 */
export const shapes = {
  session: {
    noun: "a session",
    from: "trade(tape, trader)",
    fields: {
      grid: "grid",
      wealth: "numbers",
      inventory: "numbers",
      bid: "numbers",
      ask: "numbers",
    },
  },
  replay: {
    noun: "a replay",
    from: "await replay(files, { dt })",
    fields: { tape: "tape", printReach: "record" },
  },
  recordedMarket: {
    noun: "a recorded market",
    from: "await replay(files, { dt })",
    fields: { tick: "number", printReach: "record" },
  },
  tape: {
    noun: "a tape",
    from: "drawTape(market, grid, streams(1))",
    fields: { grid: "grid", midPrice: "numbers", buyReach: "numbers", sellReach: "numbers" },
  },
  policyTable: {
    noun: "a policy table",
    from: "policyTable(setting, trader)",
    fields: { grid: "grid", execution: "execution", bidDepth: "numbers", bidFill: "numbers" },
  },
  job: {
    noun: "a Monte Carlo job",
    from: '{ ...scenario("readme"), paths: 1000, seed: 1 }',
    fields: { market: "market", grid: "grid", traders: "record", paths: "number" },
    also: ["seed", "firstPath", "record", "name", "parameters"],
  },
  scenario: {
    noun: "a scenario",
    from: 'scenario("readme")',
    fields: { market: "market", grid: "grid", traders: "record", parameters: "record" },
  },
  setting: {
    noun: "a setting",
    from: 'scenario("readme") or { market, grid }',
    fields: { market: "market", grid: "grid" },
    also: ["traders", "name", "parameters", "paths", "seed", "firstPath", "record"],
  },
  result: {
    noun: "the result of a simulation",
    from: "simulate(job)",
    fields: { paths: "number", traders: "record" },
  },
  traderResult: {
    noun: "a trader's result",
    from: "simulate(job).traders.as",
    fields: { name: "text", finals: "finals" },
  },
  finals: {
    noun: "the finals of a simulation",
    from: "simulate(job).traders.as.finals",
    fields: { profit: "numbers", finalInventory: "numbers", stepSharpe: "numbers" },
  },
  trader: {
    noun: "a trader",
    from: "{ strategy, execution }",
    fields: { strategy: "strategy", execution: "execution" },
    also: [],
  },
  strategy: {
    noun: "a strategy",
    from: "naive({ halfSpread: 0.65 })",
    fields: { name: "text", readsPrice: "flag", readsTime: "flag", quote: "function" },
  },
  execution: {
    noun: "complete terms of execution",
    from: "execution({ limit: 5 })",
    fields: {
      rebate: "number",
      fee: "number",
      minimumDepth: "number",
      limit: "number",
      breach: "text",
      crossingCost: "number",
      orderSize: "number",
      impact: "number",
    },
    also: [],
  },
  market: {
    noun: "a market",
    from: "{ price, flow }",
    fields: { price: "price", flow: "flow" },
    also: [],
  },
  price: {
    noun: "a price process",
    from: "arithmeticBrownian({ initialPrice: 100, volatility: 2 })",
    fields: { name: "text", parameters: "record", initialPrice: "number" },
  },
  memorylessFlow: {
    noun: "an order flow without memory",
    from: "poissonFlow({ scale: 140, decay: 1.5 })",
    fields: { name: "text", fillProbability: "function", reachOf: "function", draw: "function" },
  },
  mark: {
    noun: "a mark of a chart",
    from: "line({ name, x, y, look })",
    fields: { name: "text", cover: "record", draw: "function", plotly: "function" },
  },
  flow: {
    noun: "an order flow",
    from: "poissonFlow({ scale: 140, decay: 1.5 })",
    fields: { name: "text", draw: "function" },
  },
  grid: {
    noun: "a time grid",
    from: "timeGrid({ horizon: 1, steps: 200 })",
    fields: { horizon: "number", steps: "number", dt: "number" },
  },
  sample: {
    noun: "a sample of reaches",
    from: "stepReaches(tape)",
    fields: { per: "text", reaches: "numbers", step: "numbers", dt: "number", time: "number" },
  },
  fit: {
    noun: "a fit of an intensity",
    from: "fitIntensity(stepReaches(tape))",
    fields: { likelihood: "text", scale: "record", decay: "record", threshold: "number" },
  },
  law: {
    noun: "a law of profit",
    from: "exactLaw(setting, trader)",
    fields: { range: "numbers", density: "function", distribution: "function" },
  },
  report: {
    noun: "a report of a backtest",
    from: "walkForward(tape, { bootstrap }).traders.as",
    fields: { name: "text", attribution: "record", fills: "number", markouts: "list" },
  },
  rows: {
    noun: "the rows of a market file",
    from: "readMarket(text)",
    fields: { name: "text", report: "function", layout: "function" },
  },
  stream: {
    noun: "a stream of random numbers",
    from: 'streams(1)("bootstrap")',
    fields: { words: "function", normals: "function", uniform: "function" },
  },
  manyStrategy: {
    noun: "a strategy for several assets",
    from: "gueantLehalleMany({ … })",
    fields: { name: "text", quote: "function" },
  },
} as const satisfies Readonly<Record<string, Shape>>;

/** Names of the shapes. */
export type ShapeName = keyof typeof shapes;

/** The shape of a value: the first that has every field. */
export function shapeOf(value: object): Shape | undefined {
  return Object.values(shapes).find(({ fields }) =>
    Object.keys(fields).every((field) => field in value)
  );
}

import * as lab from "@digital-market-maker/lab";
import * as data from "@digital-market-maker/lab/data";
import * as frames from "@digital-market-maker/lab/frames";
import type * as learning from "@digital-market-maker/lab/learning";
import type * as notebook from "@digital-market-maker/lab/notebook";
import type * as several from "@digital-market-maker/lab/several";
import { builderCalls } from "./valid_builders.ts";
import { chartCalls } from "./valid_charts.ts";
import { manyBeliefs, market, paper, sample, session, short, tape } from "./valid_values.ts";

type Functions<Door> = {
  readonly [Name in keyof Door as Door[Name] extends (...args: never[]) => unknown ? Name : never]:
    () => readonly unknown[];
};

const { traders } = paper;
const job = () => ({
  ...short,
  traders,
  paths: 3,
  seed: 1,
  firstPath: 0,
  record: { finals: "all", perStep: true, quantiles: [0.5], sessions: [0] },
});
const bootstrap = () => ({ block: 5, replications: 60, random: lab.streams(1)("b") });
const file = () => data.marketCsv(tape).trades + "";
const files = () => Object.values(data.marketCsv(tape)).map((text) => data.readMarket(text));
const recorded = await data.replay(files(), { dt: 0.01, orders: true });
const points = [0, 0.5, 1, 1.5].map((depth) => ({
  depth,
  beyond: 10,
  intensity: Math.exp(-depth),
  interval: [0, 2],
}));

/** For every function of the engine's door, arguments that are right, with every record that can stand in them. */
export const engineCalls: Functions<typeof lab> = {
  ...builderCalls,
  attribution: () => [session],
  bootstrapIntensity: () => [sample, bootstrap()],
  certaintyEquivalent: () => [short, traders.as, { riskAversion: 0.1, maxLots: 20 }],
  chooseRiskAversion: () => [
    lab.scenario("paper", { steps: 8, scale: 4 }),
    { inventorySd: 1 },
    { trader: "as", paths: 100, seed: 1 },
  ],
  coarseTape: () => [tape, 10],
  compareSides: () => [tape, { threshold: 0, exchanges: 2, random: lab.streams(1)("b") }],
  compare: () => [short, traders, { paths: 3, exact: false }],
  comparePublished: () => [[lab.publishedTables[1]]],
  crossSessionSharpe: () => [[1, 2, 4, 3]],
  drawPrices: () => [market.price, short.grid, lab.streams(1)("price"), new Float64Array(21)],
  drawTape: () => [market, short.grid, lab.streams(1), 0],
  estimateMean: () => [[1, 2, 3], { confidence: 0.9 }],
  estimateVolatility: () => [tape.midPrice, { dt: 0.01, lag: 1, gaps: [3] }],
  exactLaw: () => [short, traders.as, { tolerance: 1e-6 }],
  exactMoments: () => [short, traders.as, { maxLots: 20, feesAt: "initial" }],
  exactSummary: () => [short, traders.as, { riskAversion: 0.1 }],
  fineControl: () => [{
    initialPrice: 100,
    volatility: 2,
    scale: 14,
    decay: 1.5,
    dt: 0.05,
    finerBy: 2,
    steps: 200,
    random: lab.streams(1),
  }],
  fitIntensity: () => [sample, { threshold: 0, confidence: 0.9 }],
  fitLogLinear: () => [points],
  intensityByStep: () => [tape, [1, 2], { threshold: 0 }],
  intensityCurve: () => [sample, { depths: [0, 0.5], confidence: 0.9 }],
  intensityProfile: () => [sample, lab.fitIntensity(sample), { parameter: "decay", points: 5 }],
  lawShape: () => [lab.exactLaw(short, traders.as, { tolerance: 1e-6 }), 100],
  logRatio: () => [0.1, 1.5],
  markouts: () => [session, { horizons: [1], side: "both" }],
  maxDrawdown: () => [session.wealth],
  normalQuantile: () => [0.5],
  orderReaches: () => [recorded, "both"],
  pairedDifference: () => [[1, 2, 3], [2, 2, 4], { confidence: 0.9 }],
  pathsSummary: () => [lab.simulate(job() as never).traders.as.finals, { steps: 20, periods: 252 }],
  policies: () => [paper, { maxInventory: 3, floor: 0.1, constant: 1 }],
  policyTable: () => [short, traders.as, { maxLots: 5 }],
  publishedModel: () => [lab.publishedTables[0]],
  quantiles: () => [[1, 2, 3], [0.5]],
  returnSeries: () => [session],
  robustness: () => [short, () => traders.as, {
    riskAversion: 0.1,
    rows: [1],
    columns: [2],
    truth: [1, 2],
    maxLots: 20,
  }],
  sampleMoments: () => [[1, 2, 3]],
  scenario: () => ["readme", { limit: 3 }],
  shareBelow: () => [[1, 2, 3], 2],
  sharpeRatio: () => [[1, 2, 3], { periods: 252 }],
  signaturePlot: () => [tape.midPrice, { dt: 0.01, lags: [1] }],
  simulate: () => [job(), { workers: 1, control: "as" }],
  simulateAsync: () => [job(), { workers: 1 }],
  stepMoments: () => [market.price, 0.1],
  stepReaches: () => [tape, "both"],
  streams: () => [1],
  tapeOf: () => [{
    horizon: 1,
    midPrice: [1, 2, 3],
    buyReach: [1, 1],
    sellReach: [1, 1],
    gaps: [0],
    gapLengths: [4],
  }],
  timeBeyondLimit: () => [session, 3],
  trade: () => [tape, traders.as],
  tradersOf: () => [paper, ["as", "saturating"], { maxInventory: 3 }],
  uniformOf: () => [7],
  worstDrift: () => [short, traders.as, { bound: 0.1, riskAversion: 0.1, maxLots: 20 }],
};

/** The same for the door of your own data. */
export const dataCalls: Functions<typeof data> = {
  calibrate: () => [recorded, { ...bootstrap(), threshold: 0 }],
  csv: () => [session, { start: 0, capital: 100 }],
  daySums: () => [session, { start: 0, capital: 100 }],
  marketCsv: () => [tape, { start: 0, spread: 0.01 }],
  readMarket: () => [file(), { name: "a", columns: [{ time: "time_us", price: "price" }] }],
  replay: () => [files(), { dt: 0.01, orders: true }],
  sessionRows: () => [session, { start: 0, capital: 100 }],
  walkForward: () => [tape, {
    bootstrap: bootstrap(),
    rules: { fills: "touch" },
    horizons: [1],
    traders: ["naive", "as"],
  }],
};

/** The same for the door of several assets. */
export const severalCalls: Functions<typeof several> = {
  drawTapes: () => [manyBeliefs.market, short.grid, lab.streams(1), 0],
  exactMomentsOfSeveral: () => [{
    market: manyBeliefs.market,
    grid: short.grid,
    strategy: manyBeliefs.strategy,
    terms: [lab.execution()],
    maxOrders: [2],
  }],
  gueantLehalleMany: () => [{ ...manyBeliefs.options, drift: [0], penalty: () => 0 }],
  gueantLehalleManyClosedForm: () => {
    const { assets, covariance, riskAversion } = manyBeliefs.options;
    return [{ assets, covariance, riskAversion }];
  },
  tradeSeveral: () => [[tape], manyBeliefs.strategy, [lab.execution()]],
};

/** The same for the door of learners. */
export const learningCalls: Functions<typeof learning> = {
  depthTable: () => [{ grid: short.grid, bidDepth: rows(), askDepth: rows(), name: "a" }],
  environment: () => [paper, { riskAversion: 0.1, execution: lab.execution(), name: "a" }],
  regret: () => [lab.scenario("paper", { steps: 8, scale: 4 }), "as", { optimum: 10 }],
};

const rows = () => Array.from({ length: 20 }, () => [1, 1, 1]);

/** The same for the notebook's door. */
export const notebookCalls: Functions<typeof notebook> = chartCalls;

const results = () => lab.simulate(job() as never).traders;

/** The same for the door of data frames. */
export const framesCalls: Functions<typeof frames> = {
  resultsFrame: () => [results(), { caption: "a" }],
  returnsFrame: () => [[session], { caption: "a" }],
  sessionFrame: () => [session, { caption: "a", every: 2 }],
  sharpeFrame: () => [[session], { caption: "a", periods: 252 }],
  table: () => [[{ a: 1 }, { a: 2 }], { caption: "a" }],
  titled: () => [frames.table([{ a: 1 }]), "a"],
};

import { suspiciousReaches } from "../calibration/reach_influence.ts";
import type { BacktestReport, BootstrappedSum } from "../scenario/backtest_report.ts";
import type { BacktestWindow, WalkForward } from "../scenario/walk_forward.ts";
import { decimals, textTable } from "./table.ts";

const digits = (value: number) => String(+value.toPrecision(4));
const ends = ([lower, upper]: readonly [number, number]) =>
  `${decimals(lower, 2)} … ${decimals(upper, 2)}`;
const sum = ({ value, interval }: BootstrappedSum) => [decimals(value, 2), ends(interval)];

/** A walk-forward backtest as text. */
export function walkForwardTables(
  { windows, traders }: WalkForward,
  { dt, rebate, fills, others }: {
    readonly dt: number;
    readonly rebate: number;
    readonly fills: "through" | "touch";
    readonly others: WalkForward["traders"];
  },
): string {
  const reports = Object.values(traders);
  return [
    "Believed in each window, from all that came before it:",
    beliefs(windows, dt),
    ...new Set(windows.flatMap(({ influence }) => suspiciousReaches(influence))),
    "Profit in currency, with 95 % intervals from the block bootstrap:",
    profits(reports),
    "The same fills at other maker rebates; 0.005 % is the highest on Binance's futures:",
    rebates(reports),
    "Where it came from:",
    sources(reports),
    "What was traded:",
    trading(reports),
    "Why quotes were filled, in units, and quotes rejected as they crossed the book on arrival:",
    causes(reports),
    "If prints at our very price fill us (touch, first in the queue), or none does (through, last in it):",
    assumed(reports, Object.values(others), fills),
    "Price moves after fills, for the maker, 95 %; – where the windows are too short to say:",
    moves(reports),
    verdict(reports, rebate),
  ].join("\n\n");
}

function beliefs(windows: readonly BacktestWindow[], dt: number): string {
  return textTable([
    ["traded, s", "σ", "A", "k", "γ", "half-spread"],
    ...windows.map(({ from, to, volatility, intensity, riskAversion, halfSpread }) => [
      `${digits(from * dt)} … ${digits(to * dt)}`,
      digits(volatility.value),
      digits(intensity.scale.value),
      digits(intensity.decay.value),
      digits(riskAversion),
      digits(halfSpread),
    ]),
  ]);
}

function profits(reports: readonly BacktestReport[]): string {
  return textTable([
    [
      "trader",
      "profit",
      "profit, 95 %",
      "before fees",
      "before fees, 95 %",
      "above Naive",
      "above Naive, 95 %",
    ],
    ...reports.map(({ name, profit, beforeFees, aboveNaive }) => [
      name,
      ...sum(profit),
      ...sum(beforeFees),
      ...sum(aboveNaive),
    ]),
  ]);
}

function sources(reports: readonly BacktestReport[]): string {
  return textTable([
    [
      "trader",
      "spread",
      "inventory",
      "rebates",
      "fees",
      "crossing",
      "break-even rebate",
      "to close",
    ],
    ...reports.map(({ name, attribution, breakEvenRebate, closingFees }) => [
      name,
      decimals(attribution.spread, 2),
      decimals(attribution.inventory, 2),
      decimals(attribution.rebates, 2),
      decimals(attribution.fees, 2),
      decimals(attribution.crossing, 2),
      breakEvenRebate === null ? "–" : `${decimals(100 * breakEvenRebate, 4)} %`,
      decimals(-closingFees, 2),
    ]),
  ]);
}

function trading(reports: readonly BacktestReport[]): string {
  return textTable([
    ["trader", "fills", "promised", "taker units", "mean |q|", "largest |q|", "final q"],
    ...reports.map((report) => [
      report.name,
      String(report.fills),
      decimals(report.promisedFills, 1),
      String(report.takerUnits),
      decimals(report.meanInventory, 2),
      String(report.largestInventory),
      report.finalInventory.join(", "),
    ]),
  ]);
}

function rebates(reports: readonly BacktestReport[]): string {
  return textTable([
    [
      "trader",
      ...reports[0].profitAt.map(({ rebate }) => `profit at ${+(100 * rebate).toPrecision(6)} %`),
    ],
    ...reports.map(({ name, profitAt }) => [
      name,
      ...profitAt.map(({ profit }) => decimals(profit, 2)),
    ]),
  ]);
}

function causes(reports: readonly BacktestReport[]): string {
  return textTable([
    ["trader", "by prints", "run over by the book", "as a taker", "rejected"],
    ...reports.map(({ name, causes }) => [
      name,
      ...causes
        ? [causes.prints, causes.ranOver, causes.taken, causes.rejected].map((n) =>
          `${+n.toPrecision(6)}`
        )
        : ["–", "–", "–", "–"],
    ]),
  ]);
}

function assumed(
  reports: readonly BacktestReport[],
  others: readonly BacktestReport[],
  fills: "through" | "touch",
): string {
  const [touch, through] = fills === "touch" ? [reports, others] : [others, reports];
  const table = textTable([
    ["trader", "fills, touch", "fills, through", "profit, touch", "profit, through"],
    ...reports.map(({ name }, i) => [
      name,
      String(touch[i].fills),
      String(through[i].fills),
      decimals(touch[i].profit.value, 2),
      decimals(through[i].profit.value, 2),
    ]),
  ]);
  const spread = reports.map(({ name }, i) => {
    const ends = [touch[i].profit.value, through[i].profit.value].sort((a, b) => a - b);
    return `${name} ${decimals(ends[0], 2)} … ${decimals(ends[1], 2)}`;
  });
  return `${table}\n\nWhat is assumption: ${spread.join(", ")}.`;
}

function moves(reports: readonly BacktestReport[]): string {
  return textTable([
    [
      "trader",
      "spread a fill",
      ...reports[0].markouts.map(({ time }) => `after ${digits(time)} s`),
    ],
    ...reports.map(({ name, attribution, fills, markouts }) => [
      name,
      fills === 0 ? "–" : decimals(attribution.spread / fills, 3),
      ...markouts.map(({ mean, interval }) =>
        mean === null
          ? "–"
          : `${decimals(mean, 3)} ± ${
            decimals(interval === null ? null : (interval[1] - interval[0]) / 2, 3)
          }`
      ),
    ]),
  ]);
}

/** Says plainly who loses money, and to what. */
function verdict(reports: readonly BacktestReport[], rebate: number): string {
  const lines = reports.map(({ name, beforeFees, profit }) => {
    const earns = beforeFees.value >= 0 ? "earns" : "loses";
    const sure = beforeFees.interval[0] > 0 || beforeFees.interval[1] < 0
      ? "more than chance explains"
      : "no more than chance explains";
    const after = profit.value >= 0 ? "profit" : "loss";
    return `${name} ${earns} ${decimals(Math.abs(beforeFees.value), 2)} before fees, ${sure}; ` +
      `with a rebate of ${decimals(100 * rebate, 4)} % of notional it ends with a ${after} of ` +
      `${decimals(Math.abs(profit.value), 2)}.`;
  });
  return lines.join("\n");
}

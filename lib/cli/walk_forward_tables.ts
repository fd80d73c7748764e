import { suspiciousReaches } from "../calibration/reach_influence.ts";
import type { QueueRule } from "../scenario/resting_order.ts";
import type { BacktestReport, BootstrappedSum } from "../scenario/backtest_report.ts";
import type { BacktestWindow } from "../scenario/backtest_window.ts";
import type { BothSides } from "../sides.ts";
import type { WalkForward } from "../scenario/walk_forward.ts";
import { fixed, textTable } from "./table.ts";
import { assumed, causes, digits, money, rebates } from "./walk_forward_assumptions.ts";

const ends = ([lower, upper]: readonly [number, number]) => `${money(lower)} … ${money(upper)}`;
const sum = ({ value, interval }: BootstrappedSum) => [money(value), ends(interval)];

/** A walk-forward backtest as text. */
export function walkForwardTables(
  { windows, traders }: WalkForward,
  { dt, rebate, orderSize, byRule }: {
    readonly dt: number;
    readonly rebate: number;
    readonly orderSize: number;
    readonly byRule: Readonly<Record<QueueRule, Pick<WalkForward, "traders">>>;
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
    `What was traded, in units; an order is ${digits(orderSize)}:`,
    trading(reports),
    "Why quotes were filled, in units, and quotes rejected as they crossed the book on arrival:",
    causes(reports),
    "Prints at our very price fill us (touch), fill those before us first (queue), or never do (through):",
    assumed(byRule),
    "Price moves after fills, for the maker, 95 %; – where the windows are too short to say:",
    moves(reports),
    verdict(reports, rebate),
  ].join("\n\n");
}

/** One number, or the bid's and the ask's where they differ. */
function ofSides({ bid, ask }: BothSides): string {
  return bid === ask ? digits(bid) : `${digits(bid)}, ${digits(ask)}`;
}

function beliefs(windows: readonly BacktestWindow[], dt: number): string {
  return textTable([
    ["traded, s", "σ", "A", "k", "γ", "half-spread", "sides alike, p"],
    ...windows.map((window) => [
      `${digits(window.from * dt)} … ${digits(window.to * dt)}`,
      digits(window.volatility.value),
      ofSides(window.scale),
      ofSides(window.decay),
      digits(window.riskAversion),
      digits(window.halfSpread),
      window.comparison === null
        ? "–"
        : digits(window.comparison.exchangedPValue ?? window.comparison.pValue),
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
      money(attribution.spread),
      money(attribution.inventory),
      money(attribution.rebates),
      money(attribution.fees),
      money(attribution.crossing),
      breakEvenRebate === null ? "–" : `${fixed(100 * breakEvenRebate, 4)} %`,
      money(-closingFees),
    ]),
  ]);
}

function trading(reports: readonly BacktestReport[]): string {
  return textTable([
    ["trader", "fills", "promised", "taker units", "mean |q|", "largest |q|", "final q"],
    ...reports.map((report) => [
      report.name,
      digits(report.fills),
      digits(report.promisedFills),
      digits(report.takerUnits),
      digits(report.meanInventory),
      digits(report.largestInventory),
      report.finalInventory.map(digits).join(", "),
    ]),
  ]);
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
      fills === 0 ? "–" : fixed(attribution.spread / fills, 3),
      ...markouts.map(({ mean, interval }) =>
        mean === null
          ? "–"
          : `${fixed(mean, 3)} ± ${
            fixed(interval === null ? null : (interval[1] - interval[0]) / 2, 3)
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
    return `${name} ${earns} ${money(Math.abs(beforeFees.value))} before fees, ${sure}; ` +
      `with a rebate of ${fixed(100 * rebate, 4)} % of notional it ends with a ${after} of ` +
      `${money(Math.abs(profit.value))}.`;
  });
  return lines.join("\n");
}

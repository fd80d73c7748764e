import type { Markout } from "../analysis/markout.ts";
import { suspiciousReaches } from "../calibration/reach_influence.ts";
import type { QueueRule } from "../scenario/resting_order.ts";
import type { BacktestReport, BootstrappedSum } from "../scenario/backtest_report.ts";
import type { BacktestWindow } from "../scenario/backtest_window.ts";
import type { BothSides } from "../sides.ts";
import type { WalkForward } from "../scenario/walk_forward.ts";
import { type Column, digits, fixed, tableOf } from "./table.ts";
import { assumed, causes, money, rebates } from "./walk_forward_assumptions.ts";

/** A sum, and its interval beside it. */
function withInterval(
  heading: string,
  sum: (report: BacktestReport) => BootstrappedSum,
): readonly Column<BacktestReport>[] {
  const ends = ([lower, upper]: BootstrappedSum["interval"]) => `${money(lower)} … ${money(upper)}`;
  return [
    [heading, (report) => money(sum(report).value)],
    [`${heading}, 95 %`, (report) => ends(sum(report).interval)],
  ];
}

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
  return tableOf(windows, [
    ["traded, s", ({ from, to }) => `${digits(from * dt)} … ${digits(to * dt)}`],
    ["σ", ({ volatility }) => digits(volatility.value)],
    ["A", ({ scale }) => ofSides(scale)],
    ["k", ({ decay }) => ofSides(decay)],
    ["γ", ({ riskAversion }) => digits(riskAversion)],
    ["half-spread", ({ halfSpread }) => digits(halfSpread)],
    [
      "sides alike, p",
      ({ comparison }) =>
        comparison === null ? "–" : digits(comparison.exchangedPValue ?? comparison.pValue),
    ],
  ]);
}

function profits(reports: readonly BacktestReport[]): string {
  return tableOf(reports, [
    ["trader", ({ name }) => name],
    ...withInterval("profit", ({ profit }) => profit),
    ...withInterval("before fees", ({ beforeFees }) => beforeFees),
    ...withInterval("above Naive", ({ aboveNaive }) => aboveNaive),
  ]);
}

function sources(reports: readonly BacktestReport[]): string {
  return tableOf(reports, [
    ["trader", ({ name }) => name],
    ["spread", ({ attribution }) => money(attribution.spread)],
    ["inventory", ({ attribution }) => money(attribution.inventory)],
    ["rebates", ({ attribution }) => money(attribution.rebates)],
    ["fees", ({ attribution }) => money(attribution.fees)],
    ["crossing", ({ attribution }) => money(attribution.crossing)],
    [
      "break-even rebate",
      ({ breakEvenRebate }) =>
        breakEvenRebate === null ? "–" : `${fixed(100 * breakEvenRebate, 4)} %`,
    ],
    ["to close", ({ closingFees }) => money(-closingFees)],
  ]);
}

function trading(reports: readonly BacktestReport[]): string {
  return tableOf(reports, [
    ["trader", ({ name }) => name],
    ["fills", ({ fills }) => digits(fills)],
    ["promised", ({ promisedFills }) => digits(promisedFills)],
    ["taker units", ({ takerUnits }) => digits(takerUnits)],
    ["mean |q|", ({ meanInventory }) => digits(meanInventory)],
    ["largest |q|", ({ largestInventory }) => digits(largestInventory)],
    ["final q", ({ finalInventory }) => finalInventory.map((held) => digits(held)).join(", ")],
  ]);
}

function moves(reports: readonly BacktestReport[]): string {
  return tableOf(reports, [
    ["trader", ({ name }) => name],
    [
      "spread a fill",
      ({ attribution, fills }) => fills === 0 ? "–" : fixed(attribution.spread / fills, 3),
    ],
    ...reports[0].markouts.map(({ time }, i): Column<BacktestReport> => [
      `after ${digits(time)} s`,
      ({ markouts }) => moveText(markouts[i]),
    ]),
  ]);
}

function moveText({ mean, interval }: Markout): string {
  if (mean === null) return "–";
  const reach = interval === null ? null : (interval[1] - interval[0]) / 2;
  return `${fixed(mean, 3)} ± ${fixed(reach, 3)}`;
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

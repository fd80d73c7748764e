import { type Attribution, attribution } from "../analysis/attribution.ts";
import {
  blockBootstrap,
  type BlockBootstrapOptions,
  runningSums,
  sumOver,
} from "../analysis/block_bootstrap.ts";
import { type Markout, markouts } from "../analysis/markout.ts";
import { type BootstrapSpread, bootstrapSpread } from "../analysis/bootstrap_spread.ts";
import { summed } from "../analysis/summed.ts";
import { eachValue } from "../each_value.ts";
import type { FillCauses } from "./fill_causes.ts";
import { type Beliefs, promised } from "./promised_fills.ts";
import type { Session } from "../trading/session.ts";

/** A sum over the traded steps, and how it scatters when the steps are drawn again in blocks. */
export interface BootstrappedSum extends BootstrapSpread {
  /** The sum, in currency. */
  readonly value: number;
}

/** What one trader did and got. */
export interface BacktestReport {
  /** The strategy's name. */
  readonly name: string;
  /** Profit with everything in it. */
  readonly profit: BootstrappedSum;
  /** Profit without rebates and fees: what was earned from the market. */
  readonly beforeFees: BootstrappedSum;
  /** Profit above Naive's, on the same steps; all zero for Naive itself. */
  readonly aboveNaive: BootstrappedSum;
  /** Where the profit came from. */
  readonly attribution: Attribution;
  /** The rebate, as a share of notional, at which the profit would be zero; negative where a maker's fee could be paid; null without fills. */
  readonly breakEvenRebate: number | null;
  /** Profit with other rebates than the one traded on, the same fills: 0, 0.005 % and the one asked for. */
  readonly profitAt: readonly { readonly rebate: number; readonly profit: number }[];
  /** Why quotes were filled; null without a recorded market. */
  readonly causes: FillCauses | null;
  /** Units filled at our bids and asks. */
  readonly fills: number;
  /** Units that the fitted intensity promised for the quotes that stood. */
  readonly promisedFills: number;
  /** Units crossed as a taker. */
  readonly takerUnits: number;
  /** Mean of |q| over the steps, in units. */
  readonly meanInventory: number;
  /** Largest |q|, in units. */
  readonly largestInventory: number;
  /** Inventory at the end of each window, in units; valued at the mid. */
  readonly finalInventory: readonly number[];
  /** What closing it as a taker would cost in fees, in currency. */
  readonly closingFees: number;
  /** Price moves after fills: negative where the flow was toxic. */
  readonly markouts: readonly Markout[];
}

/** What the reports need beside the sessions. */
interface ReportOptions {
  readonly believed: readonly Beliefs[];
  readonly horizons: readonly number[];
  readonly fee: number;
  readonly rebates: readonly number[];
  readonly causes: readonly Readonly<Record<string, FillCauses>>[];
  readonly bootstrap: BlockBootstrapOptions;
}

type ByTrader<T> = Readonly<Record<string, T>>;

/** Measures every trader's sessions; the bootstrap draws the same steps for all of them. */
export function backtestReports(
  sessions: ByTrader<readonly Session[]>,
  options: ReportOptions,
): ByTrader<BacktestReport> {
  const sums = eachValue(
    sessions,
    (own) => eachValue(gainsOf(own, sessions.naive), runningSums),
  );
  const drawn = blockBootstrap(
    sums.naive.profit.length - 1,
    options.bootstrap,
    (stretches) => eachValue(sums, (own) => eachValue(own, (sum) => sumOver(stretches, sum))),
  );
  return eachValue(sessions, (own, name) => ({
    ...measured(own, options),
    causes: options.causes.length === 0
      ? null
      : summed(options.causes.map((window) => window[name])),
    ...eachValue(sums[name], (own, what) => ({
      value: own[own.length - 1],
      ...bootstrapSpread(drawn.map((sample) => sample[name][what])),
    })),
  }));
}

/** Gains of every step, as they are, without rebates and fees, and above Naive's. */
function gainsOf(own: readonly Session[], naive: readonly Session[]) {
  const profit = joined(own.map((session) => stepGains(session)));
  const bar = joined(naive.map((session) => stepGains(session)));
  return {
    profit,
    beforeFees: joined(own.map((session) => stepGains(session, true))),
    aboveNaive: profit.map((gain, n) => gain - bar[n]),
  };
}

function joined(columns: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(columns.reduce((sum, { length }) => sum + length, 0));
  let next = 0;
  for (const column of columns) {
    all.set(column, next);
    next += column.length;
  }
  return all;
}

/** Profit of each step, with or without rebates and fees. */
function stepGains({ wealth, rebates, fees }: Session, beforeFees = false): Float64Array {
  return rebates.map((rebate, n) =>
    wealth[n + 1] - wealth[n] - (beforeFees ? rebate - fees[n] : 0)
  );
}

const total = (column: Float64Array) => column.reduce((a, b) => a + b, 0);

function measured(sessions: readonly Session[], options: ReportOptions) {
  const { believed, horizons, fee } = options;
  const sum = (of: (session: Session, i: number) => number) =>
    sessions.reduce((total, session, i) => total + of(session, i), 0);
  const split = summed(sessions.map(attribution));
  const makerNotional = sum(({ bought, sold, bid, ask }) =>
    total(
      bought.map((units, n) =>
        (units > 0 ? units * bid[n] : 0) + (sold[n] > 0 ? sold[n] * ask[n] : 0)
      ),
    )
  );
  const steps = sum(({ grid }) => grid.steps);
  const held = sessions.map(({ inventory }) => inventory.subarray(1).map(Math.abs));
  return {
    name: sessions[0].name,
    attribution: split,
    profitAt: options.rebates.map((rebate) => ({
      rebate,
      profit: split.profit - split.rebates + rebate * makerNotional,
    })),
    breakEvenRebate: makerNotional > 0 ? (split.rebates - split.profit) / makerNotional : null,
    fills: sum(({ bought, sold }) => total(bought) + total(sold)),
    promisedFills: sum((session, i) => session.orderSize * promised(session, believed[i])),
    takerUnits: sum(({ crossed }) => total(crossed.map(Math.abs))),
    meanInventory: held.reduce((s, column) => s + total(column), 0) / steps,
    largestInventory: held.reduce(
      (most, column) => column.reduce((a, b) => Math.max(a, b), most),
      0,
    ),
    finalInventory: sessions.map(({ inventory, grid }) => inventory[grid.steps]),
    closingFees: sum(({ inventory, midPrice, grid }) =>
      fee * Math.abs(inventory[grid.steps] * midPrice[grid.steps])
    ),
    markouts: markouts(sessions, { horizons }),
  };
}

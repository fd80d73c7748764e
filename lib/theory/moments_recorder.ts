import { checkThat } from "../check.ts";
import { gridTimes } from "../time_grid.ts";
import type { PolicyTable } from "../trading/policy_table.ts";
import type { ConditionalMoments } from "./conditional_moments.ts";
import type { Outcome } from "./outcomes.ts";

/** Mean and standard deviation. */
export interface MeanAndDeviation {
  /** The mean. */
  readonly mean: number;
  /** The standard deviation. */
  readonly sd: number;
}

/** Means and standard deviations at the grid's N + 1 times. */
export interface MomentsInTime {
  /** Means. */
  readonly mean: Float64Array<ArrayBuffer>;
  /** Standard deviations. */
  readonly sd: Float64Array<ArrayBuffer>;
}

/** What is expected of one session, summed over its steps; the terms of the P&L identity among them. */
export interface ExpectedTrades {
  /** Units bought by the bid. */
  bought: number;
  /** Units sold by the ask. */
  sold: number;
  /** Units crossed as a taker. */
  takerUnits: number;
  /** Trades as a taker: steps in which anything was crossed, one order or a whole position. */
  takerTrades: number;
  /** Spread earned, in currency. */
  spread: number;
  /** Maker rebates, in currency. */
  rebate: number;
  /** Taker fees, in currency; positive when paid. */
  fee: number;
  /** Crossing costs, in currency; positive when paid. */
  crossing: number;
  /** What inventory gained as the price moved: the mean profit less all of the above. */
  inventoryGain: number;
}

/** How much of the law a table's range leaves out. */
export interface InventoryTruncation {
  /** Largest inventory tabulated, in orders. */
  readonly maxLots: number;
  /** Probability of ever leaving that range; those sessions are missing from every number. */
  readonly lostProbability: number;
}

/** What {@linkcode exactMoments} finds. */
export interface ExactMoments extends MeanAndDeviation {
  /** The strategy's name. */
  readonly name: string;
  /** Final inventory: moments, and its law as values (in units) with their probabilities. */
  readonly finalInventory: MeanAndDeviation & {
    /** Inventories, in units, lowest first. */
    readonly values: Float64Array<ArrayBuffer>;
    /** Their probabilities. */
    readonly probabilities: Float64Array<ArrayBuffer>;
  };
  /** Expected trades, fees and gains of a session. */
  readonly expected: Readonly<ExpectedTrades>;
  /** Grid times. */
  readonly time: Float64Array<ArrayBuffer>;
  /** Wealth gained so far, in currency, at every grid time. */
  readonly wealth: MomentsInTime;
  /** Inventory, in units, at every grid time. */
  readonly inventory: MomentsInTime;
  /** What the table's range leaves out. */
  readonly truncation: InventoryTruncation;
}

/** What is expected of a step, given the inventory: of its outcomes, and of steps with a trade as a taker. */
function meansOf(outcomes: readonly Outcome[]) {
  let bought = 0, sold = 0, crossed = 0, trades = 0, spread = 0, crossing = 0;
  let rebate = 0, rebateSlope = 0, fee = 0, feeSlope = 0;
  for (const outcome of outcomes) {
    const p = outcome.probability;
    bought += p * outcome.bought;
    sold += p * outcome.sold;
    crossed += p * outcome.crossed;
    if (outcome.crossed > 0) trades += p;
    spread += p * outcome.spread;
    crossing += p * outcome.crossing;
    rebate += p * outcome.rebate;
    rebateSlope += p * outcome.rebateSlope;
    fee += p * outcome.fee;
    feeSlope += p * outcome.feeSlope;
  }
  return { bought, sold, crossed, trades, spread, crossing, rebate, rebateSlope, fee, feeSlope };
}

/** Collects an exact recursion's results step by step. */
export function momentsRecorder({ name, grid, maxLots, execution: { orderSize } }: PolicyTable): {
  readonly mark: (n: number, sums: ConditionalMoments) => void;
  readonly trade: (
    i: number,
    outcomes: readonly Outcome[],
    mass: number,
    deviation: number,
  ) => void;
  readonly finish: (sums: ConditionalMoments) => ExactMoments;
} {
  const column = () => new Float64Array(grid.steps + 1);
  const wealth = { mean: column(), sd: column() };
  const inventory = { mean: column(), sd: column() };
  const expected: ExpectedTrades = {
    bought: 0,
    sold: 0,
    takerUnits: 0,
    takerTrades: 0,
    spread: 0,
    rebate: 0,
    fee: 0,
    crossing: 0,
    inventoryGain: 0,
  };
  const known: {
    readonly outcomes: readonly Outcome[];
    readonly means: ReturnType<typeof meansOf>;
  }[] = [];
  let lostProbability = 0;
  const values = Float64Array.from(
    { length: 2 * maxLots + 1 },
    (_, i) => (i - maxLots) * orderSize,
  );

  return {
    mark(n, { mass, profit, profitSquare }) {
      // What left the band in this step is in the place beyond the inventories.
      lostProbability += mass[values.length];
      const kept = 1 - lostProbability;
      let y = 0, yy = 0, q = 0, qq = 0;
      for (let i = 0; i < values.length; i++) {
        y += mass[i] * profit[i];
        q += mass[i] * values[i];
      }
      wealth.mean[n] = y / kept;
      inventory.mean[n] = q / kept;
      for (let i = 0; i < values.length; i++) {
        yy += profitSquare[i] + mass[i] * (profit[i] - wealth.mean[n]) ** 2;
        qq += mass[i] * (values[i] - inventory.mean[n]) ** 2;
      }
      wealth.sd[n] = Math.sqrt(yy / kept);
      inventory.sd[n] = Math.sqrt(qq / kept);
    },
    trade(i, outcomes, mass, deviation) {
      if (known[i]?.outcomes !== outcomes) known[i] = { outcomes, means: meansOf(outcomes) };
      const { means } = known[i];
      const drifted = mass * deviation;
      expected.bought += mass * means.bought;
      expected.sold += mass * means.sold;
      expected.takerUnits += mass * means.crossed;
      expected.takerTrades += mass * means.trades;
      expected.spread += mass * means.spread;
      expected.rebate += mass * means.rebate + drifted * means.rebateSlope;
      expected.fee += mass * means.fee + drifted * means.feeSlope;
      expected.crossing += mass * means.crossing;
    },
    finish(sums) {
      const mean = wealth.mean[grid.steps];
      const { spread, rebate, fee, crossing } = expected;
      // Where nearly everything left the band there is nothing to average: a wider one is tried.
      if (lostProbability < 0.5) {
        checkNumbers(name, mean, wealth.sd[grid.steps] + inventory.sd[grid.steps]);
      }
      return {
        name,
        mean,
        sd: wealth.sd[grid.steps],
        finalInventory: {
          mean: inventory.mean[grid.steps],
          sd: inventory.sd[grid.steps],
          values,
          probabilities: sums.mass.slice(0, values.length),
        },
        expected: { ...expected, inventoryGain: mean - spread - rebate + fee + crossing },
        time: gridTimes(grid),
        wealth,
        inventory,
        truncation: { maxLots, lostProbability },
      };
    },
  };
}

/** Refuses moments that are no numbers: amounts so large that their squares are none. */
function checkNumbers(name: string, mean: number, deviations: number): void {
  const rule = "finite: an amount of money, of units or of time is too large to be counted with";
  checkThat("solve", `mean profit of ${name}`, rule, mean, Number.isFinite(mean));
  checkThat("solve", `deviations of ${name}`, rule, deviations, Number.isFinite(deviations));
}

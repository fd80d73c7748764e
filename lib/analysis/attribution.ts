import { shaped } from "../kinds.ts";
import type { Session, TimeSeries } from "../trading/session.ts";

/** Where a profit came from. Costs are negative, so the five parts sum to the sixth field, the profit. */
export interface Attribution<T = number> {
  /** Spread earned by fills, Σ depth × quantity. */
  readonly spread: T;
  /** Gain of the inventory held, Σ q·ΔS with the inventory after the step's fills. */
  readonly inventory: T;
  /** Maker rebates. */
  readonly rebates: T;
  /** Taker fees, negative when paid. */
  readonly fees: T;
  /** Crossing costs, negative when paid. */
  readonly crossing: T;
  /** Profit W − W_0. */
  readonly profit: T;
}

/**
 * Splits a session's profit into its sources, all in currency:
 *
 * $$W_N - W_0 = \sum\text{spread} + \sum q\,\Delta S + \sum\text{rebates} - \sum\text{fees} - \sum\text{crossing costs}$$
 *
 * The identity holds to rounding on every session.
 *
 * @param session A session.
 * @returns The five parts and the profit.
 *
 * @example Half a point of spread, and two points lost on the unit that was bought
 * ```ts
 * import { attribution, execution, naive, tapeOf, trade } from "@digital-market-maker/lab";
 * import { assertEquals } from "@std/assert";
 *
 * const tape = tapeOf({ horizon: 1, midPrice: [100, 98], buyReach: [-Infinity], sellReach: [1] });
 * const session = trade(tape, { strategy: naive({ halfSpread: 0.5 }), execution: execution() });
 * const { spread, inventory, profit } = attribution(session);
 * assertEquals({ spread, inventory, profit }, { spread: 0.5, inventory: -2, profit: -1.5 });
 * ```
 */
export function attribution(session: Session): Attribution {
  shaped("session")("take attribution", "session", session);
  const { steps } = session.grid;
  const { spread, inventory, rebates, fees, crossing, profit } = attributionSeries(session);
  return {
    spread: spread[steps],
    inventory: inventory[steps],
    rebates: rebates[steps],
    fees: fees[steps],
    crossing: crossing[steps],
    profit: profit[steps],
  };
}

/**
 * The same split at every grid time: what each source has brought so far.
 *
 * @param session A session of N steps.
 * @returns Columns of N + 1 running sums, in currency, each starting at 0.
 */
export function attributionSeries(session: Session): Attribution<TimeSeries> {
  const { grid: { steps }, wealth, inventory, midPrice } = session;
  const runningSum = (gain: (n: number) => number): TimeSeries => {
    const column = new Float64Array(steps + 1);
    for (let n = 0; n < steps; n++) column[n + 1] = column[n] + gain(n);
    return column;
  };
  return {
    spread: runningSum((n) => session.spreadEarned[n]),
    inventory: runningSum((n) => inventory[n + 1] * (midPrice[n + 1] - midPrice[n])),
    rebates: runningSum((n) => session.rebates[n]),
    fees: runningSum((n) => -session.fees[n]),
    crossing: runningSum((n) => -session.crossingCosts[n]),
    profit: wealth.map((value) => value - wealth[0]),
  };
}

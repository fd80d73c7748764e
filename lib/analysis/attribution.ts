import { shaped } from "../kinds.ts";
import type { Session } from "../trading/session.ts";

/** Where a profit came from. Costs are negative, so the five parts sum to the sixth field, the profit. */
export interface Attribution {
  /** Spread earned by fills, Σ depth × quantity. */
  readonly spread: number;
  /** Gain of the inventory held, Σ q·ΔS with the inventory after the step's fills. */
  readonly inventory: number;
  /** Maker rebates. */
  readonly rebates: number;
  /** Taker fees, negative when paid. */
  readonly fees: number;
  /** Crossing costs, negative when paid. */
  readonly crossing: number;
  /** Profit W − W_0. */
  readonly profit: number;
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
  const { wealth, inventory, midPrice, spreadEarned, rebates, fees, crossingCosts } = session;
  const { steps } = session.grid;
  const sum = (gain: (n: number) => number) => {
    let total = 0;
    for (let n = 0; n < steps; n++) total += gain(n);
    return total;
  };
  return {
    spread: sum((n) => spreadEarned[n]),
    inventory: sum((n) => inventory[n + 1] * (midPrice[n + 1] - midPrice[n])),
    rebates: sum((n) => rebates[n]),
    fees: sum((n) => -fees[n]),
    crossing: sum((n) => -crossingCosts[n]),
    profit: wealth[steps] - wealth[0],
  };
}

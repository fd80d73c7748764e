/** Random markets and traders for the GPU, and the twin that trades them on the processor in doubles. */
import {
  arithmeticBrownian,
  drawTape,
  geometricBrownian,
  type Market,
  poissonFlow,
  type Session,
  trade,
  type Trader,
} from "@digital-market-maker/lab";
import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { philoxStreams } from "../../../lib/monte_carlo/gpu/philox_streams.ts";
import { ownColumn } from "../../../lib/monte_carlo/columns.ts";
import { recordFinals } from "../../../lib/monte_carlo/finals.ts";
import { blankFinals, type Finals } from "../../../lib/monte_carlo/result.ts";
import { tabulatedTraders } from "../../trading/random_trades.ts";

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });

const markets: fc.Arbitrary<Market> = fc.record({
  flow: fc.record({
    scale: fc.oneof(number(0, 2), fc.constant(50)),
    decay: number(0.3, 3),
    fills: fc.constantFrom("first-order" as const, "exact" as const),
    flowBias: fc.constantFrom(0, 0, 0.1, -1),
  }).map(poissonFlow),
  price: fc.record({
    geometric: fc.boolean(),
    initialPrice: number(1, 150),
    volatility: number(0.01, 2),
    drift: number(-0.2, 0.2),
  }).map(({ geometric, volatility, ...rest }) =>
    geometric
      ? geometricBrownian({ ...rest, volatility: volatility / 20 })
      : arithmeticBrownian({ ...rest, volatility })
  ),
});

/** Markets, clocks and one to three traders on any terms; the first path anywhere. */
export const worlds = fc.record({
  market: markets,
  grid: fc.record({ horizon: number(0.5, 60), steps: fc.integer({ min: 1, max: 60 }) }),
  traders: fc.array(tabulatedTraders, { minLength: 1, maxLength: 3 }),
  seed: fc.integer(),
  firstPath: fc.constantFrom(0, 17, 2 ** 32 - 2, 2 ** 40),
});

/** The session of a path on the tape that the shader trades, in doubles. */
export function twinOf(
  { market, grid, seed }: Pick<Scene, "market" | "grid" | "seed">,
  trader: Trader,
  path: number,
): Session {
  return trade(drawTape(market, grid, philoxStreams(seed), path), trader);
}

interface Scene {
  readonly market: Market;
  readonly grid: Session["grid"];
  readonly seed: string | number;
}

/**
 * Inventories are the session's exactly, and money is to float32's rounding: a few parts in 10⁷ of what the
 * steps gained and lost, all together.
 */
export function assertIsTwin(finals: Finals, at: number, session: Session): void {
  const twin = blankFinals(1, true, ownColumn);
  recordFinals(session, twin, 0);
  for (const column of ["finalInventory", "lowestInventory", "highestInventory"] as const) {
    assertEquals(finals[column][at] + 0, twin[column][0] + 0, column);
  }
  assert(Math.abs(finals.takerUnits[at] - twin.takerUnits[0]) < 1e-9, "takerUnits");
  const { wealth } = session;
  const moved = wealth.reduce((sum, w, n) => n === 0 ? 0 : sum + Math.abs(w - wealth[n - 1]), 0);
  const off = Math.abs(finals.profit[at] - twin.profit[0]);
  assert(off <= 1e-5 * moved + 1e-6, `profit ${finals.profit[at]} is not ${twin.profit[0]}`);
  const sharpe = twin.stepSharpe[0];
  // Beyond, all gains are one number but for rounding.
  if (!(Math.abs(sharpe) < 100)) return;
  const sharpeOff = Math.abs(finals.stepSharpe[at] - sharpe);
  assert(
    sharpeOff <= 1e-3 * (1 + Math.abs(sharpe)),
    `Sharpe ${finals.stepSharpe[at]}, not ${sharpe}`,
  );
}

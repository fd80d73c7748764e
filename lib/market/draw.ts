import { checkThat, checkWhole } from "../check.ts";
import { randomStreams, shaped } from "../kinds.ts";
import type { Streams } from "../random/streams.ts";
import { checkGrid, type TimeGrid } from "../time_grid.ts";
import type { OrderFlow } from "./order_flow.ts";
import { priceDrawer, type PriceProcess } from "./price_process.ts";
import { blankTape, type Tape } from "./tape.ts";

/** A market: how the mid-price moves, and how market orders arrive. */
export interface Market {
  /** How the mid-price moves. */
  readonly price: PriceProcess;
  /** How market orders arrive and how far they reach. */
  readonly flow: OrderFlow;
}

/**
 * Draws one tape of a market: prices from the stream `"price"`, orders from the stream `"flow"`.
 *
 * The same seed and path give the same tape, whoever trades it and whatever was drawn before.
 *
 * @param market Price process and order flow.
 * @param grid The session's clock.
 * @param random Streams of a seed.
 * @param path The path's number, a whole number >= 0. @default {0}
 * @returns The tape.
 * @throws {TypeError} Where an argument is something else.
 * @throws {RangeError} Where the path is not a whole number >= 0, or a drawn price is not finite.
 *
 * @example
 * ```ts
 * import { arithmeticBrownian, drawTape, poissonFlow, streams, timeGrid } from "@digital-market-maker/lab";
 * import { assertEquals } from "@std/assert";
 *
 * const market = {
 *   price: arithmeticBrownian({ initialPrice: 100, volatility: 2 }),
 *   flow: poissonFlow({ scale: 140, decay: 1.5 }),
 * };
 * const grid = timeGrid({ horizon: 1, steps: 200 });
 * assertEquals(drawTape(market, grid, streams(1), 17), drawTape(market, grid, streams("1"), 17));
 * ```
 */
export function drawTape(market: Market, grid: TimeGrid, random: Streams, path = 0): Tape {
  const action = "draw a tape";
  shaped("market")(action, "market", market);
  checkGrid(action, "grid", grid);
  randomStreams(action, "random", random);
  checkWhole(action, "path", path, 0);
  const tape = drawnTape(market, grid, random, path);
  const missing = tape.midPrice.findIndex((price) => !Number.isFinite(price));
  const drawn = `midPrice[${missing}] of ${market.price.name}`;
  checkThat(action, drawn, "a finite number", tape.midPrice[missing], missing < 0);
  return tape;
}

/** {@linkcode drawTape} where all was checked before: for loops over many paths. */
export function drawnTape(market: Market, grid: TimeGrid, random: Streams, path: number): Tape {
  const tape = blankTape(grid);
  priceDrawer(market.price, grid)(random("price", path), tape.midPrice);
  market.flow.draw(random("flow", path), tape);
  return random.seed === undefined ? tape : { ...tape, drawn: { seed: random.seed, path } };
}

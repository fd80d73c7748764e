import { sessionList } from "../../kinds.ts";
import { checkKeys, checkThat } from "../../check.ts";
import type { Session } from "../../trading/session.ts";
import { extent } from "../chart/ticks.ts";
import { type Figure, figure } from "../figure.ts";
import { sharedPoints, thinnedTogether } from "../thin.ts";
import { timeAxis } from "../units.ts";
import {
  inventoryFigureKeys,
  type InventoryFigureOptions,
  inventoryPanel,
  inventoryWords,
} from "./inventory.ts";
import { averageQuote, quotesPanel } from "./quotes.ts";
import { wealthPanel, wealthWords } from "./wealth.ts";

/**
 * The three-panel dashboard of one or two strategies on one tape: price with quotes and fills, inventory,
 * wealth.
 *
 * Quotes and fills are those of the last session, so that they can be told apart: put the strategy under
 * study last. Where the spread is so small against the price's range that bid, mid and ask would be one
 * line, a click in the legend brings the quotes: for a look from near by. The pointer tells of one step at
 * a time: what stood, and what was done then.
 *
 * @param sessions One session, or two on the same tape.
 * @param options Limit, units and words.
 * @returns The figure.
 * @throws {TypeError} Where there is no session.
 * @throws {RangeError} Where there are more than two.
 *
 * @example
 * ```ts
 * import { drawTape, scenario, streams, trade } from "@digital-market-maker/lab";
 * import { dashboardFigure } from "@digital-market-maker/lab/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * const { market, grid, traders } = scenario("readme");
 * const tape = drawTape(market, grid, streams(1));
 * const sessions = [trade(tape, traders.naive), trade(tape, traders.as)];
 * const chart = dashboardFigure(sessions, { limit: 5 });
 * assertEquals(new Set(chart.data.map(({ yaxis }) => yaxis)), new Set(["y", "y2", "y3"]));
 * ```
 */
export function dashboardFigure(
  sessions: readonly Session[],
  options: InventoryFigureOptions = {},
): Figure {
  const action = "build dashboardFigure";
  sessionList(action, "sessions", sessions);
  checkKeys<InventoryFigureOptions>(action, options, inventoryFigureKeys);
  checkThat(action, "sessions", "one or two", sessions.length, sessions.length <= 2);
  const { units } = options;
  const last = sessions[sessions.length - 1];
  // One choice of steps for every line: what the pointer tells is then of one step.
  const kept = thinnedTogether(
    [last.midPrice, ...sessions.flatMap(({ inventory, wealth }) => [inventory, wealth])],
    last.time.length > sharedPoints(last.time.length) ? LONG : last.time.length,
  );
  const price = quotesPanel(last, {
    relative: false,
    units,
    fills: true,
    from: 0,
    to: last.grid.horizon,
    reservation: false,
    quotesShown: legible(last),
    kept,
  });
  const wealth = wealthPanel(sessions, options, kept);
  const names = sessions.map(({ name }) => name).join(" and ");
  return figure({
    panels: [
      { ...price, share: 0.44 },
      { ...inventoryPanel(sessions, options, kept), share: 0.26 },
      { ...wealth, marks: wealth.marks.map((mark) => ({ ...mark, listed: false })), share: 0.3 },
    ],
    x: timeAxis(units, [0, last.grid.horizon]),
    title: options.title ?? `${names}: one session`,
    caption: options.caption ??
      `Three panels over time. Price with the quotes and fills of ${last.name}. ` +
        `${inventoryWords(sessions)} ${wealthWords(sessions, units)}`,
    height: options.height,
  });
}

/** Most steps of a long session that its seven lines keep together. */
const LONG = 280;

/** Smallest spread that can be seen, as a share of the price's range. */
const SEEN = 0.025;

function legible(session: Session): boolean {
  const [low, high] = extent(session.midPrice);
  return averageQuote(session).spread > SEEN * (high - low);
}

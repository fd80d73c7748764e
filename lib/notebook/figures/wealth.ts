import { roles, units } from "../chart_kinds.ts";
import { sessionList } from "../../kinds.ts";
import { checkKeys } from "../../check.ts";
import type { Session } from "../../trading/session.ts";
import type { Panel } from "../chart/chart.ts";
import { line } from "../chart/marks/line.ts";
import { type Figure, figure, figureTextKeys } from "../figure.ts";
import { readable } from "../numbers.ts";
import { timeAxis, type Units, unitsOf } from "../units.ts";
import { sessionLooks, type SessionsFigureOptions } from "./inventory.ts";

/**
 * Wealth over time, marked at the mid, of one strategy or several.
 *
 * @param sessions Sessions of one clock.
 * @param options Words and units.
 * @returns The figure.
 * @throws {TypeError} Where there is no session.
 *
 * @example
 * ```ts
 * import { drawTape, scenario, streams, trade } from "@digital-market-maker/lab";
 * import { wealthFigure } from "@digital-market-maker/lab/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * const { market, grid, traders } = scenario("readme");
 * const chart = wealthFigure([trade(drawTape(market, grid, streams(1)), traders.as)]);
 * assertEquals(chart.layout.yaxis.title?.text, "Wealth ($)");
 * ```
 */
export function wealthFigure(
  sessions: readonly Session[],
  options: SessionsFigureOptions = {},
): Figure {
  checkKeys<SessionsFigureOptions>("build wealthFigure", options, {
    ...figureTextKeys,
    roles,
    units,
  });
  sessionList("build wealthFigure", "sessions", sessions);
  return figure({
    ...wealthPanel(sessions, options),
    title: options.title ?? "Wealth over the session",
    caption: options.caption ?? wealthWords(sessions, options.units),
    x: timeAxis(options.units, [0, sessions[0].grid.horizon]),
    height: options.height,
  });
}

/** The panel of {@linkcode wealthFigure}. */
export function wealthPanel(
  sessions: readonly Session[],
  { units, roles }: SessionsFigureOptions = {},
  kept?: readonly number[],
): Panel {
  const found = sessionLooks(sessions, roles);
  const { price } = unitsOf(units);
  return {
    y: { label: "Wealth", unit: price },
    marks: sessions.map(({ name, time, wealth }, i) =>
      line({ name, x: time, y: wealth, look: found[i], unit: price, kept, group: name })
    ),
  };
}

/** How the wealth ended, in words. */
export function wealthWords(sessions: readonly Session[], units?: Units): string {
  const { price } = unitsOf(units);
  const each = sessions.map(({ name, wealth }) =>
    `${name} ends at ${readable(wealth[wealth.length - 1])} ${price}`
  );
  return `Wealth over time: ${each.join("; ")}.`;
}

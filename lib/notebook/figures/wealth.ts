import type { Session } from "../../trading/session.ts";
import type { Figure, FigureText } from "../figure.ts";
import { lineTrace } from "../lines.ts";
import { readable } from "../numbers.ts";
import { axisOf, type Panel, panelFigure, timeAxis, type Units } from "../panel.ts";
import { looksOf } from "../theme.ts";
import { checkSessions } from "../sessions.ts";

/** What {@linkcode wealthFigure} shows beside the sessions. */
export interface WealthFigureOptions extends FigureText {
  /** Units of price and time. */
  readonly units?: Units;
}

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
  options: WealthFigureOptions = {},
): Figure {
  checkSessions("build wealthFigure", sessions);
  return panelFigure(wealthPanel(sessions, options), {
    title: options.title ?? "Wealth over the session",
    caption: options.caption ?? wealthWords(sessions, options.units),
    xaxis: timeAxis(options.units, [0, sessions[0].grid.horizon]),
    height: options.height,
  });
}

/** The panel of {@linkcode wealthFigure}. */
export function wealthPanel(
  sessions: readonly Session[],
  { units: { price = "$" } = {} }: WealthFigureOptions = {},
  most?: number,
): Panel {
  const found = looksOf(sessions.map(({ name }) => name));
  return {
    traces: sessions.map((session, i) =>
      lineTrace({
        name: session.name,
        x: session.time,
        y: session.wealth,
        look: found[i],
        unit: price,
        most,
        more: { legendgroup: session.name },
      })
    ),
    yaxis: axisOf({ label: "Wealth", unit: price }),
  };
}

/** How the wealth ended, in words. */
export function wealthWords(
  sessions: readonly Session[],
  { price = "$" }: Units = {},
): string {
  const each = sessions.map(({ name, wealth }) =>
    `${name} ends at ${readable(wealth[wealth.length - 1])} ${price}`
  );
  return `Wealth over time: ${each.join("; ")}.`;
}

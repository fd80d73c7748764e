import type { Session } from "../../trading/session.ts";
import type { Figure, FigureText } from "../figure.ts";
import { lineTrace } from "../lines.ts";
import { readable } from "../numbers.ts";
import { axisOf, levelLine, type Panel, panelFigure, timeAxis, type Units } from "../panel.ts";
import { extent } from "../sample.ts";
import { checkSessions } from "../sessions.ts";
import { looksOf } from "../theme.ts";

/** What {@linkcode inventoryFigure} shows beside the sessions. */
export interface InventoryFigureOptions extends FigureText {
  /** Inventory limit, in units: lines at ± the limit. @default {none} */
  readonly limit?: number;
  /** Units of price and time. */
  readonly units?: Units;
}

/**
 * Inventory over time, of one strategy or several.
 *
 * @param sessions Sessions of one clock.
 * @param options Limit and words.
 * @returns The figure.
 * @throws {TypeError} Where there is no session.
 *
 * @example
 * ```ts
 * import { drawTape, scenario, streams, trade } from "@digital-market-maker/lab";
 * import { inventoryFigure } from "@digital-market-maker/lab/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * const { market, grid, traders } = scenario("readme");
 * const tape = drawTape(market, grid, streams(1));
 * const sessions = [trade(tape, traders.naive), trade(tape, traders.as)];
 * const chart = inventoryFigure(sessions, { limit: 5 });
 * assertEquals(chart.data.map(({ name }) => name), ["Naive", "Avellaneda–Stoikov"]);
 * ```
 */
export function inventoryFigure(
  sessions: readonly Session[],
  options: InventoryFigureOptions = {},
): Figure {
  checkSessions("build inventoryFigure", sessions);
  return panelFigure(inventoryPanel(sessions, options), {
    title: options.title ?? "Inventory over the session",
    caption: options.caption ?? inventoryWords(sessions),
    xaxis: timeAxis(options.units, [0, sessions[0].grid.horizon]),
    height: options.height,
  });
}

/** The panel of {@linkcode inventoryFigure}. */
export function inventoryPanel(
  sessions: readonly Session[],
  { limit }: InventoryFigureOptions = {},
  most?: number,
): Panel {
  const found = looksOf(sessions.map(({ name }) => name));
  const lines = limit === undefined || !Number.isFinite(limit)
    ? { shapes: [], annotations: [] }
    : [levelLine(limit, "limit"), levelLine(-limit, "")].reduce((a, b) => ({
      shapes: [...a.shapes, ...b.shapes],
      annotations: [...a.annotations, ...b.annotations],
    }));
  return {
    traces: sessions.map((session, i) =>
      lineTrace({
        name: session.name,
        x: session.time,
        y: session.inventory,
        look: found[i],
        unit: "units",
        shape: "hv",
        most,
        more: { legendgroup: session.name },
      })
    ),
    yaxis: axisOf({ label: "Inventory q", unit: "units" }),
    ...lines,
  };
}

/** What the inventories did, in words. */
export function inventoryWords(sessions: readonly Session[]): string {
  const each = sessions.map(({ name, inventory }) => {
    const [low, high] = extent(inventory).map((value) => readable(value));
    const end = readable(inventory[inventory.length - 1]);
    return `${name} holds between ${low} and ${high} units and ends with ${end}`;
  });
  return `Inventory over time: ${each.join("; ")}.`;
}

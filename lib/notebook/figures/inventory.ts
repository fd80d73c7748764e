import { roles, units } from "../chart_kinds.ts";
import { maybe, number, sessionList } from "../../kinds.ts";
import { checkKeys, type KeysOf } from "../../check.ts";
import type { Session } from "../../trading/session.ts";
import type { Panel } from "../chart/chart.ts";
import { line } from "../chart/marks/line.ts";
import { extent } from "../chart/ticks.ts";
import { type Figure, figure, type FigureText, figureTextKeys } from "../figure.ts";
import { readable } from "../numbers.ts";
import { levelRule } from "../references.ts";
import { type Look, looksOf, type Role } from "../theme.ts";
import { timeAxis, type Units } from "../units.ts";

/** What every figure of sessions can be told of them. */
export interface SessionsFigureOptions extends FigureText {
  /** What the sessions' strategies are, in order: it chooses the colours. @default {as each session says itself} */
  readonly roles?: readonly (Role | undefined)[];
  /** Units of price and time. */
  readonly units?: Units;
}

/** What {@linkcode inventoryFigure} shows beside the sessions. */
export interface InventoryFigureOptions extends SessionsFigureOptions {
  /** Inventory limit, in units: lines at ± the limit. @default {none} */
  readonly limit?: number;
}

/** What the options of a chart of inventories are. */
export const inventoryFigureKeys: KeysOf<InventoryFigureOptions> = {
  ...figureTextKeys,
  limit: maybe(number),
  roles,
  units,
};

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
  checkKeys<InventoryFigureOptions>("build inventoryFigure", options, inventoryFigureKeys);
  sessionList("build inventoryFigure", "sessions", sessions);
  return figure({
    ...inventoryPanel(sessions, options),
    title: options.title ?? "Inventory over the session",
    caption: options.caption ?? inventoryWords(sessions),
    x: timeAxis(options.units, [0, sessions[0].grid.horizon]),
    height: options.height,
  });
}

/** The panel of {@linkcode inventoryFigure}. */
export function inventoryPanel(
  sessions: readonly Session[],
  { limit, roles }: InventoryFigureOptions = {},
  kept?: readonly number[],
): Panel {
  const found = sessionLooks(sessions, roles);
  return {
    y: { label: "Inventory q", unit: "units" },
    marks: [
      ...(limit === undefined || !Number.isFinite(limit)
        ? []
        : [levelRule(limit, "limit"), levelRule(-limit, "")]),
      ...sessions.map(({ name, time, inventory }, i) =>
        line({
          name,
          x: time,
          y: inventory,
          look: found[i],
          unit: "units",
          shape: "hv",
          kept,
          group: name,
        })
      ),
    ],
  };
}

/** The looks of sessions: of the roles that are asked for, else of those that their strategies have. */
export function sessionLooks(
  sessions: readonly Session[],
  roles: readonly (Role | undefined)[] = [],
): readonly Look[] {
  return looksOf(sessions.map(({ family }, i) => roles[i] ?? family));
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

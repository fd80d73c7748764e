import type { Session } from "../../trading/session.ts";
import { line } from "../chart/marks/line.ts";
import { rule } from "../chart/marks/rule.ts";
import { roundRange } from "../chart/ticks.ts";
import { type Look, looks } from "../theme.ts";
import { dot, type SceneChart } from "./scene_charts.ts";

/** One trader's day. */
export interface TradersDay {
  readonly name: string;
  readonly look: Look;
  readonly session: Session;
}

/** The days that are drawn together, and how much of them. */
export interface DayChartsParts {
  /** Days on one tape, the first below the others. */
  readonly days: readonly TradersDay[];
  /** Steps traded so far. */
  readonly step: number;
  /** Steps whose values the axes hold: the whole day, so that nothing jumps, or what the reader may know. */
  readonly held: number;
  /** Values that the axes hold besides. */
  readonly besides: Readonly<Record<"midPrice" | "inventory" | "wealth", readonly number[]>>;
  /** Levels of the inventory worth a line, and their name. */
  readonly limit?: { readonly name: string; readonly units: number };
}

/** The three charts of a day, as far as it has come: price, inventory, wealth. */
export function dayCharts(
  { days, step, held, besides, limit }: DayChartsParts,
): readonly SceneChart[] {
  const { session: { grid } } = days[0];
  const time = Array.from({ length: step + 1 }, (_, n) => n);
  const range = (column: "midPrice" | "inventory" | "wealth") =>
    roundRange([
      ...days.flatMap(({ session }) => [...session[column].subarray(0, held + 1)]),
      ...besides[column],
    ]);
  const grown = (name: string, look: Look, column: Float64Array, shape: "linear" | "hv") => [
    line({
      name,
      look,
      shape,
      x: time,
      y: column.subarray(0, step + 1),
    }),
    dot(look, time[step], column[step], 8),
  ];
  const all = (column: "inventory" | "wealth", shape: "linear" | "hv") =>
    days.flatMap(({ name, look, session }) => grown(name, look, session[column], shape));
  const level = (value: number, look: Look, name?: string) =>
    rule({ axis: "y", value, name, look: { ...look, width: 1 } });
  const edge = { ...looks.other, dash: "2px,4px" };
  const edges = limit === undefined
    ? []
    : [level(limit.units, edge, limit.name), level(-limit.units, edge)];
  const chart = (title: string, y: SceneChart["y"], marks: SceneChart["marks"]): SceneChart => ({
    title,
    height: 240,
    x: { label: "Step", range: [0, grid.steps] },
    y,
    marks,
  });
  return [
    chart(
      "Price",
      { label: "Mid-price", unit: "$", range: range("midPrice") },
      grown("mid", looks.mid, days[0].session.midPrice, "linear"),
    ),
    chart(
      "Inventory",
      { label: "q", unit: "units", range: range("inventory") },
      [level(0, looks.mid), ...edges, ...all("inventory", "hv")],
    ),
    chart(
      "Wealth gained",
      { label: "Wealth", unit: "$", range: range("wealth") },
      [level(0, looks.mid), ...all("wealth", "linear")],
    ),
  ];
}

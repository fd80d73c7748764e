import type { Chart, Panel } from "../chart/chart.ts";
import { line } from "../chart/marks/line.ts";
import { points } from "../chart/marks/points.ts";
import { rule } from "../chart/marks/rule.ts";
import { roundRange } from "../chart/ticks.ts";
import { type Look, looks } from "../theme.ts";
import type { SessionPlayerModel } from "./session_player_model.ts";

/**
 * The three charts of the day, as far as it has come: price, inventory, wealth. Their axes hold the whole
 * day from the start, so that nothing jumps while they grow.
 */
export function dayCharts({ sessions: { naive, as }, step }: SessionPlayerModel): readonly Chart[] {
  const { time, midPrice } = as;
  const grown = (name: string, look: Look, column: Float64Array, shape: "linear" | "hv") => [
    line({
      name,
      look,
      shape,
      x: time.subarray(0, step + 1),
      y: column.subarray(0, step + 1),
    }),
    points({ name: "now", listed: false, look, size: 8, x: [time[step]], y: [column[step]] }),
  ];
  const both = (column: "inventory" | "wealth", shape: "linear" | "hv") => [
    ...grown("Naive", looks.naive, naive[column], shape),
    ...grown("AS", looks.as, as[column], shape),
  ];
  const level = (value: number, look: Look, name?: string) =>
    rule({ axis: "y", value, name, look: { ...look, width: 1 } });
  const limit = { ...looks.other, dash: "2px,4px" };
  const chart = (title: string, y: Panel["y"], marks: Panel["marks"]): Chart => ({
    title,
    height: 240,
    x: { label: "Step", range: [0, as.grid.steps] },
    panels: [{ y, marks }],
  });
  return [
    chart(
      "Price",
      { label: "Mid-price", unit: "$", range: roundRange(midPrice) },
      grown("mid", looks.mid, midPrice, "linear"),
    ),
    chart(
      "Inventory",
      {
        label: "q",
        unit: "units",
        range: roundRange([...naive.inventory, ...as.inventory, -6, 6]),
      },
      [
        level(0, looks.mid),
        level(5, limit, "limit of AS"),
        level(-5, limit),
        ...both("inventory", "hv"),
      ],
    ),
    chart(
      "Wealth gained",
      { label: "Wealth", unit: "$", range: roundRange([...naive.wealth, ...as.wealth]) },
      [level(0, looks.mid), ...both("wealth", "linear")],
    ),
  ];
}

import { units } from "../chart_kinds.ts";
import { maybe, number, shaped } from "../../kinds.ts";
import { checkKeys, checkOneOf } from "../../check.ts";
import type { PolicyTable } from "../../trading/policy_table.ts";
import { type Figure, type FigureText, figureTextKeys } from "../figure.ts";
import { spread } from "../thin.ts";
import { type Units, unitsOf } from "../units.ts";
import { heatMapFigure } from "./heat_map.ts";

/** Which number of a policy is shown; its lean is how far the centre of its quotes stands from the mid, r − S. */
export type PolicyQuantity =
  | "bid depth"
  | "ask depth"
  | "spread"
  | "lean"
  | "bid fill probability"
  | "ask fill probability";

/** What {@linkcode depthsFigure} shows of the table. */
export interface DepthsFigureOptions extends FigureText {
  /** The number shown. @default {"bid depth"} */
  readonly quantity?: PolicyQuantity;
  /** Largest inventory shown, in orders. @default {the table's, at most 20} */
  readonly maxLots?: number;
  /** Units of price and time. */
  readonly units?: Units;
}

/** Each number at a place of the table. */
const quantities: Readonly<Record<PolicyQuantity, (table: PolicyTable, at: number) => number>> = {
  "bid depth": ({ bidDepth }, at) => bidDepth[at],
  "ask depth": ({ askDepth }, at) => askDepth[at],
  spread: ({ bidDepth, askDepth }, at) => bidDepth[at] + askDepth[at],
  lean: ({ bidDepth, askDepth }, at) => (askDepth[at] - bidDepth[at]) / 2,
  "bid fill probability": ({ bidFill }, at) => bidFill[at],
  "ask fill probability": ({ askFill }, at) => askFill[at],
};
const MOST_COLUMNS = 40;

/**
 * A policy as a map over time and inventory: what it quotes in every situation.
 *
 * @param table The policy, tabulated.
 * @param options Which number, how far, words.
 * @returns The figure.
 *
 * @example
 * ```ts
 * import { policyTable, scenario } from "@digital-market-maker/lab";
 * import { depthsFigure } from "@digital-market-maker/lab/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * const table = policyTable(scenario("paper"), "as");
 * const chart = depthsFigure(table, { quantity: "bid depth", maxLots: 10 });
 * assertEquals(chart.layout.yaxis.title?.text, "Inventory q (orders)");
 * ```
 */
export function depthsFigure(table: PolicyTable, options: DepthsFigureOptions = {}): Figure {
  checkKeys<DepthsFigureOptions>("build depthsFigure", options, {
    ...figureTextKeys,
    quantity: true,
    maxLots: maybe(number),
    units,
  });
  shaped("policyTable")("build depthsFigure", "table", table);
  const { quantity = "bid depth" } = options;
  const { price, time } = unitsOf(options.units);
  const words = Object.keys(quantities) as PolicyQuantity[];
  checkOneOf("build depthsFigure", "quantity", quantity, words);
  const lots = Math.min(options.maxLots ?? 20, table.maxLots);
  const inventories = Array.from({ length: 2 * lots + 1 }, (_, i) => i - lots);
  const steps = spread(table.grid.steps, MOST_COLUMNS);
  const values = inventories.map((j) =>
    steps.map((n) => quantities[quantity](table, n * table.stride + j + table.maxLots))
  );
  const probability = quantity.endsWith("probability");
  const label = quantity[0].toUpperCase() + quantity.slice(1);
  return heatMapFigure({
    columns: steps.map((n) => n * table.grid.dt),
    rows: inventories,
    values,
    x: { label: "Time t", unit: time },
    y: { label: "Inventory q", unit: "orders" },
    value: { label, ...(probability ? {} : { unit: price }) },
    ...(quantity === "lean" ? { middle: 0 } : {}),
    title: options.title ?? `${table.name}: ${quantity} by time and inventory`,
    caption: options.caption,
    height: options.height,
  });
}

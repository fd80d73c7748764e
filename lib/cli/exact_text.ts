import { plural } from "../plural.ts";
import { traderLabel } from "../scenario/named_traders.ts";
import type { ExactRow, RefusedRow } from "./exact_rows.ts";
import { printedValue } from "./settings.ts";
import { type Column, digits, fixed, tableOf } from "./table.ts";

/** A row that has numbers. */
export function isSolved(row: ExactRow | RefusedRow): row is ExactRow {
  return "mean" in row;
}

/**
 * Exact results as text.
 *
 * @param rows The rows, in order.
 * @param shown Which parameter is swept, if any, and whether certainty equivalents were asked for.
 */
export function exactTable(
  rows: readonly ExactRow[],
  { key, worth = true }: { readonly key?: string; readonly worth?: boolean } = {},
): string {
  const swept: Column<ExactRow>[] = key === undefined
    ? []
    : [[key, (row) => shownValue(row.value)]];
  const worths: Column<ExactRow>[] = worth
    ? [["worth", (row) => fixed(row.certaintyEquivalent, 2)]]
    : [];
  // Rounding leaves a −1e-16 where the mean is 0; it would be printed as −0.0000.
  const zeroed = (mean: number) => Math.abs(mean) < 5e-5 ? 0 : mean;
  return tableOf(rows, [
    ["strategy", (row) => traderLabel(row.trader)],
    ...swept,
    ["profit", (row) => fixed(row.mean, 4)],
    ["sd", (row) => fixed(row.sd, 4)],
    ["final q", (row) => fixed(zeroed(row.finalInventoryMean), 4)],
    ["sd q", (row) => fixed(row.finalInventorySd, 4)],
    ["taker units", (row) => fixed(row.takerUnits, 4)],
    ["taker trades", (row) => fixed(row.takerTrades, 4)],
    ...worths,
  ]);
}

/** A swept value to five digits, or as it is read. */
function shownValue(value: unknown): string {
  const printed = printedValue(value);
  return typeof printed === "number" ? digits(printed, 5) : String(printed);
}

/** What must be known to read the table. */
export function remarks(
  rows: readonly (ExactRow | RefusedRow)[],
  { judge, worth, key }: {
    /** Risk aversion of the certainty equivalents. */
    readonly judge: number;
    readonly worth: boolean;
    readonly key?: string;
  },
): readonly string[] {
  const solved = rows.filter(isSolved);
  const at = (
    { trader, value }: { readonly trader: ExactRow["trader"]; readonly value: unknown },
  ) => key === undefined ? traderLabel(trader) : `${traderLabel(trader)} at ${shownValue(value)}`;
  const lost = Math.max(0, ...solved.map(({ truncation }) => truncation?.lostProbability ?? 0));
  const widths = new Map<string, number>();
  for (const { trader, truncation } of solved) {
    const name = traderLabel(trader);
    widths.set(name, Math.max(widths.get(name) ?? 0, truncation?.maxLots ?? 0));
  }
  const beyond = [...widths].map(([name, lots]) => `${lots} (${name})`);
  const several = new Intl.ListFormat("en-GB", { type: "disjunction" }).format(beyond);
  const judged = key === "riskAversion" ? "each its own risk aversion" : `risk aversion ${judge}`;
  return [
    ...worth ? [`Worth: the certainty equivalent at ${judged}, in currency.`] : [],
    ...solved.flatMap((row) =>
      row.certaintyEquivalentNote === null ? [] : [`  ${at(row)}: ${row.certaintyEquivalentNote}.`]
    ),
    ...rows.flatMap((row) => isSolved(row) ? [] : [`No result for ${at(row)}: ${row.refused}.`]),
    ...solved.length === 0 ? [] : [
      `Left out: sessions of probability ${lost === 0 ? "0" : lost.toExponential(1)}, ` +
      `with inventories beyond ${several} ${
        plural("order", beyond.length > 1 ? 2 : Math.max(0, ...widths.values()))
      }.`,
    ],
  ];
}

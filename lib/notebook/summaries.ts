import { quantiles } from "../analysis/quantiles.ts";
import { sampleMoments } from "../analysis/sample_moments.ts";
import type { Tape } from "../market/tape.ts";
import type { Finals, MonteCarloResult } from "../monte_carlo/result.ts";
import type { Session } from "../trading/session.ts";
import type { MediaBundle } from "./display.ts";
import { tableBundle } from "./html_table.ts";
import { counted, decimals, extremes, readable } from "./numbers.ts";
import { tableText } from "./shown_table.ts";

/** A tape in a sentence: `tape: 252 steps, 100 → 87.3, seed 42`. Undefined for any other value. */
export function tapeWords(value: unknown): string | undefined {
  if (!has(value, "grid", "midPrice", "buyReach", "sellReach")) return undefined;
  const { grid: { steps }, midPrice, gaps, drawn } = value as Tape;
  const parts = [
    counted(steps, "step"),
    `${readable(midPrice[0])} → ${readable(midPrice[steps])}`,
    ...(drawn === undefined ? [] : [`seed ${drawn.seed}`]),
    ...(drawn === undefined || drawn.path === 0 ? [] : [`path ${drawn.path}`]),
    ...(gaps === undefined || gaps.length === 0 ? [] : [counted(gaps.length, "gap")]),
  ];
  return `tape: ${parts.join(", ")}`;
}

/** A session in a sentence: who traded, how often, what is left, what was earned. */
export function sessionWords(value: unknown): string | undefined {
  if (!has(value, "grid", "name", "wealth", "inventory", "bought", "sold")) return undefined;
  const { name, grid: { steps }, wealth, inventory, bought, sold, crossed } = value as Session;
  const units = (column: ArrayLike<number>) =>
    readable(Array.from(column).reduce((sum, one) => sum + Math.abs(one), 0));
  const taken = crossed.some((one) => one !== 0) ? `, ${units(crossed)} crossed` : "";
  const [least, most] = extremes(inventory);
  return `session of ${name}: ${counted(steps, "step")}, ${units(bought)} bought, ` +
    `${units(sold)} sold${taken}; inventory ${readable(least)} … ${readable(most)}, ${
      readable(inventory[steps])
    } at the end; ` +
    `profit ${decimals(wealth[steps] - wealth[0], 2)}`;
}

/** What `simulate` answers as a table of profits, a row a trader; also one trader's part of it. */
export function simulationBundle(value: unknown): MediaBundle | undefined {
  if (has(value, "paths", "seed", "traders")) {
    const { paths, seed, traders } = value as MonteCarloResult;
    const rows = Object.entries(traders).map(([name, { finals }]) => [name, finals] as const);
    return profits(rows, `Profits of ${counted(paths, "path")}, seed ${seed}`);
  }
  if (has(value, "name", "finals", "sessions")) {
    const { name, finals } = value as { readonly name: string; readonly finals: Finals };
    return profits([[name, finals]], `Profits of ${counted(finals.profit.length, "path")}`);
  }
  if (!has(value, "profit", "finalInventory", "stepSharpe")) return undefined;
  const finals = value as Finals;
  return profits([["", finals]], `Profits of ${counted(finals.profit.length, "path")}`);
}

const levels = [0.05, 0.5, 0.95];

function profits(
  traders: readonly (readonly [string, Finals])[],
  caption: string,
): MediaBundle | undefined {
  if (traders.some(([, { profit }]) => profit.length === 0)) return undefined;
  const columns = ["trader", "mean", "sd", "5 %", "median", "95 %", "sd of final q"];
  const rows = traders.map(([name, { profit, finalInventory }]) => {
    const { mean, sd } = sampleMoments(profit);
    return [name, mean, sd, ...quantiles(profit, levels), sampleMoments(finalInventory).sd];
  });
  const cell = (r: number, c: number) => rows[r][c];
  return tableBundle(tableText({ columns, length: rows.length, cell, caption }));
}

function has(value: unknown, ...names: readonly string[]): boolean {
  return typeof value === "object" && value !== null && names.every((name) => name in value);
}

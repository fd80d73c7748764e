import type { BacktestReport } from "../scenario/backtest_report.ts";
import type { QueueRule } from "../scenario/resting_order.ts";
import type { WalkForward } from "../scenario/walk_forward.ts";
import { fixed, textTable } from "./table.ts";

/** A number to four digits. */
export const digits = (value: number) => String(+value.toPrecision(4));

/** Money to the cent, or to three digits where it is less than a unit. */
export const money = (value: number) =>
  Number.isFinite(value) && value !== 0 && Math.abs(value) < 1
    ? String(+value.toPrecision(3))
    : fixed(value, 2);

/** Profits at other rebates. */
export function rebates(reports: readonly BacktestReport[]): string {
  return textTable([
    [
      "trader",
      ...reports[0].profitAt.map(({ rebate }) => `profit at ${+(100 * rebate).toPrecision(6)} %`),
    ],
    ...reports.map(({ name, profitAt }) => [
      name,
      ...profitAt.map(({ profit }) => money(profit)),
    ]),
  ]);
}

/** Why quotes were filled. */
export function causes(reports: readonly BacktestReport[]): string {
  return textTable([
    ["trader", "by prints", "run over by the book", "share met", "as a taker", "rejected"],
    ...reports.map(({ name, causes }) => {
      if (causes === null) return [name, "–", "–", "–", "–", "–"];
      const { prints, ranOver, missed, taken, rejected } = causes;
      const asked = prints + missed;
      const met = asked > 0 ? `${fixed(100 * prints / asked, 0)} %` : "–";
      return [name, digits(prints), digits(ranOver), met, digits(taken), String(rejected)];
    }),
  ]);
}

/** The same quotes under each rule of fills. */
export function assumed(byRule: Readonly<Record<QueueRule, Pick<WalkForward, "traders">>>): string {
  const { touch, queue, through } = byRule;
  const all = [touch, queue, through].map(({ traders }) => Object.values(traders));
  const table = textTable([
    [
      "trader",
      "units, touch",
      "queue",
      "through",
      "profit, touch",
      "profit, queue",
      "profit, through",
    ],
    ...all[0].map(({ name }, i) => [
      name,
      ...all.map((reports) => digits(reports[i].fills)),
      ...all.map((reports) => money(reports[i].profit.value)),
    ]),
  ]);
  const spread = all[0].map(({ name }, i) => {
    const ends = all.map((reports) => reports[i].profit.value);
    return `${name} ${money(Math.min(...ends))} … ${money(Math.max(...ends))}`;
  });
  return `${table}\n\nWhat is assumption, not market: ${spread.join(", ")}.`;
}

import { eachValue } from "../each_value.ts";
import type { BacktestReport } from "../scenario/backtest_report.ts";
import type { QueueRule } from "../scenario/resting_order.ts";
import type { WalkForward } from "../scenario/walk_forward.ts";
import type { FillCauses } from "../scenario/fill_causes.ts";
import { type Column, digits, fixed, tableOf } from "./table.ts";

/** Money to the cent, or to three digits where it is less than a unit. */
export const money = (value: number) =>
  value !== 0 && Math.abs(value) < 1 ? digits(value, 3) : fixed(value, 2);

/** Profits at other rebates. */
export function rebates(reports: readonly BacktestReport[]): string {
  return tableOf(reports, [
    ["trader", ({ name }) => name],
    ...reports[0].profitAt.map(({ rebate }, i): Column<BacktestReport> => [
      `profit at ${digits(100 * rebate, 6)} %`,
      ({ profitAt }) => money(profitAt[i].profit),
    ]),
  ]);
}

/** Why quotes were filled; dashes where nothing was recorded beside the tape. */
export function causes(reports: readonly BacktestReport[]): string {
  const told = (tell: (causes: FillCauses) => string) => ({ causes }: BacktestReport) =>
    causes === null ? "–" : tell(causes);
  return tableOf(reports, [
    ["trader", ({ name }) => name],
    ["by prints", told(({ prints }) => digits(prints))],
    ["run over by the book", told(({ ranOver }) => digits(ranOver))],
    ["share met", told(({ prints, missed }) => shareMet(prints, prints + missed))],
    ["as a taker", told(({ taken }) => digits(taken))],
    ["rejected", told(({ rejected }) => String(rejected))],
  ]);
}

const shareMet = (met: number, asked: number) =>
  asked > 0 ? `${fixed(100 * met / asked, 0)} %` : "–";

/** The same quotes under each rule of fills. */
export function assumed(byRule: Readonly<Record<QueueRule, Pick<WalkForward, "traders">>>): string {
  const under = eachValue(byRule, ({ traders }) => Object.values(traders));
  const rows = under.touch.map(({ name }, i) => ({
    name,
    fills: eachValue(under, (reports) => digits(reports[i].fills)),
    profit: eachValue(under, (reports) => reports[i].profit.value),
  }));
  const table = tableOf(rows, [
    ["trader", ({ name }) => name],
    ["units, touch", ({ fills }) => fills.touch],
    ["queue", ({ fills }) => fills.queue],
    ["through", ({ fills }) => fills.through],
    ["profit, touch", ({ profit }) => money(profit.touch)],
    ["profit, queue", ({ profit }) => money(profit.queue)],
    ["profit, through", ({ profit }) => money(profit.through)],
  ]);
  const spread = rows.map(({ name, profit }) => {
    const ends = Object.values(profit);
    return `${name} ${money(Math.min(...ends))} … ${money(Math.max(...ends))}`;
  });
  return `${table}\n\nWhat is assumption, not market: ${spread.join(", ")}.`;
}

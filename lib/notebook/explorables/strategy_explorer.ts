import { decimals } from "../numbers.ts";
import { looks } from "../theme.ts";
import { marketChoice } from "./controls.ts";
import { dayCharts } from "./day_charts.ts";
import type { Explorable, Scene } from "./explorable.ts";
import {
  type DaysMoments,
  type StrategyExplorerModel,
  strategyExplorerModel,
  type StrategyExplorerValues,
} from "./strategy_explorer_model.ts";

const rule = `lean = 0.05 * inventory
bidDepth = 0.65 + lean
askDepth = 0.65 - lean`;

/** The strategy explorer: a rule that the reader writes, beside Avellaneda–Stoikov. */
export const strategyExplorable: Explorable<StrategyExplorerValues, StrategyExplorerModel> = {
  name: "strategy_explorer",
  title: "How does a rule of your own do beside Avellaneda–Stoikov?",
  defaults: { rule, market: "readme", seed: 1 },
  controls: {
    rule: {
      kind: "text",
      label: "Your rule: depths in $, from inventory, timeLeft, step, midPrice, volatility …",
      lines: 5,
    },
    market: marketChoice,
    seed: { kind: "seed", label: "Seed" },
  },
  model: strategyExplorerModel,
  view,
};

function view({ sessions, standings, moments }: StrategyExplorerModel): Scene {
  const { steps } = sessions.as.grid;
  const row = (name: string, who: "yours" | "as") => [
    name,
    decimals(standings[who].profit, 2),
    decimals(moments[who].mean, 2),
    decimals(moments[who].sd, 2),
    `${standings[who].fills}`,
    decimals(standings[who].largest, 0),
  ];
  const ratio = ({ mean, sd }: DaysMoments) => decimals(mean / sd, 2);
  const { yours, as } = moments;
  const known = yours.days === undefined ? "exactly" : `over ${yours.days} days`;
  return {
    charts: dayCharts({
      days: [
        { name: "AS", look: looks.as, session: sessions.as },
        { name: "yours", look: { ...looks.other, dash: "5px,2px" }, session: sessions.yours },
      ],
      step: steps,
      held: steps,
      besides: { midPrice: [], inventory: [-6, 6], wealth: [] },
    }),
    table: {
      caption: "This day, and the mean and deviation of all days",
      columns: ["rule", "this day ($)", "mean ($)", "sd ($)", "fills", "largest held"],
      rows: [row("Yours", "yours"), row("AS", "as")],
    },
    summary: `On this day yours gains ${decimals(standings.yours.profit, 2)} $ and AS ` +
      `${decimals(standings.as.profit, 2)} $. Over all days yours earns ${
        decimals(yours.mean, 2)
      } $ ` +
      `with a deviation of ${decimals(yours.sd, 2)} $ (known ${known}), AS ${
        decimals(as.mean, 2)
      } $ ` +
      `with ${decimals(as.sd, 2)} $: a mean of ${ratio(yours)} deviations against ${ratio(as)}.`,
  };
}

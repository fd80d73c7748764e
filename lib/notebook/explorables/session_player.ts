import { evenStops, type Explorable, type Scene } from "./explorable.ts";
import { marketChoice, slider } from "./controls.ts";
import { decimals } from "../numbers.ts";
import { looks } from "../theme.ts";
import { bookChart } from "./session_player_book.ts";
import { dayCharts } from "./day_charts.ts";
import {
  type SessionPlayerModel,
  sessionPlayerModel,
  type SessionPlayerValues,
  type Standing,
} from "./session_player_model.ts";

/** The session player: the same orders reach for the quotes of two strategies, step by step. */
export const sessionPlayerExplorable: Explorable<SessionPlayerValues, SessionPlayerModel> = {
  name: "session_player",
  title: "What happens when two strategies trade the same tape?",
  // The seed whose day looks like the README's.
  defaults: { market: "readme", seed: 74170, step: 60 },
  controls: {
    market: marketChoice,
    seed: { kind: "seed", label: "Seed" },
    step: slider("Steps traded", "of 500", evenStops(0, 500, 1)),
  },
  play: {
    key: "step",
    speeds: [2, 8, 30, 120],
    speed: 8,
  },
  model: sessionPlayerModel,
  view,
};

function view(model: SessionPlayerModel, width: number): Scene {
  const { standings: { naive, as }, sessions, step } = model;
  return {
    charts: [
      bookChart(model, width),
      ...dayCharts({
        days: [
          { name: "Naive", look: looks.naive, session: sessions.naive },
          { name: "AS", look: looks.as, session: sessions.as },
        ],
        step,
        held: sessions.as.grid.steps,
        besides: { midPrice: [], inventory: [-6, 6], wealth: [] },
        limit: { name: "limit of AS", units: 5 },
      }),
    ],
    table: {
      caption: "So far",
      columns: ["strategy", "profit ($)", "inventory", "largest", "fills", "taker trades"],
      rows: [row("Naive", naive), row("AS", as)],
    },
    summary: `${lastStep(model)} Naive holds ${decimals(naive.inventory, 0)} and has gained ` +
      `${decimals(naive.profit, 2)} $; AS holds ${decimals(as.inventory, 0)} and has gained ` +
      `${decimals(as.profit, 2)} $.`,
  };
}

function row(name: string, { profit, inventory, largest, fills, takerTrades }: Standing) {
  return [
    name,
    decimals(profit, 2),
    decimals(inventory, 0),
    decimals(largest, 0),
    String(fills),
    String(takerTrades),
  ];
}

/** What the last step brought, in words. */
function lastStep({ step, tape, sessions }: SessionPlayerModel): string {
  if (step === 0) return "Nothing has been traded yet.";
  const n = step - 1;
  const reached = [
    tape.buyReach[n] > 0 ? `buyers reached ${decimals(tape.buyReach[n], 2)} $ above the mid` : "",
    tape.sellReach[n] > 0 ? `sellers ${decimals(tape.sellReach[n], 2)} $ below it` : "",
  ].filter((part) => part !== "").join(", ");
  const did = ([["Naive", sessions.naive], ["AS", sessions.as]] as const).flatMap((
    [name, { bought, sold, crossed }],
  ) => [
    ...(sold[n] > 0 ? [`${name} sold`] : []),
    ...(bought[n] > 0 ? [`${name} bought`] : []),
    ...(crossed[n] === 0 ? [] : [`${name} crossed the spread`]),
  ]);
  return `Step ${step}: ${reached === "" ? "nobody reached the mid" : reached}; ` +
    `${did.length === 0 ? "no fill" : did.join(", ")}.`;
}

import { bars } from "../chart/marks/bars.ts";
import { line } from "../chart/marks/line.ts";
import { roundRange } from "../chart/ticks.ts";
import { counted, decimals } from "../numbers.ts";
import { looks } from "../theme.ts";
import { dayCharts } from "./day_charts.ts";
import {
  type DayGameModel,
  dayGameModel,
  type DayGameValues,
  played,
  type PlayedStep,
  STEPS,
  takenBack,
} from "./day_game_model.ts";
import { evenStops, type Explorable, type Scene } from "./explorable.ts";
import type { SceneChart } from "./scene_charts.ts";

const depth = { kind: "slider", unit: "$", stops: evenStops(-0.5, 3, 0.05) } as const;

/** The day game: sixty steps of the reader's own depths, each judged against the exact optimum. */
export const dayGameExplorable: Explorable<DayGameValues, DayGameModel> = {
  name: "day_game",
  title: "Can you quote as well as the optimum?",
  defaults: { bidDepth: 0.65, askDepth: 0.65, moves: "", seed: 1 },
  controls: {
    bidDepth: { ...depth, label: "Your bid depth" },
    askDepth: { ...depth, label: "Your ask depth" },
    seed: { kind: "seed", label: "Day (seed)", button: false },
    moves: { kind: "kept", label: "Steps played" },
  },
  actions: {
    "Trade one step": (values) => ({ moves: played(values, 1) }),
    "Ten steps": (values) => ({ moves: played(values, 10) }),
    "Take back": (values) => ({ moves: takenBack(values) }),
    "New day": ({ seed }) => ({ seed: seed + 1, moves: "" }),
  },
  model: dayGameModel,
  view,
};

function view(model: DayGameModel): Scene {
  const { steps, sessions: { you, optimum } } = model;
  return {
    charts: [
      ...dayCharts({
        days: [
          { name: "optimum", look: looks.exact, session: optimum },
          { name: "you", look: looks.other, session: you },
        ],
        step: steps.length,
        // What is still to come is no secret's place on an axis.
        held: steps.length,
        besides: { midPrice: [98, 102], inventory: [-4, 4], wealth: [-2, 10] },
      }),
      ...regretCharts(model),
    ],
    table: {
      caption: "Your last ten steps, and what was best there",
      columns: ["step", "held", "bid ($)", "ask ($)", "best bid", "best ask", "regret (cents)"],
      rows: steps.slice(-10).toReversed().map(({ step, inventory, quote, best, regret }) => [
        `${step + 1}`,
        decimals(inventory, 0),
        decimals(quote.bidDepth, 2),
        decimals(quote.askDepth, 2),
        decimals(best.bidDepth, 2),
        decimals(best.askDepth, 2),
        decimals(100 * regret, 2),
      ]),
    },
    summary: inWords(model),
  };
}

function regretCharts({ steps, regrets }: DayGameModel): readonly SceneChart[] {
  const cents = steps.map(({ regret }) => 100 * regret);
  const chart = (title: string, y: SceneChart["y"], marks: SceneChart["marks"]): SceneChart => ({
    ...{ title, height: 200 },
    x: { label: "Step", range: [0, STEPS] },
    y,
    marks,
  });
  return [
    chart(
      "What each step's depths cost against the best",
      { label: "Regret", unit: "cents", range: roundRange([0, 1, ...cents]) },
      [bars({
        ...{ name: "regret", listed: false, color: looks.naive.color, width: 0.7 },
        // Before the first step a bar of no height stands for the panel.
        x: [0.5, ...steps.map(({ step }) => step + 0.5)],
        y: [0, ...cents],
      })],
    ),
    chart(
      "The same, summed",
      { label: "Regret", unit: "$", range: roundRange([0, 0.02, ...regrets]) },
      [line({
        ...{ name: "summed", listed: false, look: looks.naive },
        x: regrets.map((_, n) => n),
        y: regrets,
      })],
    ),
  ];
}

function inWords({ steps, regrets, standings, worth }: DayGameModel): string {
  if (steps.length === 0) {
    return `Nothing has been traded yet. To the optimum this day of ${STEPS} steps is worth a sure ` +
      `${decimals(worth, 2)} $. Set two depths and trade.`;
  }
  const { you, optimum } = standings;
  const over = steps.length === STEPS ? "The day is over. " : "";
  return `${over}${lastStep(steps[steps.length - 1])} You hold ${decimals(you.inventory, 0)} and ` +
    `have gained ${decimals(you.profit, 2)} $; on the same tape the optimum holds ` +
    `${decimals(optimum.inventory, 0)} and has gained ${decimals(optimum.profit, 2)} $. ` +
    `Your ${counted(steps.length, "choice")} cost ${
      decimals(regrets[steps.length], 2)
    } $ in all, ` +
    `where the whole day is worth ${decimals(worth, 2)} $ to the optimum; the rest is luck.`;
}

function lastStep({ step, bought, sold, quote, best, regret }: PlayedStep): string {
  const did = bought > 0 && sold > 0
    ? "you bought one and sold one"
    : bought > 0
    ? "you bought one"
    : sold > 0
    ? "you sold one"
    : "no fill";
  const side = (depth: number) => decimals(depth, 2);
  return `Step ${step + 1}: ${did}. Depths of ${side(quote.bidDepth)} and ${
    side(quote.askDepth)
  } $ cost ${decimals(100 * regret, 2)} cents against the best, ${side(best.bidDepth)} and ` +
    `${side(best.askDepth)} $.`;
}

import { looks } from "../theme.ts";
import { decadeStops, evenStops, type Explorable, type Scene } from "./explorable.ts";
import type { Chart } from "../chart/chart.ts";
import { line } from "../chart/marks/line.ts";
import { points } from "../chart/marks/points.ts";
import { rule } from "../chart/marks/rule.ts";
import { words } from "../chart/marks/words.ts";
import {
  type LadderQuote,
  type QuoteLadderModel,
  quoteLadderModel,
  type QuoteLadderValues,
} from "./quote_ladder_model.ts";
import { decimals } from "../numbers.ts";

/** The quote ladder: where Avellaneda–Stoikov quotes, and why. */
export const quoteLadderExplorable: Explorable<QuoteLadderValues, QuoteLadderModel> = {
  name: "quote_ladder",
  title: "Where does Avellaneda–Stoikov quote?",
  defaults: {
    riskAversion: 0.1,
    volatility: 2,
    decay: 1.5,
    scale: 140,
    inventory: 2,
    timeLeft: 1,
  },
  controls: {
    riskAversion: {
      kind: "slider",
      label: "Risk aversion γ",
      unit: "1/$",
      stops: decadeStops(-3, 0),
    },
    volatility: {
      kind: "slider",
      label: "Volatility σ",
      unit: "$/√day",
      stops: evenStops(0, 5, 0.1),
    },
    decay: { kind: "slider", label: "Decay k", unit: "1/$", stops: evenStops(0.3, 5, 0.1) },
    scale: { kind: "slider", label: "Scale A", unit: "1/day", stops: evenStops(10, 200, 10) },
    inventory: {
      kind: "slider",
      label: "Inventory q",
      unit: "units",
      stops: evenStops(-10, 10, 1),
    },
    timeLeft: {
      kind: "slider",
      label: "Time left T−t",
      unit: "days",
      stops: evenStops(0, 1, 0.02),
    },
  },
  model: quoteLadderModel,
  view,
};

const RULES = [["paper", "Paper"], ["readme", "README"]] as const;

function view(model: QuoteLadderModel): Scene {
  const { quotes, midPrice, values } = model;
  const rows = RULES.map(([name, title]) => {
    const { reservationPrice, bid, ask, spread, bidFill, askFill } = quotes[name];
    const prices = [reservationPrice, bid, ask, spread].map((price) => decimals(price, 3));
    return [title, ...prices, percent(bidFill), percent(askFill)];
  });
  const { paper, readme } = quotes;
  const lean = paper.reservationPrice - midPrice;
  const leaning = Math.abs(lean) < 5e-4
    ? "The reservation price is the mid"
    : `The reservation price is ${decimals(Math.abs(lean), 3)} $ ${lean < 0 ? "below" : "above"} ` +
      "the mid";
  return {
    charts: [ladder(model), byInventory(model)],
    table: {
      caption: "Quotes around a mid of 100 $; fills in one step of 0.005 days",
      columns: ["spread rule", "reservation", "bid", "ask", "spread", "bid filled", "ask filled"],
      rows,
    },
    summary: `${leaning}, holding ${decimals(values.inventory, 0)} units. ` +
      `The paper quotes ${decimals(paper.bid, 2)} to ${decimals(paper.ask, 2)}, ` +
      `the README ${decimals(readme.bid, 2)} to ${decimals(readme.ask, 2)}.`,
  };
}

function ladder({ quotes, midPrice }: QuoteLadderModel): Chart {
  const all = RULES.flatMap(([name]) => Object.values(pick(quotes[name])));
  const reach = reachAround(midPrice, all.map((price) => midPrice + (price - midPrice) * 1.25));
  const rows = RULES.toReversed();
  const [bids, asks, centres] = (["bid", "ask", "reservationPrice"] as const).map((what) =>
    rows.map(([name]) => quotes[name][what])
  );
  const levels = rows.map((_, i) => i);
  const marked = { y: levels, size: 14 };
  return {
    title: "The quotes now",
    height: 250,
    x: { label: "Price", unit: "$", range: [midPrice - reach, midPrice + reach] },
    panels: [{
      y: { label: "", names: rows.map(([, title]) => title) },
      marks: [
        rule({
          axis: "x",
          value: midPrice,
          name: "mid",
          look: { ...looks.mid, dash: "4px,3px" },
        }),
        ...levels.map((y) =>
          line({
            name: "spread",
            listed: false,
            look: { ...looks.as, width: 5 },
            x: [bids[y], asks[y]],
            y: [y, y],
          })
        ),
        points({ name: "reservation price r", look: looks.reservation, x: centres, ...marked }),
        points({ name: "bid", look: looks.bid, x: bids, ...marked }),
        points({ name: "ask", look: looks.ask, x: asks, ...marked }),
        ...levels.flatMap((y) => [
          words({ text: decimals(bids[y], 2), x: bids[y], y, below: 24 }),
          words({ text: decimals(asks[y], 2), x: asks[y], y, below: 24 }),
          words({ text: `r ${decimals(centres[y], 2)}`, x: centres[y], y, below: -13 }),
        ]),
      ],
    }],
  };
}

function pick({ bid, ask, reservationPrice }: LadderQuote) {
  return { bid, ask, reservationPrice };
}

function byInventory(model: QuoteLadderModel): Chart {
  const { curves, inventories, midPrice, values } = model;
  const away = (name: "paper" | "readme", what: "bid" | "ask" | "reservationPrice") =>
    curves[name].map((quote) => quote[what] - midPrice);
  const reach = reachAround(0, [...away("paper", "bid"), ...away("paper", "ask")]);
  const dashed = { dash: "2px,3px", width: 2 };
  const sides = (["bid", "ask"] as const).flatMap((side) => [
    line({
      name: `${side}, paper`,
      look: { ...looks[side], width: 2 },
      x: inventories,
      y: away("paper", side),
    }),
    line({
      name: `${side}, README`,
      look: { ...looks[side], ...dashed },
      x: inventories,
      y: away("readme", side),
    }),
  ]);
  const now = ([["reservationPrice", looks.reservation], ["bid", looks.bid], [
    "ask",
    looks.ask,
  ]] as const).map(([what, look]) =>
    points({
      name: "now",
      listed: false,
      look,
      size: 10,
      x: [values.inventory],
      y: [model.quotes.paper[what] - midPrice],
    })
  );
  return {
    title: "The quotes at every inventory",
    height: 300,
    x: { label: "Inventory q", unit: "units", range: [-10, 10] },
    panels: [{
      y: { label: "Price less mid", unit: "$", range: [-reach, reach] },
      marks: [
        rule({ axis: "y", value: 0, look: { ...looks.mid, dash: "4px,3px" } }),
        rule({
          axis: "x",
          value: values.inventory,
          look: { ...looks.other, width: 1, dash: "1px,2px" },
        }),
        line({
          name: "r",
          look: looks.reservation,
          x: inventories,
          y: away("paper", "reservationPrice"),
        }),
        ...sides,
        ...now,
      ],
    }],
  };
}

/** A symmetric range around a centre, as wide as the first reach in 1, 2, 4, 8 … that holds all numbers. */
function reachAround(centre: number, values: readonly number[]): number {
  const need = values.reduce((most, value) => Math.max(most, Math.abs(value - centre)), 0);
  let reach = 1;
  while (reach < need) reach *= 2;
  return reach;
}

/** A probability as a percentage. */
function percent(share: number): string {
  return `${decimals(100 * share, 1)} %`;
}

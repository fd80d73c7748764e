import { looks } from "../theme.ts";
import { decadeStops, evenStops, type Explorable, type Scene } from "./explorable.ts";
import { line, lineSample, markers, markerSample, rule, words } from "./marks.ts";
import { type Picture, picture } from "./picture.ts";
import {
  type LadderQuote,
  type QuoteLadderModel,
  quoteLadderModel,
  type QuoteLadderValues,
} from "./quote_ladder_model.ts";
import { decimals, reachAround } from "./scale.ts";

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
const [UPPER, LOWER] = [2, 1];

function view(model: QuoteLadderModel, width: number): Scene {
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
    pictures: [ladder(model, width), byInventory(model, width)],
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

function ladder({ quotes, midPrice }: QuoteLadderModel, width: number): Picture {
  const all = RULES.flatMap(([name]) => Object.values(pick(quotes[name])));
  const reach = reachAround(midPrice, all.map((price) => midPrice + (price - midPrice) * 1.25));
  const rows = RULES.flatMap(([name], i) => {
    const { bid, ask, reservationPrice } = quotes[name];
    const y = i === 0 ? UPPER : LOWER;
    const look = { ...looks.as, width: 5, dash: "solid" };
    return [
      line(look, [bid, ask], [y, y]),
      markers(looks.bid, [bid], [y], { size: 1.5 }),
      markers(looks.ask, [ask], [y], { size: 1.5 }),
      markers(looks.reservation, [reservationPrice], [y], { size: 1.4 }),
      words(decimals(bid, 2), bid, y, { dy: 24 }),
      words(decimals(ask, 2), ask, y, { dy: 24 }),
      words(`r ${decimals(reservationPrice, 2)}`, reservationPrice, y, { dy: -13 }),
    ];
  });
  return picture({
    title: "The quotes now",
    width,
    height: 226,
    x: { title: "Price ($)", range: [midPrice - reach, midPrice + reach] },
    y: { title: "", range: [0.4, 2.6], words: [[UPPER, "Paper"], [LOWER, "README"]] },
    marks: [rule({ ...looks.mid, dash: "4,3" }, { x: midPrice }), ...rows],
    legend: [
      [lineSample({ ...looks.mid, dash: "4,3" }), "mid"],
      [markerSample(looks.reservation), "reservation price r"],
      [markerSample(looks.bid), "bid"],
      [markerSample(looks.ask), "ask"],
    ],
  });
}

function pick({ bid, ask, reservationPrice }: LadderQuote) {
  return { bid, ask, reservationPrice };
}

function byInventory(model: QuoteLadderModel, width: number): Picture {
  const { curves, inventories, midPrice, values } = model;
  const away = (name: "paper" | "readme", what: "bid" | "ask" | "reservationPrice") =>
    curves[name].map((quote) => quote[what] - midPrice);
  const shown = [...away("paper", "bid"), ...away("paper", "ask")];
  const reach = reachAround(0, shown);
  const dashed = { dash: "2,3", width: 2 };
  return picture({
    title: "The quotes at every inventory",
    width,
    height: 280,
    x: { title: "Inventory q (units)", range: [-10, 10] },
    y: { title: "Price less mid ($)", range: [-reach, reach] },
    marks: [
      rule({ ...looks.mid, dash: "4,3" }, { y: 0 }),
      rule({ ...looks.other, width: 1, dash: "1,2" }, { x: values.inventory }),
      line(looks.reservation, inventories, away("paper", "reservationPrice")),
      line(looks.bid, inventories, away("paper", "bid"), 2),
      line(looks.ask, inventories, away("paper", "ask"), 2),
      line({ ...looks.bid, ...dashed }, inventories, away("readme", "bid")),
      line({ ...looks.ask, ...dashed }, inventories, away("readme", "ask")),
      markers(looks.reservation, [values.inventory], [
        model.quotes.paper.reservationPrice - midPrice,
      ]),
      markers(looks.bid, [values.inventory], [model.quotes.paper.bid - midPrice]),
      markers(looks.ask, [values.inventory], [model.quotes.paper.ask - midPrice]),
    ],
    legend: [
      [lineSample(looks.reservation), "r"],
      [lineSample({ ...looks.bid, width: 2 }), "bid, paper"],
      [lineSample({ ...looks.bid, ...dashed }), "bid, README"],
      [lineSample({ ...looks.ask, width: 2 }), "ask, paper"],
      [lineSample({ ...looks.ask, ...dashed }), "ask, README"],
    ],
  });
}

/** A probability as a percentage. */
function percent(share: number): string {
  return `${decimals(100 * share, 1)} %`;
}

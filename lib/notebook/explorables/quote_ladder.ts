import { decadeStops, evenStops, type Explorable, type Scene } from "./explorable.ts";
import { parameterSlider } from "./controls.ts";
import { byInventory, ladder, RULES } from "./quote_ladder_charts.ts";
import {
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
    riskAversion: parameterSlider("riskAversion", decadeStops(-3, 0)),
    volatility: parameterSlider("volatility", evenStops(0, 5, 0.1)),
    decay: parameterSlider("decay", evenStops(0.3, 5, 0.1)),
    scale: parameterSlider("scale", evenStops(10, 200, 10)),
    inventory: parameterSlider("inventory", evenStops(-10, 10, 1)),
    timeLeft: parameterSlider("timeLeft", evenStops(0, 1, 0.02)),
  },
  model: quoteLadderModel,
  view,
};

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

/** A probability as a percentage. */
function percent(share: number): string {
  return `${decimals(100 * share, 1)} %`;
}

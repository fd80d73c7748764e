import { line } from "../chart/marks/line.ts";
import { rule } from "../chart/marks/rule.ts";
import { roundRange } from "../chart/ticks.ts";
import { decimals, readable } from "../numbers.ts";
import { type Look, looks } from "../theme.ts";
import { decadeStops, evenStops, type Explorable, type Scene } from "./explorable.ts";
import { parameterSlider, slider } from "./controls.ts";
import {
  type PairExplorerModel,
  pairExplorerModel,
  type PairExplorerValues,
} from "./pair_explorer_model.ts";
import { dashed } from "./scene_charts.ts";

const units = { kind: "slider", unit: "units", stops: evenStops(-5, 5, 1) } as const;

/** The pair explorer: what the inventory of one asset does to the quotes of another. */
export const pairExplorable: Explorable<PairExplorerValues, PairExplorerModel> = {
  name: "pair_explorer",
  title: "What does one asset's inventory do to another's quotes?",
  defaults: { correlation: 0.8, riskAversion: 0.4, held: 3, other: 0 },
  controls: {
    correlation: slider("Correlation ρ", "", evenStops(-0.95, 0.95, 0.05)),
    riskAversion: parameterSlider("riskAversion", decadeStops(-2, 0)),
    held: { ...units, label: "Held of the first" },
    other: { ...units, label: "Held of the second" },
  },
  model: pairExplorerModel,
  view,
};

function view(model: PairExplorerModel): Scene {
  const { values, quotes, inventories, exact, closedForm, worth, apart } = model;
  const side = (of: typeof exact, what: "bid" | "ask") => of.map((quote) => quote[what]);
  const all = [...side(exact, "bid"), ...side(exact, "ask")].filter(Number.isFinite);
  const centre = ({ bid, ask }: (typeof quotes)[number]) => (bid + ask) / 2;
  const courses = (words: string, of: typeof exact, look: Partial<Look>) =>
    (["bid", "ask"] as const).map((what) =>
      line({
        name: `${what}, ${words}`,
        look: { ...looks[what], ...look },
        x: inventories,
        y: side(of, what),
      })
    );
  return {
    charts: [{
      title: "The second asset's quotes, by what is held of the first",
      height: 300,
      x: { label: "Held of the first", unit: "units", range: [-5, 5] },
      y: { label: "Price less mid", unit: "$", range: roundRange(all) },
      marks: [
        rule({ axis: "y", value: 0, look: dashed }),
        rule({ axis: "x", value: values.held, label: "now", look: looks.mid }),
        ...courses("exact", exact, {}),
        ...courses("closed form", closedForm, { dash: "2px,3px", width: 1.4 }),
      ],
    }],
    table: {
      caption: "Quotes half-way through the day, as distances from each mid",
      columns: ["asset", "held", "bid ($)", "ask ($)", "centre ($)"],
      rows: quotes.map((quote, i) => [
        ["first", "second"][i],
        decimals([values.held, values.other][i], 0),
        decimals(quote.bid, 3),
        decimals(quote.ask, 3),
        decimals(centre(quote), 3),
      ]),
    },
    summary:
      `The second asset's quotes are centred ${decimals(centre(quotes[1]), 3)} $ from its mid. ` +
      `A day of the pair is worth ${readable(worth, 5)} $, ${
        decimals(100 * (worth - apart), 1)
      } cents ` +
      "more than without correlation.",
  };
}

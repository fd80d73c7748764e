import type { SpreadRule } from "../../strategy/avellaneda_stoikov.ts";
import { type Look, looks } from "../theme.ts";
import { line } from "../chart/marks/line.ts";
import { points } from "../chart/marks/points.ts";
import { rule } from "../chart/marks/rule.ts";
import { words } from "../chart/marks/words.ts";
import { decimals } from "../numbers.ts";
import type { QuoteLadderModel } from "./quote_ladder_model.ts";
import { dashed, dot, type SceneChart } from "./scene_charts.ts";

/** The rules of spread that are compared, with their titles. */
export const RULES = [["paper", "Paper"], ["readme", "README"]] as const;

type Price = "reservationPrice" | "bid" | "ask";
const prices: readonly (readonly [Price, Look])[] = [
  ["reservationPrice", looks.reservation],
  ["bid", looks.bid],
  ["ask", looks.ask],
];

/** The quotes of both rules, as prices. */
export function ladder({ quotes, midPrice }: QuoteLadderModel): SceneChart {
  const all = RULES.flatMap(([name]) => prices.map(([price]) => quotes[name][price]));
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
    y: { label: "", names: rows.map(([, title]) => title) },
    marks: [
      rule({
        axis: "x",
        value: midPrice,
        name: "mid",
        look: dashed,
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
  };
}

/** The quotes at every inventory, as distances from the mid. */
export function byInventory(model: QuoteLadderModel): SceneChart {
  const { curves, inventories, midPrice, quotes, values } = model;
  const away = (rule: SpreadRule, price: Price) =>
    curves[rule].map((quote) => quote[price] - midPrice);
  const reach = reachAround(0, [...away("paper", "bid"), ...away("paper", "ask")]);
  const course = (name: string, rule: SpreadRule, price: Price, look: Look) =>
    line({ name, look, x: inventories, y: away(rule, price) });
  return {
    title: "The quotes at every inventory",
    height: 300,
    x: { label: "Inventory q", unit: "units", range: [-10, 10] },
    y: { label: "Price less mid", unit: "$", range: [-reach, reach] },
    marks: [
      rule({ axis: "y", value: 0, look: dashed }),
      rule({
        axis: "x",
        value: values.inventory,
        look: { ...looks.other, width: 1, dash: "1px,2px" },
      }),
      course("r", "paper", "reservationPrice", looks.reservation),
      ...(["bid", "ask"] as const).flatMap((side) => [
        course(`${side}, paper`, "paper", side, { ...looks[side], width: 2 }),
        course(`${side}, README`, "readme", side, { ...looks[side], dash: "2px,3px", width: 2 }),
      ]),
      ...prices.map(([price, look]) => dot(look, values.inventory, quotes.paper[price] - midPrice)),
    ],
  };
}

/** A symmetric range around a centre, as wide as the first reach in 1, 2, 4, 8 … that holds all numbers. */
function reachAround(centre: number, values: readonly number[]): number {
  const need = values.reduce((most, value) => Math.max(most, Math.abs(value - centre)), 0);
  let reach = 1;
  while (reach < need) reach *= 2;
  return reach;
}

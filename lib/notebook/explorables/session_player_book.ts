import type { Session } from "../../trading/session.ts";
import { type Look, looks } from "../theme.ts";
import type { Mark } from "../chart/mark.ts";
import { bars } from "../chart/marks/bars.ts";
import { line } from "../chart/marks/line.ts";
import { points } from "../chart/marks/points.ts";
import { rule } from "../chart/marks/rule.ts";
import type { SessionPlayerModel } from "./session_player_model.ts";
import { dashed, type SceneChart } from "./scene_charts.ts";

/** Distance from the mid that the picture shows, in currency. */
const REACH = 3;

/**
 * The book around the mid in the last steps: how far market orders reached, and where quotes stood. Where a
 * bar passes a quote there is a fill, and a marker.
 *
 * @param width Width of the page, in pixels: a narrow one shows fewer steps.
 */
export function bookChart(model: SessionPlayerModel, width: number): SceneChart {
  const { tape, sessions: { naive, as }, step } = model;
  const window = width < 480 ? 20 : 40;
  const first = Math.max(0, step - window);
  const shown = Array.from({ length: step - first }, (_, i) => first + i);
  const reached = (name: string, color: string, reach: Float64Array, sign: 1 | -1) =>
    bars({
      name,
      color,
      // Before the first step there is nothing to draw, but a name in the legend.
      x: [first, ...shown.map((n) => n + 0.5)],
      y: [0, ...shown.map((n) => sign * Math.max(0, Math.min(REACH, reach[n])))],
      width: 0.5,
      opacity: 0.45,
    });
  return {
    title: "Orders reach into the book",
    height: 310,
    x: { label: "Step", range: [first, first + window] },
    y: { label: "Price less mid", unit: "$", range: [-REACH, REACH] },
    marks: [
      reached("buy orders reach up", looks.ask.color, tape.buyReach, 1),
      reached("sell orders reach down", looks.bid.color, tape.sellReach, -1),
      rule({ axis: "y", value: 0, look: dashed }),
      ...quotes("Naive’s quotes", looks.naive, naive, shown),
      ...quotes("AS’s quotes", looks.as, as, shown),
      ...fills("Naive", looks.naive, naive, shown, { hollow: true, size: 12.5 }),
      ...fills("AS", looks.as, as, shown, { size: 8 }),
    ],
  };
}

/** Bid and ask as level pieces, one a step; a step without a quote leaves a gap. */
function quotes(
  name: string,
  look: Look,
  { ask, bid, midPrice }: Session,
  steps: readonly number[],
): readonly Mark[] {
  const x = steps.length === 0 ? [0] : steps.flatMap((n) => [n, n + 1]);
  return [ask, bid].map((prices, i) =>
    line({
      name,
      listed: i === 0,
      look,
      x,
      y: steps.length === 0 ? [NaN] : steps.flatMap((n) => Array(2).fill(prices[n] - midPrice[n])),
    })
  );
}

function fills(
  name: string,
  look: Look,
  session: Session,
  steps: readonly number[],
  options: { readonly hollow?: boolean; readonly size: number },
): readonly Mark[] {
  const { bought, sold, crossed, bid, ask, midPrice } = session;
  const at = (happened: (n: number) => boolean, place: (n: number) => number) => {
    const chosen = steps.filter(happened);
    return { x: chosen.map((n) => n + 0.5), y: chosen.map(place), look };
  };
  return [
    points({
      name: `${name} filled`,
      ...at((n) => sold[n] > 0, (n) => ask[n] - midPrice[n]),
      ...options,
    }),
    points({
      name: `${name} filled`,
      listed: false,
      ...at((n) => bought[n] > 0, (n) => bid[n] - midPrice[n]),
      ...options,
    }),
    points({
      name: `${name} crosses`,
      listed: name === "AS",
      ...at((n) => crossed[n] !== 0, () => 0),
      look: { ...look, symbol: "cross" },
      size: 9,
    }),
  ];
}

import type { Session } from "../../trading/session.ts";
import { type Look, looks } from "../theme.ts";
import { bars, line, lineSample, markers, markerSample, rule } from "./marks.ts";
import { type Mark, type Picture, picture } from "./picture.ts";
import type { SessionPlayerModel } from "./session_player_model.ts";

/** Distance from the mid that the picture shows, in currency. */
const REACH = 3;

const faded = (look: Look): Mark => (ground) =>
  `<g opacity="0.45">${bars(look, [0.5], [1], 0.5)(ground)}</g>`;

/**
 * The book around the mid in the last steps: how far market orders reached, and where quotes stood. Where a
 * bar passes a quote there is a fill, and a marker.
 */
export function bookPicture(model: SessionPlayerModel, width: number): Picture {
  const { tape, sessions: { naive, as }, step } = model;
  const window = width < 480 ? 20 : 40;
  const first = Math.max(0, step - window);
  const shown = Array.from({ length: step - first }, (_, i) => first + i);
  const middles = shown.map((n) => n + 0.5);
  const reached = (reach: Float64Array, sign: 1 | -1) =>
    shown.map((n) => sign * Math.max(0, Math.min(REACH, reach[n])));
  return picture({
    title: "Orders reach into the book",
    width,
    height: 270,
    x: { title: "Step", range: [first, first + window] },
    y: { title: "Price less mid ($)", range: [-REACH, REACH] },
    marks: [
      (ground) =>
        `<g opacity="0.45">${bars(looks.ask, middles, reached(tape.buyReach, 1), 0.5)(ground)}` +
        `${bars(looks.bid, middles, reached(tape.sellReach, -1), 0.5)(ground)}</g>`,
      rule({ ...looks.mid, dash: "4,3" }, { y: 0 }),
      ...quotes(looks.naive, naive, shown),
      ...quotes(looks.as, as, shown),
      ...fills(looks.naive, naive, shown, { hollow: true, size: 1.25 }),
      ...fills(looks.as, as, shown, { size: 0.8 }),
    ],
    legend: [
      [faded(looks.ask), "buy orders reach up"],
      [faded(looks.bid), "sell orders reach down"],
      [lineSample(looks.naive), "Naive’s quotes"],
      [lineSample(looks.as), "AS’s quotes"],
      [markerSample(looks.naive, { hollow: true, size: 1.1 }), "Naive filled"],
      [markerSample(looks.as, { size: 0.8 }), "AS filled"],
      [markerSample(looks.as, { symbol: "cross", size: 0.9 }), "AS crosses"],
    ],
  });
}

/** Bid and ask as level pieces, one a step; a step without a quote leaves a gap. */
function quotes(look: Look, session: Session, steps: readonly number[]): readonly Mark[] {
  const side = (prices: Float64Array) => {
    const x = steps.flatMap((n) => [n, n + 1]);
    const y = steps.flatMap((n) => Array(2).fill(prices[n] - session.midPrice[n]));
    return line(look, x, y);
  };
  return [side(session.ask), side(session.bid)];
}

function fills(
  look: Look,
  session: Session,
  steps: readonly number[],
  options: { readonly hollow?: boolean; readonly size: number },
): readonly Mark[] {
  const { bought, sold, crossed, bid, ask, midPrice } = session;
  const at = (happened: (n: number) => boolean, place: (n: number) => number) => {
    const chosen = steps.filter(happened);
    return [chosen.map((n) => n + 0.5), chosen.map(place)] as const;
  };
  return [
    markers(look, ...at((n) => sold[n] > 0, (n) => ask[n] - midPrice[n]), options),
    markers(look, ...at((n) => bought[n] > 0, (n) => bid[n] - midPrice[n]), options),
    markers(look, ...at((n) => crossed[n] !== 0, () => 0), { symbol: "cross", size: 0.9 }),
  ];
}

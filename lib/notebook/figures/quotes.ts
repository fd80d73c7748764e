import { units as unitsKind } from "../chart_kinds.ts";
import { flag, maybe, number, shaped } from "../../kinds.ts";
import { checkKeys, checkThat } from "../../check.ts";
import type { Session } from "../../trading/session.ts";
import type { Panel } from "../chart/chart.ts";
import { line, type LineParts } from "../chart/marks/line.ts";
import { type Figure, figure, type FigureText, figureTextKeys } from "../figure.ts";
import { readable } from "../numbers.ts";
import { looks } from "../theme.ts";
import { sharedPoints, thinnedTogether } from "../thin.ts";
import { timeAxis, type Units, unitsOf } from "../units.ts";
import { fillMarks, fillWords } from "./fills.ts";

/** What {@linkcode quotesFigure} shows beside the session. */
export interface QuotesFigureOptions extends FigureText {
  /** Whether quotes are shown as distances from the mid. @default {false} */
  readonly relative?: boolean;
  /** First time shown. @default {0} */
  readonly from?: number;
  /** Last time shown. @default {the session's end} */
  readonly to?: number;
  /** Whether fills are marked. @default {true} */
  readonly fills?: boolean;
  /** Units of price and time. */
  readonly units?: Units;
}

/**
 * A session's quotes around the mid: bid, ask and reservation price, with a mark at every fill.
 *
 * @param session The session.
 * @param options Stretch of time, and whether around zero or at price level.
 * @returns The figure.
 * @throws {TypeError} Where `from` and `to` are not a part of the session.
 *
 * @example
 * ```ts
 * import { drawTape, scenario, streams, trade } from "@digital-market-maker/lab";
 * import { quotesFigure } from "@digital-market-maker/lab/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * const { market, grid, traders } = scenario("readme");
 * const session = trade(drawTape(market, grid, streams(1)), traders.as);
 * const chart = quotesFigure(session, { to: 60, fills: false });
 * assertEquals(chart.data.map(({ name }) => name), ["ask", "reservation price", "mid", "bid"]);
 * ```
 */
export function quotesFigure(session: Session, options: QuotesFigureOptions = {}): Figure {
  checkKeys<QuotesFigureOptions>("build quotesFigure", options, {
    ...figureTextKeys,
    relative: maybe(flag),
    from: maybe(number),
    to: maybe(number),
    fills: maybe(flag),
    units: unitsKind,
  });
  shaped("session")("build quotesFigure", "session", session);
  const { relative = false, units, fills = true } = options;
  const { from = 0, to = session.grid.horizon } = options;
  const within = from >= 0 && from < to && to <= session.grid.horizon * (1 + 1e-9);
  checkThat("build quotesFigure", "from … to", "a part of the session", [from, to], within);
  return figure({
    ...quotesPanel(session, { relative, units, fills, from, to, reservation: true }),
    x: timeAxis(units, [from, to]),
    title: options.title ?? `${session.name}: quotes around the mid-price`,
    caption: options.caption ?? describe(session, unitsOf(units).price),
    height: options.height,
  });
}

/** What a panel of quotes shows. */
interface QuotesPanelOptions
  extends
    Pick<QuotesFigureOptions, "units">,
    Required<Pick<QuotesFigureOptions, "relative" | "fills" | "from" | "to">> {
  /** Whether the reservation price is drawn. */
  readonly reservation: boolean;
  /** Whether bid and ask are drawn from the start. @default {true} */
  readonly quotesShown?: boolean;
  /** The steps kept, where somebody else has chosen. */
  readonly kept?: readonly number[];
}

/** Mid, bid and ask of a session, where wished the reservation price, with the fills. */
export function quotesPanel(session: Session, options: QuotesPanelOptions): Panel {
  const { relative, units, fills, from, to, reservation, quotesShown } = options;
  const { price } = unitsOf(units);
  const { time, grid, midPrice } = session;
  const slack = grid.dt * 1e-9;
  const first = Math.max(0, time.findIndex((t) => t >= from - slack));
  const end = time.findLastIndex((t) => t <= to + slack) + 1;
  const columns = [midPrice, session.bid, session.ask].map((column) => column.subarray(first, end));
  const kept = options.kept ??
    thinnedTogether(columns, sharedPoints(end - first)).map((i) => first + i);
  const drawn = (
    name: string,
    values: Float64Array,
    more: Partial<LineParts> & Pick<LineParts, "look">,
  ) => {
    const places = kept.filter((n) => n < values.length);
    return line({
      name,
      x: places.map((n) => time[n]),
      y: places.map((n) => relative ? values[n] - midPrice[n] : values[n]),
      kept: places.map((_, i) => i),
      unit: price,
      shape: "hv",
      ...more,
    });
  };
  const quoted = { shown: quotesShown };
  return {
    y: { label: relative ? "Distance from the mid-price" : "Price", unit: price },
    marks: [
      drawn("ask", session.ask, { look: looks.ask, ...quoted }),
      ...(reservation
        ? [drawn("reservation price", session.reservationPrice, { look: looks.reservation })]
        : []),
      drawn("mid", midPrice, {
        look: looks.mid,
        ...(fills
          ? {
            text: fillWords(session, kept, price),
            hover: `%{y:.6~g} ${price}%{text}<extra>mid</extra>`,
          }
          : {}),
      }),
      drawn("bid", session.bid, { look: looks.bid, ...quoted }),
      ...(fills
        ? fillMarks(session, { from: first, to: Math.min(end, grid.steps), relative })
        : []),
    ],
  };
}

/** A session's spread and the distance of its quotes' centre from the mid, both on average. */
export function averageQuote(
  { ask, bid, grid, midPrice, reservationPrice }: Session,
): { readonly spread: number; readonly lean: number } {
  let [spread, lean, quoted] = [0, 0, 0];
  for (let n = 0; n < grid.steps; n++) {
    const width = ask[n] - bid[n];
    if (!Number.isFinite(width)) continue;
    quoted++;
    spread += width;
    lean += Math.abs(reservationPrice[n] - midPrice[n]);
  }
  return { spread: spread / quoted, lean: lean / quoted };
}

function describe(session: Session, price: string): string {
  const { spread, lean } = averageQuote(session);
  return `Bid and ask of ${session.name} around the mid-price: the spread is ${
    readable(spread, 3)
  } ${price} on average, and the quotes' centre lies ${
    readable(lean, 3)
  } ${price} from the mid on average.`;
}

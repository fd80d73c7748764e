import { checkThat } from "../../check.ts";
import type { Session } from "../../trading/session.ts";
import type { Figure, FigureText } from "../figure.ts";
import { lineTrace } from "../lines.ts";
import { readable } from "../numbers.ts";
import { axisOf, type Panel, panelFigure, timeAxis, type Units } from "../panel.ts";
import type { ScatterTrace } from "../plotly.ts";
import { sharedPoints } from "../thin.ts";
import { looks } from "../theme.ts";
import { fillTraces } from "./fills.ts";

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
  const { relative = false, units = {}, fills = true } = options;
  const { price = "$" } = units;
  const { from = 0, to = session.grid.horizon } = options;
  const within = from >= 0 && from < to && to <= session.grid.horizon * (1 + 1e-9);
  checkThat("build quotesFigure", "from … to", "a part of the session", [from, to], within);
  const panel = quotesPanel(session, { relative, units, fills, from, to, reservation: true });
  const label = relative ? "Distance from the mid-price" : "Price";
  return panelFigure({ ...panel, yaxis: axisOf({ label, unit: price }) }, {
    title: options.title ?? `${session.name}: quotes around the mid-price`,
    caption: options.caption ?? describe(session, price),
    xaxis: timeAxis(units, [from, to]),
    height: options.height,
  });
}

/** Mid, bid and ask of a session, where wished the reservation price, with the fills. */
export function quotesPanel(
  session: Session,
  options: Required<Pick<QuotesFigureOptions, "relative" | "units" | "fills" | "from" | "to">> & {
    readonly reservation: boolean;
  },
): Panel {
  const { relative, units, fills, from, to, reservation } = options;
  const { price = "$" } = units;
  const { time, grid } = session;
  const slack = grid.dt * 1e-9;
  const first = Math.max(0, time.findIndex((t) => t >= from - slack));
  const end = time.findLastIndex((t) => t <= to + slack) + 1;
  const column = (values: Float64Array, events: boolean) => {
    const stop = events ? Math.min(end, grid.steps) : end;
    const part = values.subarray(first, stop);
    return relative ? part.map((value, i) => value - session.midPrice[first + i]) : part;
  };
  const line = (name: "mid" | "bid" | "ask" | "reservation price", values: Float64Array) => {
    const role = name === "reservation price" ? "reservation" : name;
    const y = column(values, name !== "mid");
    return lineTrace({
      name,
      x: time.subarray(first, first + y.length),
      y,
      look: looks[role],
      unit: price,
      most: sharedPoints(y.length),
      shape: "hv",
    });
  };
  const traces: ScatterTrace[] = [
    line("ask", session.ask),
    ...(reservation ? [line("reservation price", session.reservationPrice)] : []),
    line("mid", session.midPrice),
    line("bid", session.bid),
    ...(fills ? fillTraces(session, { from: first, to: end, relative, unit: price }) : []),
  ];
  return { traces, yaxis: axisOf({ label: "Price", unit: price }) };
}

function describe(session: Session, price: string): string {
  let [spread, skew, quoted] = [0, 0, 0];
  for (let n = 0; n < session.grid.steps; n++) {
    const width = session.ask[n] - session.bid[n];
    if (!Number.isFinite(width)) continue;
    quoted++;
    spread += width;
    skew += Math.abs(session.reservationPrice[n] - session.midPrice[n]);
  }
  return `Bid and ask of ${session.name} around the mid-price: the spread is ${
    readable(spread / quoted, 3)
  } ${price} on average, and the quotes' centre lies ${
    readable(skew / quoted, 3)
  } ${price} from the mid on average.`;
}

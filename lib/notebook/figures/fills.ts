import type { Session } from "../../trading/session.ts";
import { significant } from "../numbers.ts";
import type { ScatterTrace } from "../plotly.ts";
import { looks } from "../theme.ts";
import { spread } from "../thin.ts";

/** Which fills are marked, and where. */
export interface FillTraceOptions {
  /** First step. @default {0} */
  readonly from?: number;
  /** Step after the last. @default {all steps} */
  readonly to?: number;
  /** Whether heights are distances from the mid. @default {false} */
  readonly relative?: boolean;
  /** Unit of prices. @default {"$"} */
  readonly unit?: string;
}

const MOST_MARKS = 250;

/**
 * Marks at a session's executions: buys by our bid, sells by our ask, and crossings as a taker, each at
 * the price it was done. Of more than 250 of a kind an even choice is marked, and the name
 * says so.
 */
export function fillTraces(session: Session, options: FillTraceOptions = {}): ScatterTrace[] {
  const { from = 0, relative = false, unit = "$" } = options;
  const to = Math.min(options.to ?? session.grid.steps, session.grid.steps);
  const { bought, sold, crossed, bid, ask, midPrice } = session;
  const kinds = [
    { name: "buys", happened: bought, at: bid, look: looks.bid },
    { name: "sells", happened: sold, at: ask, look: looks.ask },
    { name: "crossings", happened: crossed, at: midPrice, look: { ...looks.naive, symbol: "x" } },
  ];
  return kinds.flatMap(({ name, happened, at, look }) => {
    const steps: number[] = [];
    for (let n = from; n < to; n++) if (happened[n] !== 0) steps.push(n);
    if (steps.length === 0) return [];
    const kept = spread(steps.length, MOST_MARKS).map((i) => steps[i]);
    const every = kept.length < steps.length ? ` (${kept.length} of ${steps.length})` : "";
    return [{
      type: "scatter",
      mode: "markers",
      name: name + every,
      x: kept.map((n) => significant(session.time[n])),
      y: kept.map((n) => significant(relative ? at[n] - midPrice[n] : at[n])),
      marker: { color: look.color, symbol: look.symbol, size: name === "crossings" ? 8 : 6 },
      hovertemplate: `%{y:.6~g} ${unit}<extra>${name.slice(0, -1)}</extra>`,
    }];
  });
}

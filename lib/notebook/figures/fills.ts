import type { Session } from "../../trading/session.ts";
import type { Mark } from "../chart/mark.ts";
import { points } from "../chart/marks/points.ts";
import { readable } from "../numbers.ts";
import { looks } from "../theme.ts";
import { spread } from "../thin.ts";

/** Which fills are marked, and where. */
export interface FillOptions {
  /** First step. */
  readonly from: number;
  /** Step after the last. */
  readonly to: number;
  /** Whether heights are distances from the mid. */
  readonly relative: boolean;
}

const MOST_MARKS = 250;

/**
 * Marks at a session's executions: buys by our bid, sells by our ask, and crossings as a taker, each at
 * the price it was done. Of more than 250 of a kind an even choice is marked, and the name
 * says so. The pointer passes over them: {@linkcode fillWords} says what happened where it is, and a mark
 * would answer for its neighbours too.
 */
export function fillMarks(
  session: Session,
  { from, to, relative }: FillOptions,
): readonly Mark[] {
  const { bought, sold, crossed, bid, ask, midPrice, time } = session;
  const kinds = [
    { name: "buys", happened: bought, at: bid, look: looks.bid, size: 6 },
    { name: "sells", happened: sold, at: ask, look: looks.ask, size: 6 },
    {
      name: "crossings",
      happened: crossed,
      at: midPrice,
      look: { ...looks.naive, symbol: "x" },
      size: 8,
    },
  ];
  return kinds.flatMap(({ name, happened, at, look, size }) => {
    const steps: number[] = [];
    for (let n = from; n < to; n++) if (happened[n] !== 0) steps.push(n);
    if (steps.length === 0) return [];
    const kept = spread(steps.length, MOST_MARKS).map((i) => steps[i]);
    const every = kept.length < steps.length ? ` (${kept.length} of ${steps.length})` : "";
    return [points({
      name: name + every,
      x: kept.map((n) => time[n]),
      y: kept.map((n) => relative ? at[n] - midPrice[n] : at[n]),
      look,
      size,
      hover: "skip",
    })];
  });
}

/**
 * What was done at each of the chosen steps and until the next of them, in words for the pointer: what one
 * hovers is what happened then.
 *
 * @param session The session.
 * @param kept The chosen steps, rising.
 * @param unit Unit of prices.
 * @returns Words that follow a price; empty where nothing was done.
 */
export function fillWords(
  { bought, sold, crossed, bid, ask, midPrice, grid }: Session,
  kept: readonly number[],
  unit: string,
): readonly string[] {
  return kept.map((first, i) => {
    const last = Math.min(grid.steps, kept[i + 1] ?? first + 1);
    const said = (verb: string, done: Float64Array, at: Float64Array, sign: 1 | -1) => {
      let [units, steps, place] = [0, 0, first];
      for (let n = first; n < last; n++) {
        if (sign * done[n] <= 0) continue;
        [units, steps, place] = [units + Math.abs(done[n]), steps + 1, n];
      }
      if (steps === 0) return "";
      const where = steps === 1 ? `at ${readable(at[place], 6)} ${unit}` : `in ${steps} steps`;
      return `<br>${verb} ${readable(units)} ${where}`;
    };
    return said("bought", bought, bid, 1) + said("sold", sold, ask, 1) +
      said("crossed, bought", crossed, midPrice, 1) + said("crossed, sold", crossed, midPrice, -1);
  });
}

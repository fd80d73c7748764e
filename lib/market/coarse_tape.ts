import { checkThat, checkWhole } from "../check.ts";
import { checkTape, type Tape, tapeOf } from "./tape.ts";

/**
 * A tape as somebody sees it who looks less often: every so many steps are one.
 *
 * The mid is that of the long step's start, and a reach is counted from it: the farthest that any of its short
 * steps reached, wherever the mid had gone meanwhile. So a quote that stands through a long step is filled also
 * where the price came to it. An order that did not reach beyond the mid of its own short step met nobody and left
 * no print: it is none here.
 *
 * @param tape The tape, without gaps; its last steps are left out where they fill no long one.
 * @param every How many steps become one; >= 1.
 * @returns The tape of long steps.
 * @throws {RangeError} Where there is no whole long step, or the tape has gaps.
 *
 * @example The price rose by 2 before the buyer came who took a quote 1 above it
 * ```ts
 * import { coarseTape, tapeOf } from "@digital-market-maker/lab";
 * import { assertEquals } from "@std/assert";
 *
 * const none = -Infinity;
 * const midPrice = [100, 102, 102];
 * const tape = tapeOf({ horizon: 2, midPrice, buyReach: [none, 1], sellReach: [none, none] });
 * assertEquals([...coarseTape(tape, 2).buyReach], [3]);
 * ```
 */
export function coarseTape(tape: Tape, every: number): Tape {
  const action = "take coarseTape";
  checkTape(action, "tape", tape);
  const { grid, midPrice, gaps } = tape;
  checkWhole(action, "every", every);
  checkThat(action, "every", `at most the ${grid.steps} steps`, every, every <= grid.steps);
  checkThat(action, "tape", "without gaps", "with gaps", gaps === undefined || gaps.length === 0);
  const steps = Math.floor(grid.steps / every);
  const farthest = (column: Float64Array, side: 1 | -1) =>
    Float64Array.from({ length: steps }, (_, n) => {
      let reach = -Infinity;
      for (let at = n * every; at < (n + 1) * every; at++) {
        if (!(column[at] > 0)) continue;
        reach = Math.max(reach, column[at] + side * (midPrice[at] - midPrice[n * every]));
      }
      return reach;
    });
  const coarse = tapeOf({
    horizon: steps * every * grid.dt,
    midPrice: Float64Array.from({ length: steps + 1 }, (_, n) => midPrice[n * every]),
    buyReach: farthest(tape.buyReach, 1),
    sellReach: farthest(tape.sellReach, -1),
  });
  // Checked with the tape: a recording by a clock of its own may be long, and this a part of it.
  return tape.start === undefined ? coarse : { start: tape.start, ...coarse };
}

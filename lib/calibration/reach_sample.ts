import { isRecord } from "../shown.ts";
import { checkOneOf, checkThat } from "../check.ts";
import type { Replay } from "../market/replay/recording.ts";
import { unbroken } from "../market/slice_tape.ts";
import { checkTape, type Tape } from "../market/tape.ts";

/** Whose orders: buyers (they reach for our ask), sellers (for our bid), or both pooled. */
export type FlowSide = "buy" | "sell" | "both";

/** What a market shows of its order flow: how far orders reached, and in how much time. */
export interface ReachSample {
  /** `steps`: the farthest reach of each step and side; `orders`: the reach of every market order. */
  readonly per: "steps" | "orders";
  /** The reaches, in currency beyond the mid; −Infinity is that of a step without an order. */
  readonly reaches: Float64Array<ArrayBuffer>;
  /** The step each belongs to, 0 to N − 1. */
  readonly step: Int32Array<ArrayBuffer>;
  /** Number N of steps. */
  readonly steps: number;
  /** Steps without an order that are counted here, not listed among the reaches; two where both sides had none. @default {0} */
  readonly silent?: number;
  /** Steps that stand for gaps in a recording, rising: neither listed nor counted. @default {none} */
  readonly gaps?: Int32Array<ArrayBuffer>;
  /** Length of a step. */
  readonly dt: number;
  /** Time watched, without gaps; where both sides are pooled, each side's counts. */
  readonly time: number;
}

/**
 * A tape's reaches, one a step and side: all that the tape knows of the intensity.
 *
 * A quote at depth δ is filled in a step exactly where the reach is above δ. So the reach tells at once
 * what every depth would have met, and no fill experiment can tell more. Steps that stand for gaps in a
 * recording are left out, and their time with them. Steps in which no order came are counted, so that the
 * sample of a long and quiet recording is as small as what happened in it.
 *
 * @param tape The tape.
 * @param side Whose orders. @default {"both"}
 * @returns The sample: a reach for each step with an order, buyers first where both sides are pooled.
 * @throws {TypeError} Where it is no tape, or no side is called so.
 *
 * @example
 * ```ts
 * import { stepReaches, tapeOf } from "@digital-market-maker/lab";
 * import { assertEquals } from "@std/assert";
 *
 * const tape = tapeOf({ horizon: 1, midPrice: [100, 101], buyReach: [0.5], sellReach: [-Infinity] });
 * const { reaches, silent, time } = stepReaches(tape);
 * assertEquals([...reaches], [0.5]);
 * assertEquals([silent, time], [1, 2]);
 * ```
 */
export function stepReaches(
  tape: Tape,
  side: FlowSide = "both",
): ReachSample {
  checkTape("take stepReaches", "tape", tape);
  const { grid, buyReach, sellReach, gaps } = tape;
  checkOneOf("take stepReaches", "side", side, ["buy", "sell", "both"]);
  const columns = { buy: [buyReach], sell: [sellReach], both: [buyReach, sellReach] }[side];
  const { steps, dt } = grid;
  const looked = columns.length * (steps - (gaps?.length ?? 0));
  const heard = (visit: (reach: number, n: number) => void) => {
    for (const column of columns) {
      for (const [from, to] of unbroken(tape)) {
        for (let n = from; n < to; n++) if (column[n] > -Infinity) visit(column[n], n);
      }
    }
  };
  let count = 0;
  heard(() => count++);
  const [reaches, step] = [new Float64Array(count), new Int32Array(count)];
  let next = 0;
  heard((reach, n) => {
    reaches[next] = reach;
    step[next++] = n;
  });
  const silent = looked - count;
  return {
    ...{ per: "steps", reaches, step, steps, silent, dt, time: looked * dt } as const,
    ...(gaps === undefined ? {} : { gaps }),
  };
}

/**
 * A replay's market orders one by one, for the counting likelihood.
 *
 * @param replay A replay made with `orders: true`.
 * @param side Whose orders. @default {"both"}
 * @returns The sample.
 * @throws {TypeError} Where the replay kept no orders.
 *
 * @example
 * ```ts
 * import { orderReaches } from "@digital-market-maker/lab";
 * import { readMarket, replay } from "@digital-market-maker/lab/data";
 * import { assertEquals } from "@std/assert";
 *
 * const trades = readMarket(
 *   "time_us,price,quantity,aggressor\n0,9,1,sell\n1000000,8,1,sell\n1500000,7,1,sell\n2000000,7,1,sell\n",
 * );
 * const recorded = await replay([trades], { dt: 1, orders: true });
 * assertEquals([...orderReaches(recorded, "sell").reaches], [1, 2]);
 * ```
 */
export function orderReaches(
  replay: Pick<Replay, "tape" | "orders">,
  side: FlowSide = "both",
): ReachSample {
  const action = "take orderReaches";
  checkThat(
    action,
    "replay",
    "a replay, such as await replay(files, { dt, orders: true })",
    replay,
    isRecord(replay) && "tape" in replay,
  );
  const { tape, orders } = replay;
  checkTape(action, "replay.tape", tape);
  checkOneOf(action, "side", side, ["buy", "sell", "both"]);
  if (orders === undefined) {
    throw new TypeError(
      `Cannot ${action} as the replay must have kept its orders: made with orders: true, and not too many`,
    );
  }
  const wanted = { buy: [1], sell: [-1], both: [1, -1] }[side];
  const mine = (_: number, i: number) => wanted.includes(orders.aggressor[i]);
  const { steps, dt } = tape.grid;
  const { gaps } = tape;
  const known = steps - (gaps?.length ?? 0);
  return {
    ...(gaps === undefined ? {} : { gaps }),
    per: "orders",
    reaches: side === "both" ? orders.reach : orders.reach.filter(mine),
    step: side === "both" ? orders.step : orders.step.filter(mine),
    steps,
    dt,
    time: wanted.length * known * dt,
  };
}

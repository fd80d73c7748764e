import { checkNonNegative, checkPositive, checkThat, checkWhole } from "../../check.ts";
import { tapeOf } from "../tape.ts";
import { orderRecorder } from "./order_recorder.ts";
import type { ReplayOptions, TapeRecorder } from "./recording.ts";
import { type StepColumn, stepColumn } from "./step_column.ts";
import { tradeMid } from "./trade_mid.ts";

const ACTION = "record a tape";
const newer = (_: number, value: number) => value;
const add = (old: number, value: number) => old + value;

/**
 * Records a tape from trades and quotes as they stream by; it keeps a few numbers a step, never the rows.
 *
 * Step n begins at a whole multiple of dt since 1970, S_n is the mid of the last quote at or before that
 * moment less the latency, and the step's reach is how far beyond S_n its prints went: the highest print
 * that a buyer took, less S_n, and S_n less the lowest that a seller took. The tape covers the whole
 * steps in which both trades and quotes were recorded.
 *
 * Without quotes the mid is taken from the prints *before* that moment: halfway between the last that a
 * buyer took and the last that a seller took; where the later of the two is through the earlier (a buyer
 * pays less than the last seller got), and until both have come, it is the later print itself.
 *
 * @param options Step, latency, largest number of steps.
 * @returns The recorder.
 * @throws {RangeError} Where an option is out of its range; while recording, where times run backwards
 * from batch to batch or the tape grows too long.
 * @throws {TypeError} At the end, where no whole step was recorded.
 *
 * @example One's own rows, without a file
 * ```ts
 * import { tapeRecorder } from "@digital-market-maker/lab";
 * import { assertEquals } from "@std/assert";
 *
 * const recorder = tapeRecorder({ dt: 1 });
 * recorder.add({
 *   kind: "trades",
 *   time: Float64Array.of(0, 0, 1_000_000, 1_700_000, 2_000_000),
 *   price: Float64Array.of(99, 101, 102, 98, 100),
 *   quantity: Float64Array.of(1, 1, 1, 1, 1),
 *   aggressor: Int8Array.of(-1, 1, 1, -1, 1),
 * });
 * const { tape, midFrom } = recorder.replay();
 * assertEquals([...tape.midPrice], [100, 100]);
 * assertEquals([...tape.buyReach], [2]);
 * assertEquals([...tape.sellReach], [2]);
 * assertEquals(midFrom, "trades");
 * ```
 */
export function tapeRecorder(
  { dt, latency = 0, maximumSteps = 5_000_000, orderPause = 0.001, orders = false }: ReplayOptions,
): TapeRecorder {
  checkPositive(ACTION, "dt", dt);
  checkNonNegative(ACTION, "latency", latency);
  checkWhole(ACTION, "maximumSteps", maximumSteps);
  const step = Math.round(dt * 1e6);
  const exact = step > 0 && Math.abs(step - dt * 1e6) < 1e-6 * step;
  checkThat(ACTION, "dt", "a whole number of microseconds", dt, exact);
  checkNonNegative(ACTION, "orderPause", orderPause);
  const single = orders ? orderRecorder(Math.round(orderPause * 1e6)) : undefined;
  const delay = Math.round(latency * 1e6);

  const column = (filling: number, pick: (old: number, value: number) => number) =>
    stepColumn(filling, pick, maximumSteps, (steps) => {
      throw new RangeError(
        `Cannot ${ACTION} as its steps must be at most ${maximumSteps}: current value is ${steps}; ` +
          "take a longer dt, or look for a wrong time in the file",
      );
    });
  const high = column(-Infinity, Math.max);
  const low = column(Infinity, Math.min);
  const prints = column(0, add);
  const mids = { quotes: column(NaN, newer), trades: column(NaN, newer) };
  const span = { quotes: [NaN, NaN], trades: [NaN, NaN] };
  const midOf = tradeMid();
  const halfSpread = column(NaN, newer);
  let [tick, lastPrice] = [Infinity, NaN];
  // The first step whose quote acts on what is known at this time. A print at a step's first moment is
  // the step's own, so it is known only after it.
  const acts = (time: number) => Math.ceil((time + delay) / step);

  return {
    add(batch) {
      const { kind, time } = batch;
      if (time.length === 0) return;
      const times = span[kind];
      if (time[0] < times[1]) {
        throw new RangeError(
          `Cannot ${ACTION} as time of ${kind} must not run backwards from batch to batch: ` +
            `current value is ${time[0]} after ${times[1]}`,
        );
      }
      if (Number.isNaN(times[0])) times[0] = time[0];
      times[1] = time[time.length - 1];
      const mid = mids[kind];
      if (kind === "quotes") {
        time.forEach((at, i) => {
          mid.put(acts(at), (batch.bid[i] + batch.ask[i]) / 2);
          halfSpread.put(acts(at), (batch.ask[i] - batch.bid[i]) / 2);
        });
        return;
      }
      single?.add(batch, step);
      time.forEach((at, i) => {
        const [price, aggressor] = [batch.price[i], batch.aggressor[i]];
        const own = Math.floor(at / step);
        (aggressor > 0 ? high : low).put(own, price);
        prints.put(own, 1);
        mid.put(acts(at + 1), midOf(price, aggressor));
        const change = Math.abs(price - lastPrice);
        if (change > 0 && change < tick) tick = change;
        lastPrice = price;
      });
    },
    replay() {
      const midFrom = Number.isNaN(span.quotes[0]) ? "trades" : "quotes";
      const [firstMid, lastMid] = span[midFrom];
      const known = acts(midFrom === "quotes" ? firstMid : firstMid + 1);
      const first = Math.max(Math.ceil(span.trades[0] / step), known);
      const last = Math.floor(Math.min(span.trades[1], lastMid + delay) / step);
      const found = Number.isNaN(first) ? "no trades" : `${Math.max(0, last - first)} steps`;
      checkThat(ACTION, "the time recorded", `at least one step of ${dt} s`, found, last > first);
      const midPrice = filled(mids[midFrom], known, first, last);
      const steps = midPrice.subarray(1);
      const tape = tapeOf({
        horizon: (last - first) * dt,
        midPrice,
        buyReach: steps.map((_, n) => high.at(first + n) - midPrice[n]),
        sellReach: steps.map((_, n) => midPrice[n] - low.at(first + n)),
      });
      const count = steps.reduce((sum, _, n) => sum + prints.at(first + n), 0);
      const recorded = {
        tape,
        start: first * step,
        midFrom,
        prints: count,
        // A difference of prices carries their rounding.
        tick: tick === Infinity ? 0 : Number(tick.toPrecision(6)),
        halfSpread: midFrom === "trades"
          ? null
          : filled(halfSpread, known, first, last).reduce((a, b) => a + b) / midPrice.length,
      } as const;
      const kept = single?.orders(first, midPrice);
      return kept ? { ...recorded, orders: kept } : recorded;
    },
  };
}

/** The column from step `first` to `last`, with every gap holding what was before it. */
function filled(column: StepColumn, known: number, first: number, last: number) {
  let value = NaN;
  for (let n = known; n < first; n++) {
    const put = column.at(n);
    if (!Number.isNaN(put)) value = put;
  }
  return Float64Array.from({ length: last - first + 1 }, (_, n) => {
    const put = column.at(first + n);
    return value = Number.isNaN(put) ? value : put;
  });
}

import { checkThat } from "../../check.ts";
import { assembleTape, bookAtSteps, holesOf, midAt } from "./assemble_tape.ts";
import type { MarketBatch, QuoteBatch, TradeBatch } from "./batch.ts";
import { gapFinder } from "./gap_finder.ts";
import { levelRecorder } from "./level_recorder.ts";
import { orderRecorder } from "./order_recorder.ts";
import { printGuard } from "./print_guard.ts";
import type { ReplayOptions, TapeRecorder } from "./recording.ts";
import { recordingTerms } from "./recording_terms.ts";
import { stepLimits } from "./step_records.ts";
import { placesOf, stepsOn, stretchesBetween } from "./stretches.ts";
import { tickFinder, tickOr } from "./tick_finder.ts";
import { tradeMid } from "./trade_mid.ts";

const ACTION = "record a tape";
/** A pause this long is no gap but a wrong time: a year, in microseconds. */
const NO_GAP = 366 * 86_400e6;

/**
 * Records a tape from trades and quotes as they stream by; it keeps a few numbers a step, never the rows.
 *
 * Step n begins at a whole multiple of dt since 1970, S_n is the mid of the last quote at or before that
 * moment less the latency, and the step's reach is how far beyond S_n its prints went: the highest print
 * that a buyer took, less S_n, and S_n less the lowest that a seller took. Where quotes are given the book
 * may run over a quote of ours without any print: so a best bid above S_n within the step reaches for our
 * ask as far as a print there, and a best ask below it for our bid. The tape covers the whole steps in which
 * both trades and quotes were recorded.
 *
 * Without quotes the mid is taken from the prints *before* that moment: halfway between the last that a
 * buyer took and the last that a seller took; where the later of the two is through the earlier (a buyer
 * pays less than the last seller got), and until both have come, it is the later print itself.
 *
 * A longer pause than `longestGap` in trades or in quotes is a gap: the steps that it touches are left out,
 * with all that came in them, and one step, listed in the tape's `gaps`, stands in their place. Nothing
 * crosses a gap: after it, the mid is that of the first quote, or of the first prints of both sides.
 *
 * @param options Step, latency, gaps, largest reach, largest number of steps.
 * @returns The recorder.
 * @throws {RangeError} Where an option is out of its range; while recording, where times run backwards
 * from batch to batch or the tape grows too long.
 * @throws {TypeError} At the end, where no whole step was recorded.
 */
export function tapeRecorder(options: ReplayOptions): TapeRecorder {
  const { dt, step, delay, maximumSteps, orderPause, longestGap, largestReach, tick, orders } =
    recordingTerms(ACTION, options);
  const { tooLong, records } = stepLimits(ACTION, maximumSteps);
  const prints = records({ high: -Infinity, low: Infinity, count: 0 });
  // The best prices that act from a step on. Where they are taken from trades, both are the mid, and both
  // sides have printed since a time.
  const blankBest = { bid: NaN, ask: NaN, since: NaN };
  // The best quotes that stood at the start of a step; with latency, ours act on older ones.
  const stood = records({ ...blankBest, bidQuantity: NaN, askQuantity: NaN });
  const best = {
    quotes: delay === 0 ? stood : records(blankBest),
    trades: records(blankBest),
  };
  const run = records({ bid: -Infinity, ask: Infinity });
  const printed = levelRecorder();
  const span = { quotes: [NaN, NaN], trades: [NaN, NaN] };
  const pauses = {
    quotes: gapFinder("quotes", longestGap),
    trades: gapFinder("trades", longestGap),
  };
  const single = orders ? orderRecorder(orderPause, step) : undefined;
  const [midOf, ticks, believed] = [tradeMid(), tickFinder(), printGuard(largestReach)];
  const lastOf = { buy: NaN, sell: NaN };
  let printsLeftOut = 0;
  // The first step whose quote acts on what is known at this time. A print at a step's first moment is
  // the step's own, so it is known only after it.
  const acts = (time: number) => Math.ceil((time + delay) / step);

  function putBest(
    kind: "quotes" | "trades",
    own: number,
    bid: number,
    ask: number,
    since: number,
  ) {
    const { of, columns } = best[kind];
    const record = of(own);
    columns.bid.set(record, bid);
    columns.ask.set(record, ask);
    columns.since.set(record, since);
  }
  function addQuote({ time, bid, ask, bidQuantity, askQuantity }: QuoteBatch, i: number) {
    putBest("quotes", acts(time[i]), bid[i], ask[i], time[i]);
    const standing = stood.of(Math.ceil(time[i] / step));
    stood.columns.bid.set(standing, bid[i]);
    stood.columns.ask.set(standing, ask[i]);
    stood.columns.bidQuantity.set(standing, bidQuantity[i]);
    stood.columns.askQuantity.set(standing, askQuantity[i]);
    const record = run.of(Math.floor(time[i] / step));
    run.columns.bid.set(record, Math.max(run.columns.bid.at(record)!, bid[i]));
    run.columns.ask.set(record, Math.min(run.columns.ask.at(record)!, ask[i]));
    ticks.add(bid[i]);
    ticks.add(ask[i]);
  }
  function addTrade(
    { time: times, price: priceOf, aggressor: sideOf, quantity: quantities }: TradeBatch,
    i: number,
  ) {
    const [time, price, aggressor] = [times[i], priceOf[i], sideOf[i]];
    const own = Math.floor(time / step);
    if (!believed(price, largestReach === Infinity ? NaN : midAt(best.quotes, own))) {
      printsLeftOut++;
      return;
    }
    const { columns: { high, low, count }, of } = prints;
    const record = of(own);
    if (aggressor > 0) high.set(record, Math.max(high.at(record)!, price));
    else low.set(record, Math.min(low.at(record)!, price));
    count.set(record, count.at(record)! + 1);
    lastOf[aggressor > 0 ? "buy" : "sell"] = time;
    if (Number.isNaN(span.quotes[0])) {
      // Once a quote has come, the mid is taken from quotes alone.
      const mid = midOf(price, aggressor);
      putBest("trades", acts(time + 1), mid, mid, Math.min(lastOf.buy, lastOf.sell));
    }
    ticks.add(price);
    printed.add(own, price, aggressor, quantities[i]);
    single?.add(time, price, aggressor);
  }
  function add(batch: MarketBatch, from = 0, to = batch.time.length) {
    if (to <= from) return;
    const { kind, time } = batch;
    const times = span[kind];
    if (time[from] < times[1]) {
      throw new RangeError(
        `Cannot ${ACTION} as time of ${kind} must not run backwards from batch to batch: ` +
          `current value is ${time[from]} after ${times[1]}`,
      );
    }
    if (Number.isNaN(times[0])) times[0] = time[from];
    for (let i = from; i < to; i++) {
      if (time[i] - times[1] > NO_GAP) tooLong(Math.floor((time[i] - times[0]) / step));
      times[1] = time[i];
      pauses[kind].add(time[i]);
      if (kind === "quotes") addQuote(batch, i);
      else addTrade(batch, i);
    }
  }

  return {
    add,
    replay() {
      const midFrom = Number.isNaN(span.quotes[0]) ? "trades" : "quotes";
      const [firstMid, lastMid] = span[midFrom];
      const known = acts(midFrom === "quotes" ? firstMid : firstMid + 1);
      const first = Math.max(Math.ceil(span.trades[0] / step), known);
      const last = Math.floor(Math.min(span.trades[1], lastMid + delay) / step);
      checkThat(ACTION, "what is recorded", "trades as well", "quotes alone", !Number.isNaN(first));
      const oneStep = ["the time recorded", `at least one step of ${dt} s`] as const;
      checkThat(ACTION, ...oneStep, `${Math.max(0, last - first)} steps`, last > first);

      const source = best[midFrom];
      const both = { trades: pauses.trades.gaps(), quotes: pauses.quotes.gaps() };
      const gaps = [...both.trades.gaps, ...both.quotes.gaps].sort((a, b) => a.from - b.from);
      const stretches = stretchesBetween(
        first,
        last,
        holesOf(gaps, { midFrom, source, step, last }),
      );
      const steps = stepsOn(stretches);
      checkThat(ACTION, ...oneStep, "gaps alone", steps > 0);
      if (steps > maximumSteps) tooLong(steps);
      const placeOf = placesOf(stretches);
      const { tape, printReach, count, halfSpread } = assembleTape(stretches, {
        dt,
        source,
        prints,
        run,
      });
      const recorded = {
        tape,
        start: stretches[0].from * step,
        stretchStarts: stretches.map(({ from }) => from * step),
        midFrom,
        prints: count,
        printReach,
        levels: printed.levels(placeOf, steps),
        medianPrint: printed.median(),
        book: midFrom === "quotes" ? bookAtSteps(stretches, stood) : null,
        gaps,
        longestGap: { trades: both.trades.longest, quotes: both.quotes.longest },
        stepsLeftOut: last - first - (steps - (stretches.length - 1)),
        printsLeftOut,
        tick: tickOr(ticks.tick(), tick),
        strayPrices: ticks.strays(),
        halfSpread: midFrom === "trades" ? null : halfSpread,
      } as const;
      const kept = single?.orders(placeOf, tape.midPrice);
      return kept ? { ...recorded, orders: kept } : recorded;
    },
  };
}

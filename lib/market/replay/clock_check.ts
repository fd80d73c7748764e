import type { MarketBatch, QuoteBatch } from "./batch.ts";

/** How well trades and quotes belong together. */
export interface ClockCheck {
  /** Median distance of prints from the mid of their moment, as a share of the mid. */
  readonly distance: number;
  /** Share of prints on the wrong side of the mid: bought below it, or sold above. */
  readonly wrongSide: number;
  /** What added to the quotes' times separates the sides best, in seconds; null where nothing separates them. */
  readonly offset: number | null;
  /** Share on the wrong side with that offset; null where there is none. */
  readonly wrongSideThen: number | null;
  /** Whether most prints that a seller is said to have taken were taken by buyers, and the other way round. */
  readonly inverted: boolean;
  /** Prints looked at. */
  readonly prints: number;
}

/** Compares trades with quotes as they stream by in order of time. */
export interface ClockChecker {
  /** Takes the next rows. */
  readonly add: (batch: MarketBatch, from: number, to: number) => void;
  /** The verdict; null where there were no quotes, or no print had one. */
  readonly check: () => ClockCheck | null;
}

/** Offsets tried, in microseconds. */
const [FARTHEST, STEP] = [500_000, 5_000];
const OFFSETS = Array.from(
  { length: 2 * FARTHEST / STEP + 1 },
  (_, i) => i * STEP - FARTHEST,
);
const NONE = FARTHEST / STEP;
/** After so many prints every other is looked at, after as many more every fourth, and so on. */
const STRIDE = 2048;
/** An offset is believed where fewer than this share is left on the wrong side. */
const BELIEVED = 0.35;

/**
 * Makes a checker. For offsets from half a second back to half a second ahead it counts how many prints lie
 * on the wrong side of the mid; the offset is the smallest one whose share is the least, or as good as that
 * by the share's own standard error. Where aggressors are the wrong way round, the offset that puts most
 * prints on the wrong side is the one, if prints at the very best quotes agree.
 */
export function clockChecker(): ClockChecker {
  const wrong = new Float64Array(OFFSETS.length);
  const seen = new Float64Array(OFFSETS.length);
  const quotes = recentQuotes();
  let pending: { time: number; price: number; aggressor: number }[] = [];
  let [count, stride] = [0, 1];
  const distances: number[] = [];
  let [atTheirs, atOurs] = [0, 0];

  function judge({ time, price, aggressor }: typeof pending[number]): void {
    const now = quotes.at(time);
    if (now < 0) return;
    const [bid, ask] = [quotes.bid(now), quotes.ask(now)];
    const mid = (bid + ask) / 2;
    distances.push(Math.abs(price - mid) / mid);
    if (ask > bid && price === (aggressor > 0 ? ask : bid)) atTheirs++;
    if (ask > bid && price === (aggressor > 0 ? bid : ask)) atOurs++;
    OFFSETS.forEach((offset, i) => {
      const place = quotes.at(time - offset);
      if (place < 0) return;
      const side = aggressor * (price - (quotes.bid(place) + quotes.ask(place)) / 2);
      seen[i]++;
      if (side < 0) wrong[i]++;
      else if (side === 0) wrong[i] += 0.5;
    });
  }
  function settle(now: number): void {
    const ready = pending.filter(({ time }) => time + FARTHEST < now);
    if (ready.length === 0) return;
    ready.forEach(judge);
    pending = pending.slice(ready.length);
    quotes.forget((pending[0]?.time ?? now) - FARTHEST - 1);
  }
  return {
    add(batch, from, to) {
      if (batch.kind === "quotes") {
        for (let i = from; i < to; i++) quotes.push(batch, i);
        const now = batch.time[to - 1];
        if (pending.length > 0) settle(now);
        else quotes.forget(now - 2 * FARTHEST);
        return;
      }
      for (let i = from; i < to; i++) {
        if (count++ % stride !== 0) continue;
        if (count >= STRIDE * 2 * stride) stride *= 2;
        pending.push({
          time: batch.time[i],
          price: batch.price[i],
          aggressor: batch.aggressor[i],
        });
      }
      if (pending.length > STRIDE) settle(batch.time[to - 1]);
    },
    check() {
      pending.forEach(judge);
      pending = [];
      if (distances.length === 0) return null;
      const shares = OFFSETS.map((_, i) => seen[i] > 0 ? wrong[i] / seen[i] : NaN);
      const best = smallest(shares, seen);
      const worst = smallest(shares.map((share) => 1 - share), seen);
      const inverted = shares[worst] > 1 - BELIEVED && 1 - shares[worst] < shares[best] &&
        atOurs > 3 * atTheirs;
      const found = inverted ? worst : shares[best] < BELIEVED ? best : undefined;
      return {
        distance: distances.sort((a, b) => a - b)[Math.floor(distances.length / 2)],
        wrongSide: shares[NONE],
        offset: found === undefined ? null : OFFSETS[found] / 1e6,
        wrongSideThen: found === undefined ? null : shares[found],
        inverted,
        prints: distances.length,
      };
    },
  };
}

/** The place of the least share; of those within a standard error of it, the one nearest to no offset. */
function smallest(shares: readonly number[], seen: Float64Array): number {
  const most = seen[NONE];
  const usable = OFFSETS.map((_, i) => i).filter((i) => seen[i] > 0.9 * most);
  const least = usable.reduce((best, i) => shares[i] < shares[best] ? i : best);
  const share = shares[least];
  const noise = Math.sqrt(Math.max(share * (1 - share), 1 / seen[least]) / seen[least]);
  return usable.filter((i) => shares[i] <= share + noise)
    .reduce((best, i) => Math.abs(OFFSETS[i]) < Math.abs(OFFSETS[best]) ? i : best);
}

/** Best quotes of the last while, in order of time. */
function recentQuotes() {
  let times: number[] = [];
  let bids: number[] = [];
  let asks: number[] = [];
  let from = 0;
  return {
    /** Takes a quote; one that changes nothing needs no place, and of one time the last is the one. */
    push(batch: QuoteBatch, i: number) {
      const last = times.length - 1;
      if (bids[last] === batch.bid[i] && asks[last] === batch.ask[i]) return;
      if (last >= from && times[last] === batch.time[i]) {
        [bids[last], asks[last]] = [batch.bid[i], batch.ask[i]];
        return;
      }
      times.push(batch.time[i]);
      bids.push(batch.bid[i]);
      asks.push(batch.ask[i]);
    },
    /** The place of the last quote at or before a time; −1 where there is none. */
    at(time: number): number {
      let [low, high] = [from, times.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (times[middle] <= time) low = middle + 1;
        else high = middle;
      }
      return low === from ? -1 : low - 1;
    },
    bid: (place: number) => bids[place],
    ask: (place: number) => asks[place],
    /** Lets go of all quotes before a time but the last of them. */
    forget(time: number) {
      while (from + 1 < times.length && times[from + 1] <= time) from++;
      if (from < 65_536 || from < times.length / 2) return;
      [times, bids, asks] = [times, bids, asks].map((column) => column.slice(from));
      from = 0;
    },
  };
}

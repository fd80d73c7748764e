import type { Strategy } from "../../lib/strategy/strategy.ts";
/**
 * Every session a small market can bring, each with its probability, traded by the engine's own loop: an
 * exact answer that shares nothing with the recursions but the model.
 */
import type { MemorylessFlow, Side } from "../../lib/market/order_flow.ts";
import type { PriceProcess } from "../../lib/market/price_process.ts";
import { type Tape, tapeOf } from "../../lib/market/tape.ts";
import type { TimeGrid } from "../../lib/time_grid.ts";
import type { Trader } from "../../lib/trading/execution.ts";
import type { Session } from "../../lib/trading/session.ts";
import { trade } from "../../lib/trading/trade.ts";

/** A price that steps to up·S + rise or to down·S − fall, with equal probability. */
export interface CoinPrice {
  readonly initialPrice: number;
  readonly up: number;
  readonly down: number;
  readonly rise: number;
  readonly fall: number;
}

/** Order flow that reaches one of a few depths. */
export type Reaches = Readonly<
  Record<Side, readonly (readonly [reach: number, probability: number])[]>
>;

/** The two branches of one step. */
const branches = ({ up, down, rise, fall }: CoinPrice) =>
  [(s: number) => up * s + rise, (s: number) => down * s - fall] as const;

/** The coin's price as a process that knows its moments and draws nothing. */
export function coinProcess(coin: CoinPrice): PriceProcess {
  const { up, down, rise, fall, initialPrice } = coin;
  return {
    name: "coin",
    parameters: {},
    initialPrice,
    draw() {},
    stepMoments: () => ({
      mean: [(rise - fall) / 2, (up + down) / 2],
      square: [
        (rise * rise + fall * fall) / 2,
        up * rise - down * fall,
        (up * up + down * down) / 2,
      ],
    }),
  };
}

/** The reaches as a flow that knows its probabilities and draws nothing. */
export function reachFlow(reaches: Reaches): MemorylessFlow {
  return {
    name: "reaches",
    draw() {},
    fillProbability: (side, depth) =>
      reaches[side].reduce((sum, [reach, p]) => depth < reach ? sum + p : sum, 0),
    reachOf: () => NaN,
  };
}

/** Trades every tape there can be and hands over each session with its probability. */
export function everySession(
  grid: TimeGrid,
  coin: CoinPrice,
  reaches: Reaches,
  trader: Trader,
  visit: (session: Session, probability: number) => void,
): void {
  const tape = {
    midPrice: [coin.initialPrice],
    buyReach: [] as number[],
    sellReach: [] as number[],
  };
  const step = (n: number, probability: number) => {
    if (n === grid.steps) {
      visit(trade(tapeOf({ horizon: grid.horizon, ...tape }) as Tape, trader), probability);
      return;
    }
    for (const move of branches(coin)) {
      tape.midPrice[n + 1] = move(tape.midPrice[n]);
      for (const [buyReach, buy] of withNone(reaches.ask)) {
        tape.buyReach[n] = buyReach;
        for (const [sellReach, sell] of withNone(reaches.bid)) {
          tape.sellReach[n] = sellReach;
          step(n + 1, probability * buy * sell / 2);
        }
      }
    }
  };
  step(0, 1);
}

function withNone(levels: Reaches[Side]): Reaches[Side] {
  return [...levels, [-Infinity, 1 - levels.reduce((sum, [, p]) => sum + p, 0)]];
}

/** A strategy that leans on inventory and time, so that every entry of its table is its own. */
export const leaning: Strategy = {
  name: "leaning",
  readsPrice: false,
  readsTime: true,
  quote: ({ inventory, timeLeft }) => ({
    bidDepth: 0.3 + 0.25 * inventory - 0.05 * timeLeft,
    askDepth: 0.2 - 0.3 * inventory + 0.1 * timeLeft,
  }),
};

/** How far orders reach for it. */
export const reaches: Reaches = { ask: [[0.4, 0.3], [1, 0.35]], bid: [[0.7, 0.6]] };

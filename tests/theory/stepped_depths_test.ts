import { assertAlmostEquals, assertGreaterOrEqual } from "@std/assert";
import fc from "fast-check";
import { lottery } from "../../lib/theory/lottery.ts";
import {
  bestDepths,
  type SteppedMarket,
  type SteppedSide,
} from "../../lib/theory/stepped_depths.ts";

/** Depths that a search tries on one side, none among them, with what they do. */
function tried({ saturates }: SteppedMarket, side: SteppedSide, count: number) {
  const { decay, expected, share, extra, floor, change } = side;
  const none = { chance: 0, miss: 1, earned: 0 };
  if (change === -Infinity || expected === 0) return [none];
  const closest = Math.max(floor, Math.log(expected / (saturates ? 1 : 40)) / decay);
  const depths = Array.from({ length: count }, (_, i) => closest + (i / count) ** 1.5 * 25 / decay);
  return [
    none,
    ...depths.map((depth) => {
      const orders = expected * Math.exp(-decay * depth);
      const chance = saturates ? Math.min(1, orders) : -Math.expm1(-orders);
      const miss = saturates ? 1 - chance : Math.exp(-orders);
      return { chance, miss, earned: share * depth + extra };
    }),
  ];
}

/** What the best pair of a grid of depths is worth. */
function searched(market: SteppedMarket, bid: SteppedSide, ask: SteppedSide, count: number) {
  const { gamma } = market;
  const bids = tried(market, bid, count);
  let best = -Infinity;
  for (const a of tried(market, ask, count)) {
    const without = a.chance === 0 ? 0 : lottery(gamma, a.miss, 0, a.chance, ask.change + a.earned);
    const withBid = bids.length === 1 ? 0 : lottery(gamma, a.miss, bid.change, a.chance, a.earned);
    for (const b of bids) {
      best = Math.max(best, lottery(gamma, b.miss, without, b.chance, b.earned + withBid));
    }
  }
  return best;
}

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const logarithmic = (min: number, max: number) =>
  number(Math.log(min), Math.log(max)).map((x) => Math.exp(x));

Deno.test("bestDepths() is beaten by no pair of a grid: A·dt 0.05–30, γ/k 0–20, any lean, both fill rules", () => {
  const steps = fc.record({
    decay: logarithmic(0.2, 5),
    // The ask's decay in the bid's.
    unequal: fc.oneof(fc.constant(1), logarithmic(0.3, 3)),
    relativeRisk: fc.oneof(fc.constant(0), logarithmic(1e-12, 20)),
    expected: logarithmic(0.05, 30),
    saturates: fc.boolean(),
    bias: fc.oneof(fc.constant(0), number(-1, 1)),
    lean: number(-3, 3),
    // Below 0 where inventory costs; above 0 at a limit beyond which a position is crossed.
    bend: fc.oneof(logarithmic(0.01, 10).map((x) => -x), number(-1, 3)),
    floor: fc.constantFrom(-Infinity, 0, 0.5),
    forbidden: fc.constantFrom("none", "none", "none", "bid", "ask"),
    rebate: fc.constantFrom(0, 0.01, -0.01),
  });
  fc.assert(
    fc.property(steps, ({ decay, relativeRisk, expected, bias, lean, bend, floor, ...rest }) => {
      const { saturates, forbidden, rebate, unequal } = rest;
      const market = { gamma: relativeRisk * decay, saturates };
      const side = (name: "bid" | "ask", sign: number): SteppedSide => ({
        decay: decay * (name === "ask" ? unequal : 1),
        expected: expected * (1 - sign * bias),
        share: 1 - sign * rebate,
        extra: rebate,
        floor: floor / decay,
        change: forbidden === name ? -Infinity : (sign * lean + bend / 2) / decay,
      });
      const [bid, ask] = [side("bid", 1), side("ask", -1)];
      const { worth } = bestDepths(market, bid, ask);
      assertGreaterOrEqual(worth, searched(market, bid, ask, 100) - 1e-10 / decay);
    }),
    { seed: 20240808, numRuns: 1500 },
  );
});

Deno.test("bestDepths() lets both sides be certain where either alone would keep away", () => {
  const side: SteppedSide = {
    decay: 1.5,
    expected: 2.25,
    share: 1,
    extra: 0,
    floor: -Infinity,
    change: -1.2,
  };
  const market = { gamma: 0.5, saturates: true };
  const { bidDepth, askDepth, worth } = bestDepths(market, side, side);
  assertAlmostEquals(bidDepth, Math.log(2.25) / 1.5, 1e-13);
  assertAlmostEquals(askDepth, Math.log(2.25) / 1.5, 1e-13);
  assertAlmostEquals(worth, 2 * Math.log(2.25) / 1.5, 1e-13);
});

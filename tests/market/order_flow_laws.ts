/**
 * The laws that every memoryless order flow keeps, once for all of them.
 *
 * A new flow adds one call of {@linkcode testMemorylessFlowLaws}, with wrong versions of itself that the
 * same assertions must refuse.
 */
import { type MemorylessFlow, type Side, streams, timeGrid } from "@digital-market-maker/lab";
import { assert, assertEquals, assertLessOrEqual, assertThrows } from "@std/assert";
import { assertWithinStandardErrors } from "../statistics.ts";
import { blankTape, type Tape } from "../../lib/market/tape.ts";

export interface MemorylessFlowLaws {
  readonly name: string;
  readonly flow: MemorylessFlow;
  readonly dt: number;
  /** Flows whose fills must be told from those that `flow` promises. */
  readonly wrong: Readonly<Record<string, MemorylessFlow>>;
}

const SEEDS = [1, 2, 3];
const SIDES = ["bid", "ask"] as const;
const DEPTHS = [-0.2, 0, 0.3, 0.745, 1.5, 3];
/** A fill probability p off by 3 % moves by 0.03·√(pn/(1 − p)) standard errors: 8 at p = 0.2. */
const STEPS = 300_000;

export function testMemorylessFlowLaws({ name, flow, dt, wrong }: MemorylessFlowLaws): void {
  Deno.test(`${name} fills as often as fillProbability() says, on both sides`, () => {
    for (const seed of SEEDS) assertFills(flow, flow, dt, seed);
  });

  for (const [what, other] of Object.entries(wrong)) {
    Deno.test(`${name} is told from a version with ${what}`, () => {
      assertThrows(() => assertFills(other, flow, dt, 1));
    });
  }

  Deno.test(`${name} reaches by reachOf() as fillProbability() says`, () => {
    for (const side of SIDES) {
      for (const depth of DEPTHS) assertReachAgrees(flow, side, depth, dt);
    }
  });

  Deno.test(`${name} fills less often as depth grows, never beyond 0 … 1`, () => {
    for (const side of SIDES) {
      let before = 1;
      for (let depth = -5; depth <= 50; depth += 0.25) {
        const now = flow.fillProbability(side, depth, dt);
        assert(now >= 0 && now <= 1);
        assert(now < before || now === 1 || now === 0, `${side} at ${depth}: ${now}`);
        before = now;
      }
      assertEquals(flow.fillProbability(side, Infinity, dt), 0);
    }
  });

  Deno.test(`${name} fills both sides independently, and each step for itself`, () => {
    for (const seed of SEEDS) {
      const tape = draw(flow, dt, seed, 0);
      const asks = tape.buyReach.map((reach) => 0.3 < reach ? 1 : 0);
      const bids = tape.sellReach.map((reach) => 0.3 < reach ? 1 : 0);
      const ask = flow.fillProbability("ask", 0.3, dt), bid = flow.fillProbability("bid", 0.3, dt);
      const covariance = (first: Float64Array, a: number, second: Float64Array, b: number) =>
        assertWithinStandardErrors(second.map((x, n) => (first[n] - a) * (x - b)), 0);
      covariance(asks, ask, bids, bid);
      covariance(asks, ask, asks.subarray(1), ask);
      covariance(bids, bid, bids.subarray(1), bid);
    }
  });

  Deno.test(`${name} draws the same tape from the same stream, and another from another path`, () => {
    const { buyReach, sellReach } = draw(flow, dt, 1, 5, 40);
    draw(flow, dt, 1, 6, 40);
    const again = draw(flow, dt, 1, 5, 40);
    assertEquals([again.buyReach, again.sellReach], [buyReach, sellReach]);
    assert(draw(flow, dt, 1, 6, 40).buyReach.every((reach, n) => reach !== buyReach[n]));
  });

  Deno.test(`${name} leaves the mid-prices alone`, () => {
    assert(draw(flow, dt, 1, 0, 40).midPrice.every((price) => price === 0));
  });
}

function draw(flow: MemorylessFlow, dt: number, seed: number, path: number, steps = STEPS): Tape {
  const tape = blankTape(timeGrid({ horizon: steps * dt, steps }));
  flow.draw(streams(seed)("flow", path), tape);
  return tape;
}

function assertFills(
  flow: MemorylessFlow,
  promise: MemorylessFlow,
  dt: number,
  seed: number,
): void {
  const { buyReach, sellReach } = draw(flow, dt, seed, 0);
  for (const side of SIDES) {
    const reach = side === "ask" ? buyReach : sellReach;
    for (const depth of DEPTHS) {
      const expected = promise.fillProbability(side, depth, dt);
      let fills = 0;
      for (const length of reach) if (depth < length) fills++;
      assertWithinStandardErrors(
        {
          mean: fills / reach.length,
          standardError: Math.sqrt(expected * (1 - expected) / reach.length),
        },
        expected,
        { what: `${side} fills at depth ${depth}` },
      );
    }
  }
}

/** Of words spread evenly over all 2³², a share of exactly the fill probability reaches the depth. */
function assertReachAgrees(flow: MemorylessFlow, side: Side, depth: number, dt: number): void {
  const count = 20_000;
  let fills = 0;
  for (let i = 0; i < count; i++) {
    const word = Math.floor((i + 0.5) / count * 2 ** 32) | 0;
    if (depth < flow.reachOf(side, word, dt)) fills++;
  }
  const expected = flow.fillProbability(side, depth, dt);
  assertLessOrEqual(Math.abs(fills / count - expected), 0.5001 / count);
}

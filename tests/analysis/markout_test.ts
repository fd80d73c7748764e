import {
  arithmeticBrownian,
  drawTape,
  markouts,
  poissonFlow,
  scenario,
  type Session,
  streams,
  trade,
} from "@digital-market-maker/lab";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { assertDeviationWithinStandardErrors, assertWithinStandardErrors } from "../statistics.ts";
import { half, none, session, strategy, tape } from "../trading/by_hand.ts";

/** Bid filled at 100, ask filled at 102. */
const market = tape([100, 101, 102, 105, 103], [none, none, 1, none], [1, none, none, none]);
const byHand = session(market);

Deno.test("markouts() by hand: +1 for a bid fill, −1 for an ask fill, the spread not counted", () => {
  const result = markouts(byHand, { horizons: [1, 2, 3, 5] });
  // After one step +1 and −3, after two +2 and −1, after three +5 alone, after five nothing is known.
  assertEquals(result.map(({ mean }) => mean), [-1, 0.5, 5, null]);
  assertEquals(result.map(({ units }) => units), [2, 2, 1, 0]);
  assertEquals(result.map(({ steps }) => steps), [1, 2, 3, 5]);
  assertEquals(result[3].standardError, null);
});

Deno.test("markouts() of one side looks at that side's fills alone", () => {
  const mean = (side: "bid" | "ask") => markouts(byHand, { horizons: [1], side })[0].mean;
  assertEquals([mean("bid"), mean("ask")], [1, -3]);
});

Deno.test("markouts() count horizons in the grid's time as well", () => {
  const slow = session({ ...market, grid: { horizon: 2, steps: 4, dt: 0.5 } });
  assertEquals(markouts(slow, { horizons: [3] })[0].time, 1.5);
});

Deno.test("markouts() weigh fills by their units, and sessions together", () => {
  const one = session(tape([100, 104], [none], [1]), half, { orderSize: 3 });
  const other = session(tape([100, 100], [none], [1]));
  assertEquals(markouts([one, other], { horizons: [1] })[0].mean, 3);
});

Deno.test("markouts() leave trades as a taker out", () => {
  const selling = tape([100, 100, 100, 70], [none, none, none], [9, 9, none]);
  const crossed = session(selling, half, { limit: 1, breach: "cross-one" });
  assertEquals(crossed.crossed[2], -1);
  assertEquals(markouts(crossed, { horizons: [1] })[0], {
    steps: 1,
    time: 1,
    units: 2,
    mean: 0,
    standardError: 0,
    interval: null,
  });
});

Deno.test("markouts() of a maker with impact ξ start at −ξ", () => {
  const still = tape(new Array(41).fill(100), new Array(40).fill(none), new Array(40).fill(1));
  const pushed = session(still, strategy(() => ({ bidDepth: 0.5, askDepth: Infinity })), {
    impact: 0.2,
  });
  assertAlmostEquals(markouts(pushed, { horizons: [1] })[0].mean!, -0.2, 1e-12);
});

const HORIZONS = [1, 5, 20, 100];

function readmeSessions(paths: number, seed: number, name: "readme" | "toxic"): Session[] {
  const { market, grid, traders } = scenario(name);
  const random = streams(seed);
  return Array.from(
    { length: paths },
    (_, path) => trade(drawTape(market, grid, random, path), traders.as),
  );
}

Deno.test("markouts() of Avellaneda–Stoikov in a pure market are zero at every horizon", () => {
  for (const seed of [1, 2, 3]) {
    for (const side of ["bid", "ask", "both"] as const) {
      for (
        const { mean, standardError, steps } of markouts(readmeSessions(150, seed, "readme"), {
          horizons: HORIZONS,
          side,
        })
      ) {
        assertWithinStandardErrors({ mean: mean!, standardError: standardError! }, 0, {
          what: `markout of ${side} after ${steps} steps`,
        });
      }
    }
  }
});

Deno.test("markouts() see the drift of toxic flow: asks lose 0.03 a step, bids gain it", () => {
  const sessions = readmeSessions(400, 1, "toxic");
  for (const [side, sign] of [["ask", -1], ["bid", 1]] as const) {
    for (const { steps, mean, standardError } of markouts(sessions, { horizons: HORIZONS, side })) {
      const estimate = { mean: mean!, standardError: standardError! };
      assertWithinStandardErrors(estimate, sign * 0.03 * steps);
      if (steps >= 20) assertThrows(() => assertWithinStandardErrors(estimate, 0));
    }
  }
});

Deno.test("markouts() have standard errors that their means vary with, although windows overlap", () => {
  // A maker with a trend of its own: bids for twenty steps, then asks for twenty.
  const turns = strategy(({ time }) =>
    Math.floor(time / 20) % 2 === 0
      ? { bidDepth: 0.2, askDepth: Infinity }
      : { bidDepth: Infinity, askDepth: 0.2 }
  );
  const { grid } = scenario("readme");
  const pure = {
    price: arithmeticBrownian({ initialPrice: 100, volatility: 1 }),
    flow: poissonFlow({ scale: 0.9, decay: 1.5 }),
  };
  const scores = (steps: number) =>
    Float64Array.from({ length: 1500 }, (_, path) => {
      const played = session(drawTape(pure, grid, streams("overlap"), path), turns);
      const { mean, standardError } = markouts(played, { horizons: [steps] })[0];
      return mean! / standardError!;
    });
  assertDeviationWithinStandardErrors(scores(1), 1, { what: "scores of horizon 1" });
  // One session of 500 steps: the estimate of a long horizon's error is itself rough, and some 5 % low.
  const ten = scores(10);
  const deviation = Math.sqrt(ten.reduce((sum, z) => sum + z * z, 0) / ten.length);
  assert(deviation > 0.95 && deviation < 1.15, `deviation of scores ${deviation}`);
});

Deno.test("markouts() cover as they promise at every horizon of one session, and 1.96 errors do not", () => {
  const { market, grid, traders } = scenario("readme");
  const sessions = Array.from(
    { length: 1000 },
    (_, path) => trade(drawTape(market, grid, streams("coverage"), path), traders.naive),
  );
  // Critical values of the limit of long sessions: within three points of 95 % and the noise of 1000 sessions.
  const noise = 5 * Math.sqrt(0.05 * 0.95 / 1000);
  for (const steps of [1, 10, 40, 80]) {
    const found = sessions.map((one) => markouts(one, { horizons: [steps] })[0]);
    const share = (holds: (one: typeof found[0]) => boolean) =>
      found.filter(holds).length / found.length;
    const covered = share(({ interval }) => interval![0] <= 0 && 0 <= interval![1]);
    assert(Math.abs(covered - 0.95) < 0.03 + noise, `${steps} steps: ${covered}`);
    const naively = share(({ mean, standardError }) => Math.abs(mean!) < 1.96 * standardError!);
    if (steps >= 40) assert(naively < 0.9, `${steps} steps: ${naively}`);
  }
});

Deno.test("markouts() give no interval beyond what their session can say", () => {
  const { market, grid, traders } = scenario("readme");
  const one = trade(drawTape(market, grid, streams(1)), traders.naive);
  // 4h of N − h + 1 steps: the whole from h = 101 on.
  const [near, far] = markouts(one, { horizons: [100, 101] });
  assert(near.interval !== null && far.interval === null && far.mean !== null);
  assert(markouts([one, one], { horizons: [101] })[0].interval !== null);
  const twoFills = markouts(byHand, { horizons: [1] })[0];
  assertEquals([twoFills.mean, twoFills.interval], [-1, null]);
});

Deno.test("markouts() refuse bad input in one clear line", () => {
  assertThrows(
    () => markouts([], { horizons: [1] }),
    TypeError,
    "Cannot take markouts as sessions must be a list of sessions, at least one",
  );
  assertThrows(
    () => markouts(byHand, { horizons: [1, 0] }),
    RangeError,
    "Cannot take markouts as horizons[1] must be a whole number >= 1: current value is 0",
  );
  assertThrows(
    () => markouts(byHand, { horizons: [1], side: "mid" as "bid" }),
    TypeError,
    'side must be one of bid, ask, both: current value is "mid"',
  );
  const other = session({ ...market, grid: { horizon: 2, steps: 4, dt: 0.5 } });
  assertThrows(() => markouts([byHand, other], { horizons: [1] }), TypeError, "same dt");
});

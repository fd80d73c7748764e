import {
  arithmeticBrownian,
  drawTape,
  execution,
  hawkesFlow,
  type HawkesFlowOptions,
  informedFlow,
  markouts,
  naive,
  poissonFlow,
  streams,
  type Tape,
  timeGrid,
  trade,
} from "@digital-market-maker/lab";
import { assert, assertEquals, assertLess, assertThrows } from "@std/assert";
import { assertDeviationWithinStandardErrors, assertWithinStandardErrors } from "../statistics.ts";

const steps = 200_000;
const grid = timeGrid({ horizon: steps / 10, steps });
const price = arithmeticBrownian({ initialPrice: 1000, volatility: 1.5 });
const flow = { scale: 0.9, decay: 1.5 };

const share = (reaches: Float64Array, depth: number) =>
  reaches.map((reach) => depth < reach ? 1 : 0);

/** As many orders as a Poisson flow has, at two depths, on both sides. */
function assertAsMany(
  { buyReach, sellReach }: Tape,
  fills: "first-order" | "exact",
  window: number,
) {
  const { fillProbability } = poissonFlow({ ...flow, fills });
  for (const depth of [0, 0.745]) {
    for (const reaches of [buyReach, sellReach]) {
      const sample = windows(share(reaches, depth), window);
      const expected = window * fillProbability("ask", depth, grid.dt);
      assertWithinStandardErrors(sample, expected, { what: `fills at ${depth}` });
    }
  }
}

/** Sums over windows of some steps. */
function windows(column: Float64Array, length: number): Float64Array {
  return Float64Array.from(
    { length: Math.floor(column.length / length) },
    (_, i) => column.subarray(i * length, (i + 1) * length).reduce((a, b) => a + b, 0),
  );
}

Deno.test("informedFlow() has as many orders as poissonFlow(), and without the informed the same", () => {
  const toxic = informedFlow({ ...flow, informed: 0.3, foresight: 2 });
  assertAsMany(drawTape({ price, flow: toxic }, grid, streams(1)), "first-order", 200);
  const none = informedFlow({ ...flow, fills: "exact", informed: 0, foresight: 2 });
  const plain = poissonFlow({ ...flow, fills: "exact" });
  const short = timeGrid({ horizon: 10, steps: 100 });
  const random = streams(2);
  assertEquals(
    drawTape({ price, flow: none }, short, random),
    drawTape({ price, flow: plain }, short, random),
  );
});

Deno.test("informedFlow() moves the price against every fill by ισ√(2/(πh))·min(t, h) after t", () => {
  const informed = 0.3;
  const ahead = 20;
  const toxic = informedFlow({ ...flow, informed, foresight: ahead * grid.dt });
  const strategy = naive({ halfSpread: 0.5 });
  for (const seed of [1, 2]) {
    const tape = drawTape({ price, flow: toxic }, grid, streams(seed));
    const session = trade(tape, { strategy, execution: execution() });
    for (const { steps, mean, standardError } of markouts(session, { horizons: [1, 10, 20, 40] })) {
      const expected = -informed * 1.5 * Math.sqrt(2 / Math.PI) * Math.min(steps, ahead) *
        Math.sqrt(grid.dt / ahead);
      const found = { mean: mean!, standardError: standardError! };
      assertWithinStandardErrors(found, expected, { what: `markout after ${steps}` });
      assertThrows(() => assertWithinStandardErrors(found, 0));
    }
  }
});

Deno.test("informedFlow() sees at most to the session's end, and tosses a coin where nothing moves", () => {
  const short = timeGrid({ horizon: 10, steps: 10 });
  const rising = arithmeticBrownian({ initialPrice: 1, volatility: 0, drift: 1 });
  const knowing = informedFlow({ ...flow, informed: 1, foresight: 1e6 });
  const tape = drawTape({ price: rising, flow: knowing }, short, streams(1));
  assert(tape.sellReach.every((reach) => reach === -Infinity));
  const still = arithmeticBrownian({ initialPrice: 1, volatility: 0 });
  assertEquals(
    drawTape({ price: still, flow: knowing }, short, streams(1)).sellReach,
    drawTape({ price: still, flow: poissonFlow(flow) }, short, streams(1)).sellReach,
  );
});

Deno.test("informedFlow() refuses shares and times that are none", () => {
  for (const informed of [-0.1, 1.1, NaN]) {
    assertThrows(() => informedFlow({ ...flow, informed, foresight: 1 }), RangeError, "informed");
  }
  for (const foresight of [0, -1, Infinity]) {
    assertThrows(
      () => informedFlow({ ...flow, informed: 0.5, foresight }),
      RangeError,
      "foresight",
    );
  }
});

const excited: HawkesFlowOptions = {
  ...flow,
  selfExcitation: 0.4,
  crossExcitation: 0.2,
  memory: 0.5,
};

Deno.test("hawkesFlow() has as many orders as poissonFlow() in the long run", () => {
  const first = hawkesFlow({ ...excited, scale: 0.9 });
  assertAsMany(drawTape({ price, flow: first }, grid, streams(3)), "first-order", 200);
});

Deno.test("hawkesFlow() keeps its scale under the exact rule: A·dt orders a step", () => {
  // Of A orders a time, those beyond a depth come to A·e^(−kδ): the tape shows steps, so take fine ones.
  const fine = timeGrid({ horizon: 2000, steps });
  const tape = drawTape(
    { price, flow: hawkesFlow({ ...excited, fills: "exact" }) },
    fine,
    streams(4),
  );
  for (const reaches of [tape.buyReach, tape.sellReach]) {
    const fills = windows(share(reaches, 1), 2000);
    // At this depth and step two orders in one step lose one fill in a thousand.
    assertWithinStandardErrors(fills, 0.9 * Math.exp(-1.5) * 20, { what: "fills" });
  }
});

Deno.test("hawkesFlow() comes in bursts: the variance of long counts is 1/(1 − ν)² times their mean", () => {
  const fine = timeGrid({ horizon: 40_000, steps: 2_000_000 });
  const still = arithmeticBrownian({ initialPrice: 1, volatility: 0 });
  const tape = drawTape({ price: still, flow: hawkesFlow(excited) }, fine, streams(5));
  const buys = windows(share(tape.buyReach, 0), 2000);
  const sells = windows(share(tape.sellReach, 0), 2000);
  const [both, difference] = [buys.map((n, i) => n + sells[i]), buys.map((n, i) => n - sells[i])];
  // Sum and difference of the sides excite themselves by ν_s + ν_c and ν_s − ν_c.
  const mean = 2 * 0.9 * 40;
  assertDeviationWithinStandardErrors(both, Math.sqrt(mean) / (1 - 0.6), { what: "sd of the sum" });
  assertDeviationWithinStandardErrors(difference, Math.sqrt(mean) / (1 - 0.2), {
    what: "sd of the difference",
  });
  assertThrows(() => assertDeviationWithinStandardErrors(both, Math.sqrt(mean)));
});

Deno.test("hawkesFlow() knows nothing of the price: markouts are zero", () => {
  const tape = drawTape({ price, flow: hawkesFlow(excited) }, grid, streams(6));
  const session = trade(tape, { strategy: naive({ halfSpread: 0.5 }), execution: execution() });
  for (const { mean, standardError } of markouts(session, { horizons: [1, 10, 50] })) {
    assertLess(Math.abs(mean!), 5 * standardError!);
  }
});

Deno.test("hawkesFlow() refuses excitation that would never end", () => {
  const cases: readonly (readonly [Partial<HawkesFlowOptions>, string])[] = [
    [{ selfExcitation: 0.8 }, "selfExcitation + crossExcitation must be below 1"],
    [{ selfExcitation: -0.1 }, "selfExcitation must be >= 0"],
    [{ crossExcitation: NaN }, "crossExcitation must be >= 0"],
    [{ memory: 0 }, "memory must be > 0"],
    [{ scale: 0 }, "scale must be > 0"],
  ];
  for (const [change, message] of cases) {
    assertThrows(() => hawkesFlow({ ...excited, ...change }), RangeError, message);
  }
});

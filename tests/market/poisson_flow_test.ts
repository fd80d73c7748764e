import { type MemorylessFlow, poissonFlow, streams, timeGrid } from "@digital-market-maker/lab";
import { assert, assertAlmostEquals, assertEquals, assertFalse, assertThrows } from "@std/assert";
import { isMemoryless } from "../../lib/market/order_flow.ts";
import { blankTape } from "../../lib/market/tape.ts";
import { testMemorylessFlowLaws } from "./order_flow_laws.ts";

const paper = { scale: 140, decay: 1.5 };
const dt = 0.005;

/** The flow as it would be drawn with steps of another length. */
const withStep = (flow: MemorylessFlow, changed: number): MemorylessFlow => ({
  ...flow,
  draw: (random, tape) => flow.draw(random, { ...tape, grid: { ...tape.grid, dt: changed } }),
});

for (const fills of ["first-order", "exact"] as const) {
  const options = { ...paper, fills, flowBias: 0.05 };
  const flow = poissonFlow(options);
  testMemorylessFlowLaws({
    name: `poissonFlow() with ${fills} fills`,
    flow,
    dt,
    wrong: {
      "A off by 3 %": poissonFlow({ ...options, scale: 144.2 }),
      "k off by 5 %": poissonFlow({ ...options, decay: 1.575 }),
      "no dt": withStep(flow, 1),
      "no bias": poissonFlow({ ...options, flowBias: 0 }),
      "sides swapped": poissonFlow({ ...options, flowBias: -0.05 }),
      "the other fill rule": poissonFlow({
        ...options,
        fills: fills === "exact" ? "first-order" : "exact",
      }),
    },
  });
}

Deno.test("poissonFlow() has the first-order probability min(1, λ·dt)", () => {
  const { fillProbability } = poissonFlow(paper);
  assertAlmostEquals(fillProbability("ask", 0.745, dt), 0.7 * Math.exp(-1.1175), 1e-15);
  assertAlmostEquals(fillProbability("bid", 0, dt), 0.7, 1e-15);
  assertEquals(fillProbability("bid", -1, dt), 1);
});

Deno.test("poissonFlow() has the exact probability 1 − exp(−λ·dt)", () => {
  const { fillProbability } = poissonFlow({ ...paper, fills: "exact" });
  assertAlmostEquals(
    fillProbability("ask", 0.745, dt),
    1 - Math.exp(-0.7 * Math.exp(-1.1175)),
    1e-15,
  );
});

Deno.test("poissonFlow() has fill rules that differ by 10.6 % of the first-order one at the paper's parameters", () => {
  const probability = (fills: "first-order" | "exact") =>
    poissonFlow({ ...paper, fills }).fillProbability("ask", 0.745, dt);
  assertAlmostEquals(1 - probability("exact") / probability("first-order"), 0.106, 5e-4);
});

Deno.test("poissonFlow() has fill rules that agree as dt → 0", () => {
  const ratio = (step: number) =>
    poissonFlow(paper).fillProbability("ask", 0.745, step) /
    poissonFlow({ ...paper, fills: "exact" }).fillProbability("ask", 0.745, step);
  // 1 + λ·dt/2 to first order.
  const lambda = 140 * Math.exp(-1.1175);
  assertAlmostEquals(ratio(1e-6), 1 + lambda * 1e-6 / 2, 1e-9);
});

Deno.test("poissonFlow() with exact fills: two steps of Δt miss as one of 2Δt, with first-order they do not", () => {
  const miss = (fills: "first-order" | "exact", step: number) =>
    1 - poissonFlow({ ...paper, fills }).fillProbability("bid", 0.745, step);
  assertAlmostEquals(miss("exact", dt) ** 2, miss("exact", 2 * dt), 1e-14);
  assert(Math.abs(miss("first-order", dt) ** 2 - miss("first-order", 2 * dt)) > 0.01);
});

Deno.test("poissonFlow() biases buy orders up by b and sell orders down by b", () => {
  const biased = poissonFlow({ ...paper, flowBias: 0.05 });
  const even = poissonFlow(paper);
  for (const depth of [0, 0.5, 2]) {
    const middle = even.fillProbability("ask", depth, dt);
    assertAlmostEquals(biased.fillProbability("ask", depth, dt), 1.05 * middle, 1e-15);
    assertAlmostEquals(biased.fillProbability("bid", depth, dt), 0.95 * middle, 1e-15);
  }
});

Deno.test("poissonFlow() draws the buy order of a step from its first word, the sell order from its second", () => {
  for (const fills of ["first-order", "exact"] as const) {
    const flow = poissonFlow({ ...paper, fills, flowBias: 0.05 });
    const tape = blankTape(timeGrid({ horizon: 0.025, steps: 5 }));
    flow.draw(streams(3)("flow", 2), tape);
    const words = new Int32Array(10);
    streams(3)("flow", 2).words(words);
    for (let n = 0; n < 5; n++) {
      assertEquals(tape.buyReach[n], flow.reachOf("ask", words[2 * n], tape.grid.dt));
      assertEquals(tape.sellReach[n], flow.reachOf("bid", words[2 * n + 1], tape.grid.dt));
    }
  }
});

Deno.test("poissonFlow() at scale 0 never reaches a quote, however far through the mid", () => {
  for (const fills of ["first-order", "exact"] as const) {
    const flow = poissonFlow({ scale: 0, decay: 1.5, fills });
    assertEquals(flow.fillProbability("ask", -10, 1), 0);
    assertEquals(flow.fillProbability("ask", -1e6, 1), 0);
    assertEquals(flow.reachOf("bid", 5, 1), -Infinity);
  }
});

Deno.test("poissonFlow() with a bias of 1 has buyers alone", () => {
  const flow = poissonFlow({ ...paper, flowBias: 1 });
  assertEquals(flow.fillProbability("bid", 0, dt), 0);
  assertAlmostEquals(flow.fillProbability("ask", 1, dt), 1.4 * Math.exp(-1.5), 1e-15);
});

Deno.test("isMemoryless() knows a Poisson flow from one that only draws", () => {
  assert(isMemoryless(poissonFlow(paper)));
  assertFalse(isMemoryless({ name: "drawn", draw: () => {} }));
});

Deno.test("poissonFlow() refuses each bad parameter in one clear line", () => {
  const refuse = (change: object, message: string) =>
    assertThrows(
      () => poissonFlow({ ...paper, ...change }),
      RangeError,
      `Cannot build poissonFlow as ${message}`,
    );
  refuse({ scale: -1 }, "scale must be >= 0 and finite: current value is -1");
  refuse({ scale: NaN }, "scale must be >= 0 and finite: current value is NaN");
  refuse({ decay: 0 }, "decay must be > 0 and finite: current value is 0");
  refuse({ decay: Infinity }, "decay must be > 0 and finite: current value is Infinity");
  refuse({ flowBias: 1.1 }, "flowBias must be between -1 and 1: current value is 1.1");
  refuse({ flowBias: NaN }, "flowBias must be a finite number: current value is NaN");
  assertThrows(
    () => poissonFlow({ ...paper, fills: "second-order" as "exact" }),
    TypeError,
    'fills must be one of first-order, exact: current value is "second-order"',
  );
});

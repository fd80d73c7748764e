import { type MemorylessFlow, poissonFlow } from "@digital-market-maker/lab";
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import fc from "fast-check";
import { ALWAYS, fillThresholds } from "../../lib/monte_carlo/fill_threshold.ts";
import { flows, number } from "./random_markets.ts";

/** Whether a threshold parts the words that fill a quote from those that do not. */
function parts(flow: MemorylessFlow, depth: number, dt: number, threshold: number): boolean {
  const fills = (word: number) => depth < flow.reachOf("ask", 2 * word, dt);
  return (threshold === 0 || fills(threshold - 1)) && (threshold === ALWAYS || !fills(threshold));
}

function thresholdOf(flow: MemorylessFlow, depth: number, dt: number): number {
  return fillThresholds(flow, "ask", dt)(depth, flow.fillProbability("ask", depth, dt));
}

Deno.test("fillThresholds() part filled words from unfilled ones exactly, and one more or less does not", () => {
  const depths = fc.oneof(number(-3, 8), fc.constantFrom(-50, 0, 30, 1e6, Infinity));
  fc.assert(
    fc.property(flows, depths, number(1e-4, 2), (flow, depth, dt) => {
      const threshold = thresholdOf(flow, depth, dt);
      assert(parts(flow, depth, dt, threshold));
      if (threshold > 0) assert(!parts(flow, depth, dt, threshold - 1));
      if (threshold < ALWAYS) assert(!parts(flow, depth, dt, threshold + 1));
    }),
    { seed: 7, numRuns: 1000 },
  );
});

Deno.test("fillThresholds() trust the reaches where a flow misjudges its own probability", () => {
  const honest = poissonFlow({ scale: 0.9, decay: 1.5 });
  const exact = thresholdOf(honest, 0.65, 1);
  for (const wrong of [0, 0.1, 0.3395, 1]) {
    const flow = { ...honest, fillProbability: () => wrong };
    assertEquals(thresholdOf(flow, 0.65, 1), exact);
  }
  assertAlmostEquals(exact / ALWAYS, 0.9 * Math.exp(-1.5 * 0.65), 1e-9);
});

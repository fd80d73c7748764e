import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { gridTimes, timeGrid } from "../lib/time_grid.ts";

Deno.test("timeGrid() has dt = T/N", () => {
  assertEquals(timeGrid({ horizon: 500, steps: 500 }).dt, 1);
  assertEquals(timeGrid({ horizon: 1, steps: 252 }), { horizon: 1, steps: 252, dt: 1 / 252 });
});

Deno.test("gridTimes() run from 0 to T in N + 1 values", () => {
  const times = gridTimes(timeGrid({ horizon: 3, steps: 7 }));
  assertEquals(times.length, 8);
  assertEquals(times[0], 0);
  assertAlmostEquals(times[7], 3, 1e-15);
});

Deno.test("timeGrid() refuses each bad parameter in one clear line", () => {
  const refuse = (horizon: number, steps: number, message: string) =>
    assertThrows(
      () => timeGrid({ horizon, steps }),
      RangeError,
      `Cannot build timeGrid as ${message}`,
    );
  refuse(1, 0, "steps must be a whole number >= 1: current value is 0");
  refuse(1, -5, "steps must be a whole number >= 1: current value is -5");
  refuse(1, 2.5, "steps must be a whole number >= 1: current value is 2.5");
  refuse(1, NaN, "steps must be a whole number >= 1: current value is NaN");
  refuse(1, 2 ** 32, "steps must be at most 4294967294: current value is 4294967296");
  refuse(0, 1, "horizon must be > 0 and finite: current value is 0");
  refuse(Infinity, 1, "horizon must be > 0 and finite: current value is Infinity");
  refuse(NaN, 1, "horizon must be > 0 and finite: current value is NaN");
  refuse(5e-324, 10, "horizon must be at least 1e-50: current value is 5e-324");
});

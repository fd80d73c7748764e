import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { countsOf } from "../../lib/analysis/counts.ts";

const whole = (most: number) => fc.integer({ min: -most - 1, max: most });

Deno.test("countsOf() counts every number once, ascending, however far apart they lie", () => {
  const samples = fc.constantFrom(0, 3, 40, 2 ** 31 - 1).chain((most) => fc.array(whole(most)));
  fc.assert(
    fc.property(samples, (numbers) => {
      const times = new Map<number, number>();
      for (const number of numbers) times.set(number, (times.get(number) ?? 0) + 1);
      const values = [...times.keys()].toSorted((a, b) => a - b);
      const counts = values.map((value) => times.get(value)!);
      assertEquals(countsOf(Int32Array.from(numbers)), { values, counts });
    }),
    { seed: 1, numRuns: 500 },
  );
});

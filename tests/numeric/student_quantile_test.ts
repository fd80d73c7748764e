import { normalQuantile } from "@digital-market-maker/lab";
import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { studentQuantile } from "../../lib/numeric/student_quantile.ts";

Deno.test("studentQuantile() agrees with closed forms for one, two and four degrees of freedom", () => {
  for (const level of [1e-8, 0.01, 0.2, 0.49, 0.5, 0.7, 0.9, 0.975, 0.9999]) {
    const close = (found: number, expected: number) =>
      assertAlmostEquals(found, expected, 1e-9 * Math.max(1, Math.abs(expected)));
    close(studentQuantile(level, 1), -1 / Math.tan(Math.PI * level));
    const alpha = 4 * level * (1 - level);
    close(studentQuantile(level, 2), 2 * (level - 0.5) * Math.sqrt(2 / alpha));
    const q = Math.cos(Math.acos(Math.sqrt(alpha)) / 3) / Math.sqrt(alpha);
    close(studentQuantile(level, 4), Math.sign(level - 0.5) * 2 * Math.sqrt(Math.max(0, q - 1)));
  }
});

Deno.test("studentQuantile() agrees with published tables, and tends to the normal one", () => {
  for (
    const [freedom, quantile] of [[3, 3.182446], [10, 2.228139], [30, 2.042272], [120, 1.979930]]
  ) {
    assertAlmostEquals(studentQuantile(0.975, freedom), quantile, 1e-6);
  }
  const z = normalQuantile(0.975);
  for (const freedom of [1e4, 99_999, 1e5, 1e7, 1e12]) {
    assertAlmostEquals(studentQuantile(0.975, freedom), z + (z ** 3 + z) / (4 * freedom), 1e-7);
  }
  assertEquals(studentQuantile(0.5, 0.1), 0);
  assertAlmostEquals(studentQuantile(0.025, 7.5), -studentQuantile(0.975, 7.5), 1e-12);
});

Deno.test("studentQuantile() refuses what is no level and no degrees of freedom", () => {
  assertThrows(() => studentQuantile(1, 3), RangeError, "level must be above 0 and below 1");
  assertThrows(() => studentQuantile(0.5, 0), RangeError, "freedom must be > 0");
});

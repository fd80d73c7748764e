import { assert, assertEquals } from "@std/assert";
import { spread, strided, thinned } from "../../lib/notebook/thin.ts";

Deno.test("thinned() keeps all of a short line", () => {
  assertEquals(thinned([3, 1, 2], 4), [0, 1, 2]);
  assertEquals(thinned([], 4), []);
});

Deno.test("thinned() keeps ends and every peak, however short", () => {
  const values = new Float64Array(100_000);
  values[54_321] = 7;
  values[77_777] = -3;
  const kept = thinned(values, 500);
  assert(kept.length <= 500);
  assert(kept.includes(54_321) && kept.includes(77_777));
  assertEquals([kept[0], kept.at(-1)], [0, 99_999]);
  assert(kept.every((at, i) => i === 0 || at > kept[i - 1]));
});

Deno.test("thinned() keeps a wide gap a gap", () => {
  const values = Float64Array.from(
    { length: 10_000 },
    (_, i) => i > 4000 && i < 6000 ? NaN : i % 7,
  );
  const shown = thinned(values, 100).filter((i) => i > 4200 && i < 5800);
  assert(shown.length > 5);
  assert(shown.every((i) => Number.isNaN(values[i])));
});

Deno.test("spread() keeps first and last, strided() even distances", () => {
  assertEquals(spread(9, 3), [0, 4, 8]);
  assertEquals(spread(2, 3), [0, 1]);
  assertEquals(strided(10, 4), [0, 3, 6, 9]);
  assertEquals(strided(3, 4), [0, 1, 2]);
});

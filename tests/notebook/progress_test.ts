import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import type { MediaBundle } from "../../lib/notebook/display.ts";
import { progress, type ProgressSurface } from "../../lib/notebook/progress.ts";

/** A surface that remembers, and a clock that moves when told. */
function memory() {
  const shown: string[] = [];
  const clock = { milliseconds: 0 };
  const keep = (bundle: MediaBundle) => void shown.push(`${bundle["text/plain"]}`);
  const surface: ProgressSurface = { show: keep, end: keep, now: () => clock.milliseconds };
  return { shown, clock, surface };
}

Deno.test("progress() redraws ten times a second at most", () => {
  const { shown, clock, surface } = memory();
  const bar = progress(1000, "Counting", surface);
  for (let done = 1; done < 1000; done++) {
    clock.milliseconds += 1;
    bar.report(done);
  }
  assertEquals(shown.length, 1 + 9);
  assertStringIncludes(shown[1], "100 of 1,000, 1,000/s, 1 s left");
});

Deno.test("progress() ends at the total, once, in a line without times", () => {
  const { shown, surface } = memory();
  const bar = progress(3, "Counting", surface);
  bar.report(3);
  bar.report(3);
  bar.finish();
  assertEquals(shown, ["Counting [....................] 0 %, 0 of 3", "Counting: 3 of 3"]);
});

Deno.test("progress() that stops early tells how far it came", () => {
  const { shown, surface } = memory();
  const bar = progress(3, "Counting", surface);
  bar.report(2);
  bar.finish();
  assertEquals(shown.at(-1), "Counting: 2 of 3");
});

Deno.test("progress() refuses counts that cannot be", () => {
  for (const total of [0, -1, 1.5, NaN, Infinity]) {
    assertThrows(() => progress(total, "Counting"), RangeError, "total must be");
  }
  const bar = progress(3, "Counting", memory().surface);
  for (const done of [-1, 4, 0.5, NaN]) {
    assertThrows(() => bar.report(done), RangeError, "Cannot report progress");
  }
});

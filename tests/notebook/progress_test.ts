import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import type { MediaBundle } from "../../lib/notebook/display.ts";
import { progressBar, type ProgressSurface, rareLines } from "../../lib/notebook/progress.ts";

/** A surface that remembers, and a clock that moves when told. */
function memory() {
  const shown: string[] = [];
  const firsts: boolean[] = [];
  const clock = { milliseconds: 0 };
  const keep = (bundle: MediaBundle) => void shown.push(`${bundle["text/plain"]}`);
  const surface: ProgressSurface = {
    show(bundle, isFirst) {
      keep(bundle);
      firsts.push(isFirst);
    },
    end: keep,
    now: () => clock.milliseconds,
  };
  return { shown, firsts, clock, surface };
}

Deno.test("progressBar() redraws ten times a second at most", () => {
  const { shown, clock, surface } = memory();
  const tell = progressBar("Counting", surface);
  for (let done = 0; done < 1000; done++) {
    tell(done, 1000);
    clock.milliseconds += 1;
  }
  assertEquals(shown.length, 1 + 9);
  assertStringIncludes(shown[1], "100 of 1,000, 1,000/s, 1 s left");
});

Deno.test("progressBar() ends at the total in a line without times, and begins anew after it", () => {
  const { shown, firsts, surface } = memory();
  const tell = progressBar("Counting", surface);
  for (const done of [0, 3, 0, 4]) tell(done, done === 3 ? 3 : 4);
  assertEquals(shown, [
    "Counting [....................] 0 %, 0 of 4",
    "Counting: 3 of 3",
    "Counting [....................] 0 %, 0 of 4",
    "Counting: 4 of 4",
  ]);
  assertEquals(firsts, [true, true]);
});

Deno.test("progressBar() shows nothing before it is told, and only its end where that comes first", () => {
  const { shown, surface } = memory();
  const tell = progressBar("Counting", surface);
  assertEquals(shown, []);
  tell(3, 3);
  assertEquals(shown.at(-1), "Counting: 3 of 3");
});

Deno.test("progressBar() refuses counts that cannot be", () => {
  const tell = progressBar("Counting", memory().surface);
  for (const total of [0, -1, 1.5, NaN, Infinity]) {
    assertThrows(() => tell(0, total), RangeError, "total must be");
  }
  for (const done of [-1, 4, 0.5, NaN]) {
    assertThrows(() => tell(done, 3), RangeError, "Cannot tell progressBar");
  }
});

Deno.test("where nobody sees a bar, a line comes after two seconds, then after twice as long each time", () => {
  const lines: string[] = [];
  let milliseconds = 0;
  const tell = progressBar(
    "Counting",
    rareLines((line) => void lines.push(line), () => milliseconds),
  );
  for (let done = 0; done <= 400; done++, milliseconds += 100) tell(done, 400);
  const counts = lines.map((line) => line.match(/, (\d+) of 400/)?.[1]);
  assertEquals(counts, ["20", "40", "80", "160", "320"]);
  milliseconds += 1e6;
  for (let done = 0; done <= 19; done++, milliseconds += 100) tell(done, 19);
  assertEquals(lines.length, 5);
});

import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { progressEnd, progressLine } from "../../lib/notebook/progress_view.ts";

const state = { label: "Simulating paths", total: 10_000, done: 2_500, seconds: 2 };

Deno.test("progressLine() tells share, count, rate and time left", () => {
  assertEquals(
    progressLine(state)["text/plain"],
    "Simulating paths [#####...............] 25 %, 2,500 of 10,000, 1,250/s, 6 s left",
  );
});

Deno.test("progressLine() knows no rate before the first piece", () => {
  assertEquals(
    progressLine({ ...state, done: 0 })["text/plain"],
    "Simulating paths [....................] 0 %, 0 of 10,000",
  );
  assertEquals(
    progressLine({ ...state, seconds: 0 })["text/plain"],
    "Simulating paths [#####...............] 25 %, 2,500 of 10,000",
  );
});

Deno.test("progressLine() rounds the time left up, and the share down", () => {
  const text = (done: number, seconds: number) =>
    `${progressLine({ ...state, done, seconds })["text/plain"]}`;
  assertMatch(text(9_999, 1), /99 %.* 1 s left$/);
  assertMatch(text(1, 0.01), / 1 min 40 s left$/);
  assertMatch(text(1, 1), / 2 h 46 min left$/);
});

Deno.test("progressLine() is a progress bar for those who do not see it", () => {
  const html = `${progressLine({ ...state, label: 'A "b" <c>' })["text/html"]}`;
  assertStringIncludes(html, 'role="progressbar"');
  assertStringIncludes(html, 'aria-valuemin="0" aria-valuemax="10000" aria-valuenow="2500"');
  assertStringIncludes(html, 'aria-label="A &quot;b&quot; &lt;c&gt;"');
  assertStringIncludes(html, "width:25%");
});

Deno.test("progressEnd() is the same whatever the time", () => {
  const ends = [1, 77].map((seconds) => progressEnd({ ...state, done: 10_000, seconds }));
  assertEquals(ends[0], { "text/plain": "Simulating paths: 10,000 of 10,000" });
  assertEquals(ends[1], ends[0]);
});

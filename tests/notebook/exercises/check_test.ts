import { check, displayMethod } from "@digital-market-maker/lab/notebook";
import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import fc from "fast-check";
import { judged } from "../../../lib/notebook/exercises/check.ts";
import { type Answer, type Key, keys } from "../../../lib/notebook/exercises/keys.ts";

const key = (value: Answer, within = 0): Key => ({
  ask: "something",
  value,
  within,
  hints: ["look <there>", "closer", "it"],
});
const passed = (answer: unknown, of: Key) => judged("1.1", answer, of).passed;
const shown = (answer: unknown, of: Key) => judged("1.1", answer, of)[displayMethod]();

Deno.test("check() lets every key's own value pass, and nothing a little beyond what it allows", () => {
  for (const [id, { value, within = 0 }] of Object.entries(keys)) {
    assertEquals(check(id, value).passed, true, id);
    const beyond = (x: number, sign: number) => x + sign * Math.max(1e-6, 1.01 * within);
    for (const sign of [-1, 1]) {
      if (typeof value === "number") assertEquals(check(id, beyond(value, sign)).passed, false, id);
      if (typeof value !== "object") continue;
      for (const i of value.keys()) {
        const wrong = value.with(i, beyond(value[i], sign));
        assertEquals(check(id, wrong).passed, false, `${id}[${i}]`);
      }
    }
    for (const other of [undefined, null, NaN, Infinity, "", "x", [], {}, () => 1]) {
      assertEquals(check(id, other).passed, false, `${id}: ${other}`);
    }
  }
});

Deno.test("judged() takes numbers within the tolerance, lists by their places, words as they are", () => {
  const number = fc.double({ min: -1e3, max: 1e3, noNaN: true });
  fc.assert(
    fc.property(number, number, (value, answer) => {
      assertEquals(passed(answer, key(value, 5)), Math.abs(answer - value) <= 5);
    }),
    { seed: 1 },
  );
  assertEquals(passed([1, 2], key([1, 2])), true);
  assertEquals(passed(new Float64Array([1, 2]), key([1, 2])), true);
  assertEquals(passed([2, 1], key([1, 2])), false);
  assertEquals(passed([1, 2, 3], key([1, 2])), false);
  assertEquals(passed("naive", key("naive")), true);
  assertEquals(passed(true, key(true)), true);
  assertEquals(passed("true", key(true)), false);
});

Deno.test("judged() says what is asked for, and folds each hint into the one before", () => {
  assertStringIncludes(
    judged("1.1", undefined, key(1)).message,
    "waits for your answer: something",
  );
  assertStringIncludes(
    judged("1.1", "1", key(1)).message,
    "asks for something: current value is 1",
  );
  assertStringIncludes(judged("1.1", [1], key([1, 2])).message, "asks for something");
  assertStringIncludes(judged("1.1", 2, key(1)).message, "not right yet: 2");
  const html = `${shown(2, key(1))["text/html"]}`;
  assertEquals(html.match(/<details>.*?<\/summary>/g)?.length, 3);
  assertStringIncludes(html, "<p>look &lt;there&gt;</p><details><summary>Hint 2 of 3</summary>");
  assertStringIncludes(html, "</details></details></details>");
  assertEquals(shown(2, key(1))["text/plain"], "✗ 1.1 is not right yet: 2.\nHint: look <there>");
  assertEquals(shown(1, key(1)), {
    "text/html": '<div class="mathjax_ignore"><p>✓ 1.1 is right: 1.</p></div>',
    "text/plain": "✓ 1.1 is right: 1.",
  });
});

Deno.test("check() refuses an exercise that the course does not have, and names the nearest", () => {
  assertThrows(() => check("6.9", 1), RangeError, "did you mean 6.1?");
  assertThrows(
    () => check("toString", 1),
    RangeError,
    "no such exercise",
  );
});

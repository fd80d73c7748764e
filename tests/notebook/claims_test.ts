import { claims, displayMethod, near } from "@digital-market-maker/lab/notebook";
import { assertEquals, assertNotEquals, assertStringIncludes } from "@std/assert";
import fc from "fast-check";
import { readable } from "../../lib/notebook/numbers.ts";

const shown = (checked: ReturnType<typeof claims>) => checked[displayMethod]();

Deno.test("claims() shows claim, text, now and a mark, a row each", () => {
  const checked = claims({ "33.5 a day": near(33.541, 33.5, 0.05), "two is even": true });
  assertEquals(checked.hold, true);
  const text = `${shown(checked)["text/plain"]}`.split("\n").map((line) => line.trimEnd());
  assertEquals(text, [
    "claim        text   now  holds",
    "33.5 a day   33.5  33.5  ✓",
    "two is even   yes   yes  ✓",
    "",
    "All 2 claims hold.",
  ]);
  assertStringIncludes(`${shown(checked)["text/html"]}`, "<table>");
});

Deno.test("claims() of a reader's other setting shows crosses and whose sentences they are", () => {
  const checked = claims({ "a tenth": near(0.25, 0.1, 0.005), "it grows": false, fine: true });
  assertEquals(checked.hold, false);
  assertEquals(checked.rows.map(({ now, holds }) => [now, holds]), [
    ["0.25", false],
    ["no", false],
    ["yes", true],
  ]);
  const { "text/plain": text } = shown(checked);
  assertStringIncludes(
    `${text}`,
    "2 of 3 claims do not hold now: they belong to the chapter’s own",
  );
  const one = shown(claims({ alone: false }))["text/plain"];
  assertStringIncludes(`${one}`, "1 of 1 claim does not hold now: it belongs to");
});

Deno.test("claims() counts what is no number as wrong", () => {
  for (const value of [NaN, Infinity, -Infinity]) {
    const [{ holds, now }] = claims({ odd: near(value, 1, 0.5) }).rows;
    assertEquals({ holds, now }, { holds: false, now: readable(value) });
  }
});

Deno.test("claims() rounds, and never so that a wrong number looks right or takes many digits", () => {
  const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  const within = fc.double({ min: 1e-9, max: 10, noNaN: true });
  fc.assert(
    fc.property(number, number, within, (value, claimed, within) => {
      const [{ now, text, holds }] = claims({ it: near(value, claimed, within) }).rows;
      assertEquals(holds, Math.abs(value - claimed) <= within);
      if (!holds) assertNotEquals(now, text);
      else if (now.replace(/\D/g, "").replace(/^0+/, "").length > 7) throw new Error(now);
    }),
    { seed: 1, numRuns: 2000 },
  );
});

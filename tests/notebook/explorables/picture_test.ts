import { assertEquals, assertFalse, assertStringIncludes } from "@std/assert";
import { bars, line, markers, stairs, words } from "../../../lib/notebook/explorables/marks.ts";
import { picture, svgFileOf, svgOf } from "../../../lib/notebook/explorables/picture.ts";
import {
  decimals,
  linearScale,
  reachAround,
  roundRange,
  roundTicks,
} from "../../../lib/notebook/explorables/scale.ts";
import { looks } from "../../../lib/notebook/theme.ts";

const ground = {
  x: linearScale([0, 10], [0, 100]),
  y: linearScale([0, 10], [100, 0]),
  left: 0,
  right: 100,
  top: 0,
  bottom: 100,
};

Deno.test("roundTicks() gives multiples of 1, 2 or 5 times a power of ten", () => {
  assertEquals(roundTicks([0, 1], 5).map((tick) => decimals(tick, 1)), [
    "0.0",
    "0.2",
    "0.4",
    "0.6",
    "0.8",
    "1.0",
  ]);
  assertEquals(roundTicks([-7, 12], 4), [-5, 0, 5, 10]);
  assertEquals(roundTicks([93, 131], 4), [100, 110, 120, 130]);
});

Deno.test("roundRange() and reachAround() hold their numbers, and change by steps", () => {
  assertEquals(roundRange([1, NaN, 9.2]), [0, 10]);
  assertEquals(roundRange([-0.3, 0.3], 4), [-0.4, 0.4]);
  assertEquals(roundRange([]), [0, 1]);
  assertEquals(roundRange([5]), [4, 6]);
  assertEquals([0.9, 1.1, 4.2].map((far) => reachAround(100, [100 + far, 99.5])), [1, 2, 8]);
});

Deno.test("decimals() writes a true minus sign, and none before zero", () => {
  assertEquals([-1.25, -0.001, 2, NaN, -Infinity].map((value) => decimals(value, 1)), [
    "−1.3",
    "0.0",
    "2.0",
    "–",
    "−∞",
  ]);
});

Deno.test("line() breaks where there is no number; stairs() holds each value until the next", () => {
  const look = looks.naive;
  const drawn = line(look, [0, 1, 2, 3], [1, NaN, 3, 4])(ground);
  assertStringIncludes(drawn, 'd="M0 90M20 70L30 60"');
  assertStringIncludes(drawn, `stroke="${look.color}"`);
  assertStringIncludes(drawn, 'stroke-dasharray="5,2"');
  assertStringIncludes(stairs(look, [0, 1, 2], [1, 1, 3])(ground), 'd="M0 90H10V90H20V70"');
});

Deno.test("bars() stand on zero and markers() on their points", () => {
  assertStringIncludes(bars(looks.as, [5], [2], 1)(ground), 'd="M45 100V80H55V100Z"');
  assertEquals(bars(looks.as, [5], [0], 1)(ground), "");
  const two = markers(looks.bid, [1, 2, 3], [1, NaN, 3])(ground);
  assertEquals(two.split("<path").length - 1, 2);
  assertStringIncludes(two, "translate(10 90)");
});

Deno.test("words() and titles are escaped", () => {
  const shown = picture({
    title: 'a < b & "c"',
    width: 300,
    height: 200,
    x: { title: "x", range: [0, 1] },
    y: { title: "y", range: [0, 1] },
    marks: [words("<script>", 0.5, 0.5)],
  });
  const svg = svgOf(shown);
  assertStringIncludes(svg, 'aria-label="a &lt; b &amp; &quot;c&quot;"');
  assertFalse(svg.includes("<script>"));
  assertStringIncludes(svgFileOf([shown, shown], "#767676"), 'viewBox="0 0 300 400"');
});

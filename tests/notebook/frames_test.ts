import {
  assert,
  assertEquals,
  assertLess,
  assertMatch,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import { returnSeries, scenario, sharpeRatio, simulate } from "../../mod.ts";
import { displayMethod, type MediaBundle } from "../../lib/notebook/display.ts";
import {
  type Frame,
  resultsFrame,
  returnsFrame,
  sessionFrame,
  sharpeFrame,
  table,
  titled,
} from "../../lib/notebook/frames.ts";
import { twoSessions } from "./figures/every_figure.ts";

const [naive, as] = twoSessions();
const { traders } = simulate({ ...scenario("readme"), paths: 400, seed: 1 });

function bundleOf(value: unknown): MediaBundle {
  return (value as Record<symbol, () => MediaBundle>)[displayMethod]();
}
const html = (value: unknown) => String(bundleOf(value)["text/html"]);
const text = (value: unknown) => String(bundleOf(value)["text/plain"]);

Deno.test("sessionFrame() holds the session's columns in full precision", () => {
  const frame = sessionFrame(as);
  assertEquals(frame.shape, [501, 13]);
  assertEquals(frame["wealth"].values, Array.from(as.wealth));
  assertEquals(frame["bid"].values.slice(0, 500), Array.from(as.bid));
});

Deno.test("sessionFrame() takes every so many-th grid time; the end has no step", () => {
  const frame = sessionFrame(as, { every: 50 });
  assertEquals(frame["time"].values, [0, 50, 100, 150, 200, 250, 300, 350, 400, 450, 500]);
  assertEquals(frame["wealth"].values.at(-1), as.wealth[500]);
  assert(Number.isNaN(frame["bid"].values.at(-1)));
  assertThrows(() => sessionFrame(as, { every: 0 }), RangeError, "a whole number >= 1");
});

Deno.test("resultsFrame() gives mean, deviation and 95 % interval of each trader", () => {
  const frame = resultsFrame(traders);
  const { profit } = traders.as.finals;
  const mean = profit.reduce((sum, value) => sum + value, 0) / 400;
  const [, ours] = frame["meanProfit"].values;
  assertLess(Math.abs(ours - mean), 1e-9);
  const [low, high, error] = ["intervalLow", "intervalHigh", "standardError"]
    .map((name) => frame[name].values[1] as number);
  assertLess(Math.abs((high - low) / error - 2 * 1.965927), 1e-5);
  assertEquals(frame["strategy"].values, ["Naive", "Avellaneda–Stoikov"]);
});

Deno.test("resultsFrame() leaves empty what was not recorded", () => {
  const nothing = new Float64Array();
  const finals = {
    ...traders.as.finals,
    finalInventory: nothing,
    lowestInventory: nothing,
    highestInventory: nothing,
    takerUnits: nothing,
  };
  const frame = resultsFrame({ as: { name: "AS", finals } });
  assert(Number.isNaN(frame["takerUnits"].values[0]));
  assert(Number.isNaN(frame["lowestInventory"].values[0]));
});

Deno.test("returnsFrame() has a column for each session, each with a name of its own", () => {
  const frame = returnsFrame([naive, as, as]);
  assertEquals(frame.columns, ["time", "Naive", "Avellaneda–Stoikov", "Avellaneda–Stoikov 2"]);
  assertEquals(frame["Naive"].values, Array.from(returnSeries(naive)));
});

Deno.test("sharpeFrame() is mean over deviation of the gains, per step or of sessions a year", () => {
  const frame = sharpeFrame([as], { periods: 100 });
  assertEquals(frame["sharpeRatio"].values, [sharpeRatio(returnSeries(as), { periods: 100 })]);
  assertThrows(() => sharpeFrame([as], { periods: 0 }), RangeError, "periods must be > 0");
  assertThrows(() => sharpeFrame([]), TypeError, "a list of sessions, at least one");
});

Deno.test("table() takes records or columns", () => {
  const records = table([{ rule: "clock", end: 2.5, ok: true }, {
    rule: "floor",
    end: -1,
    ok: false,
  }]);
  const columns = table({ rule: ["clock", "floor"], end: [2.5, -1], ok: [true, false] });
  assertEquals(text(records), text(columns));
  assertEquals(text(records), "rule    end  ok\nclock   2.5  yes\nfloor  −1.0  no");
});

Deno.test("table() refuses what does not fit together", () => {
  assertThrows(() => table([]), RangeError, "at least one row");
  assertThrows(() => table({ a: [1, 2], b: [1] }), TypeError, "b must be of 2 values, as a");
  assertThrows(() => table([{ a: 1 }, { b: 1 }]), TypeError, "of the keys a");
});

Deno.test("a frame shows as a table: numbers right, words left, markup as words", () => {
  const shown = html(table([{ rule: "<b>clock</b>", end: 2.5 }], { caption: "Rules & ends" }));
  assertStringIncludes(
    shown,
    '<td align="left" style="text-align:left">&lt;b&gt;clock&lt;/b&gt;</td>',
  );
  assertStringIncludes(shown, '<td align="right" style="text-align:right">2.5</td>');
  assertStringIncludes(shown, '<th scope="col"');
  assertStringIncludes(shown, "<div>Rules &amp; ends</div>");
});

Deno.test("a column's numbers have the same decimals; empty cells and infinities show as such", () => {
  const frame = table({ x: [1234.5, 0.25, null, Infinity, NaN] });
  assertEquals(text(frame).split("\n"), [
    "      x",
    "1234.50",
    "   0.25",
    "      –",
    "      ∞",
    "      –",
  ]);
});

Deno.test("a tiny number is not shown as zero", () => {
  assertMatch(text(table({ x: [1000, 1e-9] })), /1\.00e-9/);
});

Deno.test("a hundred thousand rows show their ends, at once and in little room", () => {
  const frame = table({ i: Array.from({ length: 100_000 }, (_, i) => i) }, { caption: "Many" });
  const shown = html(frame);
  assertLess(shown.length, 3000);
  assertStringIncludes(shown, ">99\u202f999</td>");
  assertStringIncludes(text(frame), "Many · 100\u202f000 rows, 1 column");
  assertEquals(text(frame).match(/⋮/g)?.length, 1);
});

Deno.test("many columns show their ends", () => {
  const wide = table(Object.fromEntries(Array.from({ length: 30 }, (_, c) => [`c${c}`, [c]])));
  assertStringIncludes(text(wide), "c9  ⋯  c24");
});

Deno.test("everything that danfo makes of a frame shows too", () => {
  const frame = table({ a: [1, 2, 3], b: [4, 5, 6] });
  const made: readonly unknown[] = [
    frame["a"],
    frame.head(2),
    frame.describe(),
    frame.mean({ axis: 0 }),
  ];
  for (const one of made) assertStringIncludes(html(one), "<table>");
  assertStringIncludes(text(frame.describe()), "mean");
  assertStringIncludes(Deno.inspect(frame), "a  b\n1  4");
  assertEquals(Object.keys(frame).includes("Jupyter.display"), false);
});

Deno.test("titled() gives a caption to any frame", () => {
  const frame: Frame = titled(table({ a: [1] }), "One");
  assertMatch(text(frame), /One$/);
});

Deno.test("frames are shown alike each time", () => {
  assertEquals(html(sessionFrame(as)), html(sessionFrame(as)));
});

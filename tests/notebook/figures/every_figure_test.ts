import { assert, assertEquals, assertLess, assertMatch, assertNotEquals } from "@std/assert";
import { displayMethod } from "../../../lib/notebook/display.ts";
import type { Axis } from "../../../lib/notebook/plotly_layout.ts";
import { everyFigure, jsonOf } from "./every_figure.ts";

const figures = Object.entries(everyFigure());

/** Every number anywhere in a value. */
function numbersIn(value: unknown): readonly number[] {
  if (typeof value === "number") return [value];
  if (value === null || typeof value !== "object") return [];
  return Object.values(value).flatMap(numbersIn);
}

for (const [name, chart] of figures) {
  const axes = Object.entries(chart.layout).filter(([key]) => /^[xy]axis/.test(key)) as [
    string,
    Axis,
  ][];

  Deno.test(`${name} figure has a title, a caption, and axes with names`, () => {
    assertNotEquals(chart.layout.title.text, "");
    assertMatch(chart.caption, /\.$/);
    assert(axes.length >= 2);
    for (const [axis, { title }] of axes) {
      assertMatch(title?.text ?? "", /^\S.*\S$/, `${name}: ${axis}`);
    }
    // Categories and probabilities have no unit; everything else says its own.
    const bare = axes.filter(([, { title }]) => !/\(.+\)$/.test(title?.text ?? ""));
    const unitless = /^(Risk aversion|Probability of a fill in one step)$/;
    for (const [, { title }] of bare) assertMatch(title?.text ?? "", unitless);
  });

  Deno.test(`${name} figure names every trace and says what the pointer shows`, () => {
    assert(chart.data.length > 0);
    for (const trace of chart.data) {
      assertNotEquals(trace.name, "");
      assert(trace.hoverinfo === "skip" || trace.hovertemplate !== undefined, trace.name);
    }
  });

  Deno.test(`${name} figure holds finite numbers only, at most six digits, and under 60 KB`, () => {
    const numbers = numbersIn(chart.data);
    assert(numbers.length > 3);
    for (const value of numbers) assert(Number.isFinite(value), `${name}: ${value}`);
    const long = numbersIn(chart.data.map((trace) => ("y" in trace ? trace.y : [])))
      .filter((value) => Number(value.toPrecision(6)) !== value);
    assertEquals(long, []);
    assertLess(jsonOf(chart).length, 60_000);
  });

  Deno.test(`${name} figure lets the page's ground through`, () => {
    assertEquals(chart.layout.paper_bgcolor, "rgba(0,0,0,0)");
    assertEquals(chart.layout.plot_bgcolor, "rgba(0,0,0,0)");
  });

  Deno.test(`${name} figure shows itself as Plotly's JSON and as text`, () => {
    const bundle = chart[displayMethod]();
    assertEquals(Object.keys(bundle), ["application/vnd.plotly.v1+json", "text/plain"]);
    assertEquals(JSON.stringify(bundle["application/vnd.plotly.v1+json"]), jsonOf(chart));
    assertMatch(String(bundle["text/plain"]), new RegExp(`${chart.caption.slice(0, 12)}`));
  });
}

Deno.test("figures of a hundred thousand points stay under 60 KB", () => {
  for (const [name, chart] of Object.entries(everyFigure(100_000))) {
    assertLess(jsonOf(chart).length, 60_000, name);
  }
});

Deno.test("figures are pure: built twice, the same to the byte", () => {
  const again = everyFigure();
  for (const [name, chart] of figures) assertEquals(jsonOf(again[name]), jsonOf(chart));
});

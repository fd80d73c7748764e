import { assert, assertEquals, assertLess, assertMatch, assertNotEquals } from "@std/assert";
import { escaped } from "../../../lib/notebook/escaped.ts";
import type { Figure } from "../../../lib/notebook/figure.ts";
import { PICTURE_TYPE, PLOTLY_TYPE } from "../../../lib/notebook/media.ts";
import { displayMethod } from "../../../lib/notebook/display.ts";
import type { Axis } from "../../../lib/notebook/plotly.ts";
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

  Deno.test(`${name} figure shows itself as Plotly's JSON, as a picture and as text`, () => {
    const bundle = chart[displayMethod]();
    const { [PLOTLY_TYPE]: live, [PICTURE_TYPE]: svg, "text/html": html, "text/plain": text } =
      bundle;
    assertEquals(Object.keys(bundle), [PLOTLY_TYPE, PICTURE_TYPE, "text/html", "text/plain"]);
    // Bare of the spans that give letters the page's colour, it is the figure's own JSON.
    const bare = JSON.stringify(live).replace(/<\/?span[^>]*>/g, "")
      .replaceAll(',"tickprefix":"","ticksuffix":""', "");
    assertEquals(JSON.parse(bare), JSON.parse(jsonOf(chart)));
    assertMatch(String(text), new RegExp(`${chart.caption.slice(0, 12)}`));
    const [, alt, image] = /^<img alt="([^"]+)" src="data:[^,]+,([^"]+)">$/.exec(String(html))!;
    assertEquals(alt, escaped(chart.caption));
    assertEquals(new TextDecoder().decode(Uint8Array.fromBase64(image)), svg);
  });

  Deno.test(`${name} figure's letters take the page's colour when live`, () => {
    const { layout, data } = chart[displayMethod]()[PLOTLY_TYPE] as Figure;
    const titles = Object.entries(layout).filter(([key]) => /^([xy]axis|title)/.test(key))
      .map(([key, part]) => key === "title" ? part as Axis["title"] : (part as Axis).title);
    const words = [...titles, ...layout.annotations].map(({ text }) => text)
      .concat(data.map((trace) => trace.name));
    for (const one of words) assertMatch(one, /^<span style="color:var\(--jp-content-font-color1,/);
  });

  Deno.test(`${name} figure's picture is plain, small and says what it shows`, () => {
    const svg = String(chart[displayMethod]()[PICTURE_TYPE]);
    assertLess(svg.length, 26_000);
    const tags = new Set([...svg.matchAll(/<(\w+)/g)].map(([, tag]) => tag));
    assertEquals(tags.difference(new Set(["svg", "path", "text"])), new Set());
    const attributes = new Set([...svg.matchAll(/ ([\w-]+)="/g)].map(([, attribute]) => attribute));
    const refused = ["id", "class", "style", "href", "clip-path", "xlink"];
    assertEquals(attributes.intersection(new Set(refused)), new Set());
    assert(!/url\(|data:|NaN|undefined|Infinity/.test(svg));
    assertMatch(svg, /^<svg [^>]*role="img" aria-label="[^"]{20,}"/);
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

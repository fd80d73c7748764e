import { assert, assertEquals, assertMatch } from "@std/assert";
import type { Page } from "playwright-core";
import { displayMethod } from "../../lib/notebook/display.ts";
import {
  barsFigure,
  curvesFigure,
  type Figure,
  heatMapFigure,
  histogramFigure,
  pointsFigure,
} from "../../lib/notebook/mod.ts";
import { siteAssets } from "../../lib/site/assets.ts";
import { startBrowser } from "./lab_session.ts";
import { layOver } from "./live_chart.ts";

const x = { label: "Inventory q", unit: "units" };
const y = { label: "Lean", unit: "$" };
const titled = { title: "Below zero", x, y };
const [at, heights] = [[-3, -2, -1], [-1.25, -20_000.5, -0.004]];

/** Charts of nothing but negative numbers. */
const figures: Readonly<Record<string, Figure>> = {
  curves: curvesFigure({
    ...titled,
    curves: [{ name: "a", x: at, y: heights, band: { lower: [-2, -3e4, -1], upper: heights } }],
  }),
  points: pointsFigure({ ...titled, series: [{ name: "a", x: at, y: heights }] }),
  bars: barsFigure({
    ...titled,
    groups: ["one", "two", "three"],
    series: [{ name: "a", values: heights }],
  }),
  histogram: histogramFigure({
    title: "Below zero",
    x,
    samples: { a: Array.from({ length: 200 }, (_, i) => -5 + Math.sin(i)) },
  }),
  heatMap: heatMapFigure({
    ...titled,
    columns: at,
    rows: at,
    values: [heights, heights, heights],
    value: y,
  }),
};

/** What the pointer tells at a chart's first points; on a page of white letters. */
async function told(page: Page, figure: Figure, script?: string) {
  await layOver(page, figure[displayMethod](), script);
  await page.evaluate(() =>
    document.documentElement.style.setProperty("--jp-content-font-color1", "#fff")
  );
  const found: { words: string; heading: boolean; fills: readonly string[] }[] = [];
  for (const point of [0, 1, 2]) {
    for (const curveNumber of figure.data.keys()) {
      const cell = figure.data[curveNumber].type === "heatmap";
      // Plotly answers twice in a tenth of a second at most.
      await page.waitForTimeout(120);
      found.push(
        ...await page.evaluate((at) => {
          const { Fx } = Reflect.get(globalThis as object, "Plotly") as {
            Fx: { hover: (place: string, at: object, subplot: string) => void };
          };
          Fx.hover("live", at, "xy");
          return [...document.querySelectorAll("#live .hoverlayer text")].map((text) => ({
            words: text.textContent ?? "",
            heading: text.matches(".legendtitletext"),
            fills: [text, ...text.querySelectorAll("tspan")]
              .filter((part) => [...part.childNodes].some((node) => node.nodeType === 3))
              .map((part) => getComputedStyle(part).fill),
          }));
        }, cell ? { xval: at[point], yval: at[point] } : [{ curveNumber, pointNumber: point }]),
      );
    }
  }
  return found.filter(({ words }) => words !== "");
}

Deno.test("the pointer tells negative numbers with a true minus sign, in letters that its box shows", async () => {
  await using browser = await startBrowser();
  const page = await (await browser.newContext({ viewport: { width: 800, height: 500 } }))
    .newPage();
  const site = (await siteAssets(true)).find(({ path }) => path === "assets/plotly.js")!;
  for (const [name, figure] of Object.entries(figures)) {
    for (const script of [undefined, String(site.content)]) {
      const texts = await told(page, figure, script);
      assert(texts.some(({ words }) => /−\d/.test(words)), `${name} tells a negative number`);
      for (const { words, heading, fills } of texts) {
        // The package's own Plotly heads a box with a hyphen, and no setting reaches there.
        if (script === undefined && heading) assertMatch(words, /^Inventory q \S+ units$/);
        else assertEquals(words.match(/-[\d.]/g), null, `${name}: ${words}`);
        // A name beside the box has its line's colour.
        if (/\d/.test(words)) assertEquals([...new Set(fills)], ["rgb(34, 34, 34)"], words);
      }
    }
  }
});

import { assertEquals } from "@std/assert";
import type { Page } from "playwright-core";
import { displayMethod } from "../../lib/notebook/display.ts";
import { everyFigure } from "../notebook/figures/every_figure.ts";
import { startBrowser } from "./lab_session.ts";
import { layOver } from "./live_chart.ts";

/** What of the live chart has nothing of its colour below it in the picture, and words that are elsewhere. */
async function astray(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const found: string[] = [];
    const still = document.querySelector("#still > svg")!;
    const live = document.querySelector("#live")!;
    const paths = [...still.querySelectorAll<SVGPathElement>("path")];
    for (const path of paths) path.removeAttribute("stroke-dasharray");
    const hex = (color: string) =>
      "#" + (color.match(/[\d.]+/g) ?? []).slice(0, 3)
        .map((part) => Number(part).toString(16).padStart(2, "0")).join("");
    const byColor = Map.groupBy(paths, (path) => {
      const stroke = path.getAttribute("stroke");
      return stroke ?? path.getAttribute("fill") ?? "";
    });
    const covered = (x: number, y: number, color: string) =>
      (byColor.get(color) ?? []).some((path) => {
        const matrix = path.getScreenCTM()!.inverse();
        return [[0, 0], [0.5, 0], [-0.5, 0], [0, 0.5], [0, -0.5]].some(([dx, dy]) => {
          const point = new DOMPoint(x + dx, y + dy).matrixTransform(matrix);
          return path.isPointInStroke(point) ||
            (path.getAttribute("fill") !== "none" && path.isPointInFill(point));
        });
      });
    const check = (what: string, element: SVGPathElement, color: string, samples: number) => {
      const { left, right, top, bottom } = live.querySelector(".nsewdrag")!.getBoundingClientRect();
      const [, first, last] = [...live.querySelectorAll(".nsewdrag")]
        .reduce(([n, t, b], one) => {
          const box = one.getBoundingClientRect();
          return [n, Math.min(t, box.top), Math.max(b, box.bottom)];
        }, [0, top, bottom]);
      const matrix = element.getScreenCTM()!;
      const length = element.getTotalLength();
      let missing = 0;
      for (let i = 0; i <= samples; i++) {
        const at = samples === 0
          ? new DOMPoint(0, 0)
          : element.getPointAtLength(length * i / samples);
        const { x, y } = new DOMPoint(at.x, at.y).matrixTransform(matrix);
        const inside = x > left && x < right && y > first && y < last;
        if (inside && !covered(x, y, color)) missing++;
      }
      if (missing > 0) found.push(`${what} ${color}: ${missing} of ${samples + 1} places`);
    };
    for (const line of live.querySelectorAll<SVGPathElement>(".scatterlayer .js-line")) {
      check("line", line, hex(getComputedStyle(line).stroke), 60);
    }
    const marks = [...live.querySelectorAll<SVGPathElement>(".scatterlayer .points path.point")];
    for (const mark of marks.filter((_, i) => i % Math.ceil(marks.length / 80) === 0)) {
      check("marker", mark, hex(getComputedStyle(mark).fill), 0);
    }
    // A hatched bar is filled with a pattern; its colour is its trace's.
    const series = [...live.querySelectorAll(".barlayer .trace")];
    const barColor = (bar: Element) =>
      Reflect.get(live, "data")[series.indexOf(bar.closest(".trace")!)].marker.color;
    for (const bar of live.querySelectorAll<SVGPathElement>(".barlayer .point path")) {
      const box = bar.getBBox();
      if (box.height > 2) {
        check("bar", bar, barColor(bar), 12);
      }
    }
    for (const bar of live.querySelectorAll<SVGPathElement>(".errorbar path")) {
      // Plotly draws the caps of an error that is unknown, one over the other.
      if (bar.getBBox().height > 1) check("error bar", bar, hex(getComputedStyle(bar).stroke), 12);
    }
    const middle = (element: Element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return [(left + right) / 2, (top + bottom) / 2];
    };
    // A still picture leaves out names that a click would bring.
    const whole = Reflect.get(live, "data")
      .every(({ visible }: { visible?: string }) => visible !== "legendonly");
    const words = [...still.querySelectorAll("text")];
    const ticks = ".xtick text, .ytick text, .xtitle, .ytitle, .y2title, .y3title, .gtitle, " +
      ".annotation-text" + (whole ? ", .legendtext" : "");
    for (const text of live.querySelectorAll(ticks)) {
      const lines = [...text.querySelectorAll("tspan.line")];
      for (const line of lines.length > 0 ? lines : [text]) {
        const said = (line.textContent ?? "").replaceAll("\u200b", "");
        const [x, y] = middle(line);
        const near = words.filter((one) => one.textContent === said).map((one) => {
          const [left, top] = middle(one);
          return Math.hypot(left - x, top - y);
        });
        const far = text.matches(".legendtext") ? 45 : text.matches("[class*=tick] *") ? 3 : 8;
        const distance = Math.min(Infinity, ...near);
        if (distance > far) found.push(`"${said}" is ${distance.toFixed(1)} px away`);
      }
    }
    return found;
  });
}

Deno.test("a live chart lies on its still picture: lines, markers, bars, words", async () => {
  await using browser = await startBrowser();
  const page = await (await browser.newContext({ viewport: { width: 800, height: 760 } }))
    .newPage();
  const wrong: string[] = [];
  for (const [name, figure] of Object.entries(everyFigure())) {
    await layOver(page, figure[displayMethod]());
    const room = await page.evaluate(() => {
      const { l, r, t, b } = Reflect.get(document.querySelector("#live")!, "_fullLayout")._size;
      return { l, r, t, b };
    });
    const margin = JSON.stringify(room);
    if (margin !== JSON.stringify(figure.layout.margin)) wrong.push(`${name}: margins ${margin}`);
    wrong.push(...(await astray(page)).map((one) => `${name}: ${one}`));
  }
  assertEquals(wrong, []);
});

/** What a person does with a Plotly chart, and sees of it. */
import type { Locator, Page } from "playwright-core";

/** The live charts of a page, from top to bottom. */
export function charts(page: Page): Locator {
  return page.locator(".js-plotly-plot");
}

/**
 * Moves the mouse over a chart until it tells a value.
 *
 * @param page The page.
 * @param chart One of its {@linkcode charts}.
 * @returns The text beside the mouse; empty where no place that was tried has one.
 */
export async function hoverText(page: Page, chart: Locator): Promise<string> {
  // Plotly answers the mouse at most every 50 ms, on a busy machine much later.
  for (const patience of [120, 400, 1000]) {
    await chart.scrollIntoViewIfNeeded();
    for (const [x, y] of await places(chart)) {
      await page.mouse.move(x, y);
      await page.waitForTimeout(patience);
      const text = await chart.locator(".hoverlayer").textContent();
      if (text) return text;
    }
  }
  return "";
}

const MARKS = 6;

/** Where a chart may answer: on some of its marks, then at places spread over each of its panels. */
async function places(chart: Locator): Promise<readonly (readonly [x: number, y: number])[]> {
  const marks = (await chart.locator(".scatterlayer .point, .barlayer .point").all()).slice(
    0,
    MARKS,
  );
  const found: [number, number][] = [];
  for (const mark of marks) {
    const box = await mark.boundingBox();
    if (box !== null) found.push([box.x + box.width / 2, box.y + box.height / 2]);
  }
  for (const area of await chart.locator(".nsewdrag").all()) {
    const box = await area.boundingBox();
    if (box === null) continue;
    for (const across of [0.5, 0.25, 0.75, 0.4, 0.6, 0.1, 0.9]) {
      for (const down of [0.5, 0.25, 0.75]) {
        found.push([box.x + across * box.width, box.y + down * box.height]);
      }
    }
  }
  return found;
}

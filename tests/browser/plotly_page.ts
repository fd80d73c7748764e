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
  await chart.scrollIntoViewIfNeeded();
  for (const area of await chart.locator(".nsewdrag").all()) {
    const box = await area.boundingBox();
    if (box === null) continue;
    for (const across of [0.5, 0.25, 0.75, 0.4, 0.6, 0.1, 0.9]) {
      for (const down of [0.5, 0.25, 0.75]) {
        await page.mouse.move(box.x + across * box.width, box.y + down * box.height);
        // Plotly answers the mouse at most every 50 ms.
        await page.waitForTimeout(120);
        const text = await chart.locator(".hoverlayer").textContent();
        if (text) return text;
      }
    }
  }
  return "";
}

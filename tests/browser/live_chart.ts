import type { Page } from "playwright-core";

const plotly = await import("plotly.js-dist", { with: { type: "text" } });

/**
 * Draws a figure twice on a page, one over the other: by Plotly, and as its still picture.
 *
 * @param page The page.
 * @param bundle The figure in its formats.
 * @param script Plotly's script. @default {as the package brings it, which JupyterLab has}
 */
export async function layOver(
  page: Page,
  bundle: Readonly<Record<string, unknown>>,
  script = plotly.default as unknown as string,
): Promise<void> {
  const picture = String(bundle["image/svg+xml"]);
  await page.setContent(
    `<!doctype html><meta charset="utf-8"><style>:root{--jp-content-font-color1:rgb(1,2,3)}` +
      `body{margin:0}div{position:absolute;left:0;top:0;width:800px}</style>` +
      `<div id="still">${picture}</div><div id="live"></div>`,
  );
  await page.evaluate(script);
  await page.evaluate(async (chart) => {
    const { newPlot } = Reflect.get(globalThis, "Plotly") as {
      newPlot: (...parts: readonly unknown[]) => Promise<unknown>;
    };
    const { data, layout, config } = chart as Record<string, unknown>;
    await newPlot("live", data, layout, config);
  }, bundle["application/vnd.plotly.v1+json"] as Record<string, unknown>);
}

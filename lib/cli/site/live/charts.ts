/**
 * Makes each chart live when it comes near the window: until then, and on paper, its still picture stands.
 *
 * @module
 */
import plotly from "plotly.js-dist";

interface Chart {
  readonly data: unknown;
  readonly layout: unknown;
  readonly config?: object;
}

interface PlotlyLibrary {
  newPlot(place: HTMLElement, data: unknown, layout: unknown, config: unknown): Promise<unknown>;
}

const { newPlot } = plotly as PlotlyLibrary;

async function bringToLife(figure: HTMLElement): Promise<void> {
  const json = figure.querySelector('script[type="application/json"]')?.textContent ?? "";
  const { data, layout, config } = JSON.parse(json) as Chart;
  const place = document.createElement("div");
  place.className = "live";
  figure.prepend(place);
  await newPlot(place, data, layout, { responsive: true, ...config });
  figure.classList.add("alive");
}

const watcher = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    watcher.unobserve(target);
    bringToLife(target as HTMLElement);
  }
}, { rootMargin: "400px" });

for (const figure of document.querySelectorAll("figure.chart")) watcher.observe(figure);

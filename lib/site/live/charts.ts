/**
 * Makes each chart live when it comes near the window: until then, and on paper, its still picture stands.
 *
 * @module
 */
import { loadPlotly } from "./load_plotly.ts";

interface Layout {
  readonly title: { readonly text: string };
  readonly height: number;
  readonly margin: { readonly t: number };
}

interface Chart {
  readonly data: unknown;
  readonly layout: Layout;
  readonly config?: object;
}

/** Beside this script; known only while it is read. */
const library = new URL("plotly.js", (document.currentScript as HTMLScriptElement).src).href;

/** Width below which a chart's title, which Plotly cannot wrap, stands above it in the page's letters. */
const NARROW = 640;
/** What is left of the margin above a chart without a title. */
const TOP = 22;

async function bringToLife(figure: HTMLElement): Promise<void> {
  const json = figure.querySelector('script[type="application/json"]')?.textContent ?? "";
  const { data, layout, config } = JSON.parse(json) as Chart;
  const { react } = await loadPlotly(library);
  const live = document.createElement("div"), place = document.createElement("div");
  live.className = "live";
  live.append(place);
  figure.prepend(live);
  const narrow = figure.clientWidth < NARROW;
  if (narrow) {
    const title = document.createElement("p");
    title.textContent = layout.title.text.replaceAll("<br>", " ").replace(/<[^>]*>/g, "");
    live.prepend(title);
  }
  await react(place, data, narrow ? withoutTitle(layout) : layout, {
    responsive: true,
    ...config,
  });
  figure.classList.add("alive");
}

function withoutTitle({ title: _title, height, margin, ...layout }: Layout): object {
  return { ...layout, height: height - margin.t + TOP, margin: { ...margin, t: TOP } };
}

const watcher = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    watcher.unobserve(target);
    bringToLife(target as HTMLElement);
  }
}, { rootMargin: "400px" });

for (const figure of document.querySelectorAll("figure.chart")) watcher.observe(figure);

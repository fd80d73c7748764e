import { JSDOM } from "jsdom";
import { type Box, innerBox, pageBox } from "./text_boxes.ts";
import { recordingCanvas } from "./recorded_canvas.ts";

/** The part of Plotly that draws a picture. */
interface PlotlyLibrary {
  toImage(figure: unknown, options: ImageOptions): Promise<string>;
}

interface ImageOptions {
  readonly format: "svg";
  readonly width: number;
  readonly height: number;
  readonly imageDataOnly: true;
}

/** A page in memory with Plotly in it. */
export interface PlotlyWindow {
  /** Reads a drawing as elements. */
  readonly parse: (svg: string) => Element;
  /** Draws a figure as SVG. */
  readonly draw: (figure: unknown, width: number, height: number) => Promise<string>;
  /** Closes the page. */
  readonly close: () => void;
}

/**
 * Opens a page in memory and loads Plotly into it: a second, once.
 *
 * jsdom draws nothing, so what Plotly asks of a browser is supplied here: sizes of text from Helvetica's
 * metrics, and a canvas that keeps what Plotly paints on it for a heat map.
 */
export async function plotlyWindow(): Promise<PlotlyWindow> {
  const { window } = new JSDOM("<!doctype html><body></body>", {
    pretendToBeVisual: true,
    runScripts: "outside-only",
  });
  supply(window);
  const { default: source } = await import("plotly.js-dist", { with: { type: "text" } });
  window.eval(source as unknown as string);
  const plotly = Reflect.get(window, "Plotly") as PlotlyLibrary;
  return {
    parse: (svg) => new window.DOMParser().parseFromString(svg, "image/svg+xml").documentElement,
    close: () => window.close(),
    draw: (figure, width, height) =>
      plotly.toImage(figure, { format: "svg", width, height, imageDataOnly: true }),
  };
}

function supply(window: JSDOM["window"]): void {
  const nothing = () => {};
  const inert = { observe: nothing, unobserve: nothing, disconnect: nothing };
  const media = {
    matches: false,
    addListener: nothing,
    removeListener: nothing,
    addEventListener: nothing,
    removeEventListener: nothing,
  };
  Object.assign(window, { ResizeObserver: () => inert, matchMedia: () => media });
  Object.assign(window, { TextDecoder, TextEncoder, CSS: { supports: () => false } });
  Object.assign(window.URL, { createObjectURL: () => "blob:none", revokeObjectURL: nothing });
  Object.assign(window.SVGElement.prototype, {
    getBBox(this: Element) {
      return sized(innerBox(this));
    },
    getComputedTextLength(this: Element) {
      return sized(innerBox(this)).width;
    },
    getBoundingClientRect(this: Element) {
      return sized(pageBox(this));
    },
  });
  Object.assign(window.HTMLCanvasElement.prototype, recordingCanvas());
}

function sized(box: Box): Box & Record<"x" | "y" | "width" | "height", number> {
  const { left, top, right, bottom } = box;
  return { ...box, x: left, y: top, width: right - left, height: bottom - top };
}

import { PICTURE_TYPE, PLOTLY_TYPE } from "../../notebook/media.ts";
import { loadPlotly, type PlotlyLibrary } from "../live/load_plotly.ts";

/** What an output holds, by MIME type. */
interface Output {
  readonly data: Readonly<Record<string, unknown>>;
}

/** A widget of Lumino's, as much of it as a chart needs. */
interface Widget {
  readonly node: HTMLElement;
  readonly isDisposed: boolean;
  addClass(name: string): void;
  dispose(): void;
}

/** The class of it, known only when the page runs. */
export type WidgetClass = new () => Widget;

/** What a chart is. */
interface Chart {
  readonly data: unknown;
  readonly layout: Readonly<Record<string, unknown>>;
  readonly config?: object;
}

/**
 * Makes what shows charts below cells: the picture that the output brings, until it comes into sight; then the live chart.
 *
 * A long notebook has many charts, and Plotly is the largest script of the site: a first cell must not wait for them.
 *
 * @param library Address of Plotly's script.
 */
export function chartOutputs(Widget: WidgetClass, library: string): new () => Widget {
  const shown = new WeakMap<Element, () => void>();
  const watcher = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      watcher.unobserve(target);
      shown.get(target)?.();
    }
  });
  return class extends Widget {
    #chart: Chart | undefined;
    #plotly: PlotlyLibrary | undefined;

    constructor() {
      super();
      this.addClass("jp-RenderedPlotly");
      shown.set(this.node, () => this.#draw());
    }

    /** Called with the output, and again whenever it is another one. */
    async renderModel({ data }: Output): Promise<void> {
      this.#chart = data[PLOTLY_TYPE] as Chart;
      if (this.#plotly !== undefined) return await this.#draw();
      this.node.replaceChildren(picture(data[PICTURE_TYPE], this.#chart));
      watcher.observe(this.node);
    }

    async #draw(): Promise<void> {
      const plotly = this.#plotly ?? await loadPlotly(library);
      if (this.isDisposed) return;
      const { data, layout, config } = this.#chart!;
      if (this.#plotly === undefined) this.node.replaceChildren(document.createElement("div"));
      this.#plotly = plotly;
      await plotly.react(this.#place, data, { height: HEIGHT, ...layout }, {
        responsive: true,
        ...config,
      });
    }

    get #place(): HTMLElement {
      return this.node.firstElementChild as HTMLElement;
    }

    /** Called when the notebook's place in the window is another one. */
    onResize(): void {
      if (this.node.offsetWidth > 0) this.#plotly?.Plots.resize(this.#place);
    }

    override dispose(): void {
      watcher.unobserve(this.node);
      this.#plotly?.purge(this.#place);
      super.dispose();
    }
  };
}

/** Of a chart that says none. */
const HEIGHT = 450;

/** What stands for a chart that is not live yet; where the output has no picture, its room. */
function picture(svg: unknown, { layout }: Chart): HTMLElement {
  const image = document.createElement("img");
  image.alt = "";
  image.height = Number(layout.height ?? HEIGHT);
  if (typeof svg === "string" || Array.isArray(svg)) {
    image.src = `data:${PICTURE_TYPE},${encodeURIComponent([svg].flat().join(""))}`;
  }
  return image;
}

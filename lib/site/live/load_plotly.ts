/** As much of Plotly as our pages use. */
export interface PlotlyLibrary {
  /** Draws a chart, or another one where one stands. */
  react(place: HTMLElement, data: unknown, layout: unknown, config: unknown): Promise<unknown>;
  /** Forgets a chart. */
  purge(place: HTMLElement): void;
  readonly Plots: { resize(place: HTMLElement): unknown };
}

let loading: Promise<PlotlyLibrary> | undefined;

/**
 * Loads Plotly, once for a page: it is by far the largest script of the site, and nothing needs it before the
 * first chart is in sight.
 *
 * @param address Of assets/plotly.js.
 * @throws {Error} Where it cannot be loaded; asked again, it is tried again.
 */
export function loadPlotly(address: string): Promise<PlotlyLibrary> {
  return loading ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => resolve(Reflect.get(globalThis, "Plotly") as PlotlyLibrary);
    script.onerror = () => {
      loading = undefined;
      reject(new Error(`Cannot draw the chart as ${address} cannot be loaded`));
    };
    document.head.append(script);
  });
}

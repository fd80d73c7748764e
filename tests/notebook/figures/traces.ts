import type { Beside, Trace } from "../../../lib/notebook/plotly.ts";

/** A value on an axis. */
export type Place = number | string | null;

interface Marker {
  readonly color: string;
  readonly symbol?: string;
  readonly size?: number;
  readonly opacity?: number;
  readonly line?: { readonly color: string };
  readonly pattern?: { readonly shape: string };
}

interface ErrorBars {
  readonly array: readonly (number | null)[];
  readonly arrayminus: readonly (number | null)[];
}

/** What tests read of points and lines. */
export interface ScatterTrace extends Trace {
  readonly type: "scatter" | "scattergl";
  readonly mode: string;
  readonly x?: readonly Place[];
  readonly x0?: number;
  readonly dx?: number;
  readonly y: readonly Place[];
  readonly line?: { readonly color: string; readonly dash?: string; readonly shape?: string };
  readonly marker?: Marker;
  readonly error_y?: ErrorBars;
  readonly text?: readonly string[];
}

/** What tests read of bars. */
export interface BarTrace extends Trace {
  readonly type: "bar";
  readonly x: readonly Place[];
  readonly y: readonly (number | null)[];
  readonly marker: Marker;
  readonly width: number;
  readonly offset: number;
  readonly error_y?: ErrorBars;
}

/** What tests read of coloured cells. */
export interface HeatMapTrace extends Trace {
  readonly type: "heatmap";
  readonly x: readonly Place[];
  readonly y: readonly Place[];
  readonly z: readonly (readonly (number | null)[])[];
  readonly colorscale: readonly (readonly [number, string])[];
  readonly zmin: number;
  readonly zmax: number;
}

/** What tests read of a line across a panel. */
export interface RuleShape extends Beside {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  readonly line: { readonly color: string };
}

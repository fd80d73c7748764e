import type * as plotly from "plotly.js-dist";

/** A type of Plotly's as JSON that nobody changes: words for its choices; no functions, dates and typed arrays. */
type Json<T> = T extends string ? T | (string & Record<never, never>)
  : T extends plotly.Datum | boolean | undefined ? Exclude<T, Date>
  : T extends ArrayBufferView | ((...args: never[]) => unknown) ? never
  : T extends readonly unknown[] ? readonly Json<T[number]>[]
  : { readonly [Key in keyof T]: Json<T[Key]> };

/** What a trace may say, by Plotly's own types: a misspelt attribute does not compile. */
export type SaidTrace = Json<plotly.ScatterData | plotly.BarData | plotly.HeatmapData>;

/** What a shape beside the data may say. */
export type SaidShape = Json<plotly.Shape>;

/** What words beside the data may say. */
export type SaidWords = Json<plotly.Annotation>;

/** What a layout may say. */
export type SaidLayout = Json<plotly.Layout>;

import type { AxisLabel, AxisWords } from "./axis.ts";
import type { Mark } from "./mark.ts";

/** Marks over one y axis. */
export interface Panel {
  /** The y axis. */
  readonly y: AxisWords;
  /** What is drawn, the first below the others. */
  readonly marks: readonly Mark[];
  /** The panel's share of the height, against the others'. @default {1} */
  readonly share?: number;
}

/** A scale of colours: places from 0 to 1 and their colours. */
export type ColorScale = readonly (readonly [place: number, color: string])[];

/** What the colours of a map mean. */
export interface ColorKey extends AxisLabel {
  /** Colours from the lowest to the highest value. */
  readonly colors: ColorScale;
  /** The values of the first and the last colour. */
  readonly range: readonly [number, number];
}

/** A chart before anybody draws it: panels one above the other over one x axis. */
export interface Chart {
  /** What it shows. */
  readonly title: string;
  /** Height, in pixels. */
  readonly height: number;
  /** The x axis that all panels share. */
  readonly x: AxisWords;
  /** The panels, from the top. */
  readonly panels: readonly Panel[];
  /** The key to a map's colours. */
  readonly key?: ColorKey;
}

/** Sizes of letters, in pixels. */
export interface Letters {
  /** Size of most. */
  readonly size: number;
  /** Size of the title. */
  readonly title: number;
}

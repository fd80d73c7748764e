import type { AxisLabel } from "./chart/axis.ts";

/** The units of prices and times. */
export interface Units {
  /** Unit of prices and wealth. @default {"$"} */
  readonly price?: string;
  /** Unit of time. @default {"time units"} */
  readonly time?: string;
}

/** The units, with those that stand for what is left out. */
export function unitsOf({ price = "$", time = "time units" }: Units = {}): Required<Units> {
  return { price, time };
}

/** The time axis of a session, from its beginning to its end or over a part of it. */
export function timeAxis(units: Units | undefined, range: readonly [number, number]): AxisLabel {
  return { label: "Time t", unit: unitsOf(units).time, range };
}

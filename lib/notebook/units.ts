import type { AxisLabel } from "./chart/axis.ts";

/** The units of prices and times. */
export interface Units {
  /** Unit of prices and wealth. @default {"$"} */
  readonly price?: string;
  /** Unit of time. @default {"time units"} */
  readonly time?: string;
}

/** The time axis of a session, from its beginning to its end or over a part of it. */
export function timeAxis(
  { time = "time units" }: Units = {},
  range?: readonly [number, number],
): AxisLabel {
  return { label: "Time t", unit: time, ...(range === undefined ? {} : { range }) };
}

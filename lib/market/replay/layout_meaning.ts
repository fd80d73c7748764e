import type { Recognised } from "./recognise_layout.ts";
import type { SideSource } from "./row_reader.ts";
import { NAMES, type TimeUnit } from "./time_unit.ts";

const UNITS: Readonly<Record<TimeUnit, string>> = {
  ...NAMES,
  any: "in the unit of the first row",
  "ms or us": "milliseconds or microseconds, as the first row",
};

/** What each column of a file was taken for, for people. */
export function meaningOf({ layout, header }: Recognised, side: SideSource): readonly string[] {
  const { time, sinceMidnight, trade, quote, priceUnit = 1, columns } = layout;
  const called = (column: string) => header ? column : `column ${columns.indexOf(column) + 1}`;
  const unit = priceUnit === 1
    ? ""
    : priceUnit === "nanos"
    ? " (or 1e-9 of it)"
    : ` (${priceUnit})`;
  const sides = trade === undefined
    ? []
    : side === "tick-rule" || trade.aggressor === undefined
    ? ["side ← the tick rule"]
    : [`side ← ${called(trade.aggressor.column)} (${trade.aggressor.meaning})`];
  return [
    time === "row"
      ? "time ← that of the same row of the messages"
      : `time ← ${called(time.column)} (${UNITS[time.unit]}${
        sinceMidnight ? " since the exchange's midnight, read as UTC" : ""
      })`,
    ...(trade
      ? [`price ← ${called(trade.price)}${unit}`, `quantity ← ${called(trade.quantity)}`, ...sides]
      : []),
    ...(quote
      ? [
        `bid ← ${called(quote.bid)}${unit}`,
        `bid quantity ← ${called(quote.bidQuantity)}`,
        `ask ← ${called(quote.ask)}${unit}`,
        `ask quantity ← ${called(quote.askQuantity)}`,
      ]
      : []),
  ];
}

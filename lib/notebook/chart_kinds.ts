import { checkThat, type KeysOf, type Kind } from "../check.ts";
import { flag, keyed, listOf, maybe, pair, record, text } from "../kinds.ts";
import type { AxisLabel, AxisWords } from "./chart/axis.ts";
import { role } from "./theme.ts";
import type { Units } from "./units.ts";

/** The keys of an axis. */
export const axisKeys: KeysOf<AxisLabel> = {
  label: text,
  unit: maybe(text),
  log: maybe(flag),
  range: maybe(pair),
};

/** What an axis measures. */
export const axisLabel: Kind = keyed<AxisLabel>(axisKeys);

/** What an axis measures, and names along it. */
export const axisWords: Kind = keyed<AxisWords>({
  ...axisKeys,
  names: maybe(listOf("names", text)),
});

/** Units of prices and times, or none. */
export const units: Kind = maybe(keyed<Units>({ price: maybe(text), time: maybe(text) }));

/** Whose colours several have, or none. */
export const roles: Kind = maybe(listOf("roles", role));

/** A colour, dashes and a marker. */
export const look: Kind = (action, name, value) => {
  record(action, name, value);
  text(action, `${name}.color`, Reflect.get(value as object, "color"));
};

/** Colours by their place from 0 to 1. */
export const colorScale: Kind = (action, name, value) => {
  const pair = (one: unknown) =>
    Array.isArray(one) && typeof one[0] === "number" && typeof one[1] === "string";
  const scale = Array.isArray(value) && value.length > 1 && value.every(pair);
  checkThat(
    action,
    name,
    'pairs of a place from 0 to 1 and a colour, as [0, "#00224e"]',
    value,
    scale,
  );
};

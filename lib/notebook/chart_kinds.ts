import { checkFinite, checkThat, type KeysOf, type Kind } from "../check.ts";
import { flag, keyed, listOf, maybe, numbers, pair, record, text } from "../kinds.ts";
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

/** Places of cells: finite numbers, each beyond the one before. */
export const places: Kind = (action, name, value) => {
  numbers(action, name, value);
  const list = value as ArrayLike<number>;
  const way = Math.sign(list[list.length - 1] - list[0]);
  Array.from(list).forEach((place, i) => {
    checkFinite(action, `${name}[${i}]`, place);
    const onward = i === 0 || Math.sign(place - list[i - 1]) === way && way !== 0;
    const rule = `beyond ${name}[${i - 1}], as all of them rise or all fall`;
    checkThat(action, `${name}[${i}]`, rule, place, onward);
  });
};

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

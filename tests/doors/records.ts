import { fieldsOf, nameOf, opened, parametersOf, type Place, type Type } from "./door_types.ts";

/** A place in the arguments of a call: the argument's number, then fields and places in lists. */
export type Path = readonly (string | number)[];

/** A record among a call's arguments, with the fields that its type has. */
export interface Given {
  readonly path: Path;
  readonly fields: readonly Place[];
}

/** Values that the library makes, or that have more than the library asks of them. */
const open = [
  "BacktestReport",
  "DrawnPrice",
  "ExactBand",
  "Finals",
  "IntensityFit",
  "IntensityLaw",
  "IntensityPoint",
  "InvertedLaw",
  "LinePaint",
  "Look",
  "ManyStrategy",
  "Mark",
  "MarketRows",
  "Markout",
  "MemorylessFlow",
  "OrderFlow",
  "PathColumn",
  "PolicyTable",
  "PriceProcess",
  "ProgressSurface",
  "RandomStream",
  "ReachSample",
  "RecordedMarket",
  "Replay",
  "Scenario",
  "Session",
  "SignaturePoint",
  "SteppedPrice",
  "Strategy",
  "Tape",
  "TimeGrid",
  "TraderResult",
];

/** Whether a record of this type may have fields that its type has not. */
export function isOpen(type: Type): boolean {
  return open.includes(nameOf(type)) ||
    nameOf(type) === "Pick" && isOpen(type.value.typeParams[0]);
}

/** The records of known fields among a call's arguments, those within records among them. */
export function recordsOf(name: string, args: readonly unknown[]): readonly Given[] {
  return parametersOf(name).flatMap(({ type }, i) => inside(type, args[i], [i]));
}

function inside(type: Type, value: unknown, path: Path): readonly Given[] {
  if (typeof value !== "object" || value === null || isOpen(type)) return [];
  const plain = opened(type);
  if (plain.kind === "union") return inside(fitting(plain.value, value), value, path);
  if (plain.kind === "array") {
    return Array.isArray(value)
      ? value.flatMap((one, i) => inside(plain.value, one, [...path, i]))
      : [];
  }
  if (nameOf(plain) === "Record") {
    const [, held] = plain.value.typeParams;
    return Object.entries(value).flatMap(([key, one]) => inside(held, one, [...path, key]));
  }
  const fields = fieldsOf(type);
  if (fields === undefined || Array.isArray(value)) return [];
  const deeper = fields.flatMap(({ name, type }) =>
    inside(type, Reflect.get(value, name), [...path, name])
  );
  return [{ path, fields }, ...deeper];
}

/** The member of a union that a value is of: the one with its first field. */
function fitting(types: readonly Type[], value: object): Type {
  const list = Array.isArray(value);
  const [first] = Object.keys(value);
  const fits = (type: Type) =>
    list ? opened(type).kind === "array" : nameOf(opened(type)) === "Record" ||
      (fieldsOf(type)?.some(({ name }) => name === first) ?? false);
  return types.find(fits) ?? { kind: "keyword" };
}

/** The value at a path. */
export function at(args: readonly unknown[], path: Path): unknown {
  return path.reduce<unknown>((value, key) => Reflect.get(Object(value), key), args);
}

/** The arguments with another value at a path. */
export function withValue(args: readonly unknown[], path: Path, value: unknown): unknown[] {
  return changed(args, path, value) as unknown[];
}

function changed(whole: unknown, [key, ...rest]: Path, value: unknown): unknown {
  const inner = rest.length === 0 ? value : changed(Reflect.get(Object(whole), key), rest, value);
  if (Array.isArray(whole)) return Object.assign([...whole], { [key]: inner });
  return { ...whole as object, [key]: inner };
}

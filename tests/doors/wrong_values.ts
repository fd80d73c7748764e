import { execution, naive, scenario, simulate, streams } from "@digital-market-maker/lab";
import { fieldsOf, nameOf, opened, type Type } from "./door_types.ts";
import { session, short, tape } from "./valid_values.ts";

const someStreams = streams(1);

/** What a student gives in the place of something else. */
export const wrongValues: Readonly<Record<string, unknown>> = {
  undefined: undefined,
  null: null,
  "42": 42,
  NaN: NaN,
  '"x"': "x",
  '"1"': "1",
  true: true,
  "1n": 1n,
  "[]": [],
  "[null]": [null],
  '["x"]': ["x"],
  "[[]]": [[]],
  "{}": {},
  "{ a: 1 }": { a: 1 },
  "a function": () => 1,
  "a function that is not called": naive,
  "a class": class Mine {},
  "a promise": Promise.resolve(1),
  "a map": new Map(),
  "a date": new Date(0),
  "a symbol": Symbol("x"),
  "a record without prototype": Object.create(null),
  "a tape": tape,
  "a session": session,
  "a list of sessions": [session],
  "a market": short.market,
  "a scenario": scenario("paper"),
  "a trader": scenario("paper").traders.as,
  traders: scenario("paper").traders,
  "a strategy": naive({ halfSpread: 1 }),
  terms: execution(),
  streams: someStreams,
  "streams without a seed": streams,
  "a stream": streams(1)("a"),
  "a result": simulate({ ...short, traders: scenario("paper").traders, paths: 3, seed: 1 }),
};

/** Names of types by what they are told of here. */
const made: Readonly<Record<string, readonly unknown[]>> = {
  Tape: [tape],
  Session: [session],
  Streams: [someStreams],
};

/**
 * Whether a value may be of a type, as far as its outside tells: then a call may answer. A value that cannot
 * be has to be refused.
 */
export function mayBe(type: Type | undefined, value: unknown): boolean {
  if (type === undefined) return true;
  if (isUnknown(opened(type))) return true;
  const known = made[nameOf(type)];
  if (known?.includes(value)) return true;
  const { kind, repr, value: of } = opened(type);
  switch (kind) {
    case "keyword":
      return ["unknown", "any"].includes(of) || typeof value === of ||
        of === "null" && value === null;
    case "literal":
      return of.kind === "boolean" ? typeof value === "boolean" : value === repr;
    case "union":
      return of.some((one: Type) => mayBe(one, value));
    case "array":
      return Array.isArray(value) && value.every((one) => mayBe(of, one));
    case "indexedAccess":
      return true;
    case "tuple":
      return Array.isArray(value);
    case "fnOrConstructor":
      return typeof value === "function";
  }
  return typeof value === "object" && value !== null && mayBeRecord(opened(type), value) ||
    nameOf(type) === "ArrayLike" && Array.isArray(value) &&
      value.every((one) => typeof one === "number");
}

/** Whether a type is told nowhere: `deno doc` leaves out what only files behind the doors export. */
function isUnknown({ kind, value }: Type): boolean {
  return kind === "typeRef" && ["import", "typeParam"].includes(value.resolution?.kind) &&
    fieldsOf({ kind, value }) === undefined;
}

function mayBeRecord(type: Type, value: object): boolean {
  const plain = Object.prototype.toString.call(value) === "[object Object]";
  if (nameOf(type) === "Record") {
    const [, held] = type.value.typeParams;
    return plain && Object.values(value).every((one) => mayBe(held, one));
  }
  const fields = fieldsOf(type);
  if (fields === undefined) return ["Setting", "TableSetting", "T", "Frame"].includes(nameOf(type));
  return plain && fields.every(({ name, optional, type }) => {
    const own = Reflect.get(value, name);
    return own === undefined ? optional || mayBe(type, own) : mayBe(type, own);
  });
}

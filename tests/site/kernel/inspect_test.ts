import fc from "fast-check";
import { assertEquals } from "@std/assert";
import { inspected, printed } from "../../../lib/site/kernel/inspect.ts";

/** What Deno's kernel itself calls to print. */
function byDeno(...values: readonly unknown[]): string {
  const internals = Reflect.get(Deno, Reflect.get(Deno, "internal"));
  return Reflect.get(internals, "inspectArgs")(values, { colors: false });
}

const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
});

Deno.test("inspected() prints any value as Deno's kernel does", () => {
  fc.assert(
    fc.property(anything, (value) => assertEquals(inspected(value), byDeno("%o", value))),
    { seed: 14, numRuns: 2000 },
  );
});

Deno.test("inspected() takes the quotes that Deno takes, and keeps long columns in rows", () => {
  class Quote {
    bid = 99.5;
  }
  const values = [
    'it"s',
    "it's",
    "both '\"",
    "line\nline",
    [""],
    { "a-b": "x" },
    new Quote(),
    Quote,
  ];
  for (
    const value of [
      ...values,
      Array.from({ length: 250 }, (_, i) => i / 7),
      () => 1,
      Symbol("s"),
    ]
  ) {
    assertEquals(inspected(value), byDeno("%o", value));
  }
});

Deno.test("printed() prints several values on a line as console.log does", () => {
  for (
    const values of [["a", 1, { b: [2] }], ["%d of %s", 3, "four"], [undefined, null], [[1, "a"]]]
  ) {
    assertEquals(printed(values), byDeno(...values));
  }
});

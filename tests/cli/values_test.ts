import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { number, or, whole, word } from "../../lib/cli/values.ts";

Deno.test("number() reads every finite number as it is printed, and with the dot first", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      assertEquals(number().read(String(value)), value + 0);
    }),
    { seed: 8 },
  );
  assertEquals([".5", "-.5", "+5", "5.", "1e6", "1E-3", "-0", "0e-999"].map(number().read), [
    ...[0.5, -0.5, 5, 5, 1e6, 1e-3, 0, 0],
  ]);
});

Deno.test("number() reads nothing that is no number in decimal notation", () => {
  const texts = [
    "1e-400",
    "-0.2e-999",
    "",
    " ",
    ".",
    "-",
    "e5",
    "1e",
    "0x10",
    "1_000",
    "1,5",
    "NaN",
    "Infinity",
    "1e999",
  ];
  for (const text of [...texts, "1 ", " 1", "1s", "--1", "١"]) {
    assertEquals(number().read(text), undefined, JSON.stringify(text));
    assertEquals(whole().read(text), undefined, JSON.stringify(text));
  }
});

Deno.test("number() and whole() hold their bounds and tell them", () => {
  const share = number({ above: 0, below: 1 });
  assertEquals(["0", "1", "0.5"].map(share.read), [undefined, undefined, 0.5]);
  assertEquals(share.rule, "a number > 0 and < 1");
  const port = whole({ most: 65_535 });
  assertEquals(["0", "1", "65535", "65536", "1.5"].map(port.read), [
    ...[undefined, 1, 65_535, undefined, undefined],
  ]);
  assertEquals(port.rule, "a whole number >= 1 and <= 65535");
  assertEquals(["1e6", "1.0", "9007199254740993"].map(whole().read), [1e6, 1, undefined]);
});

Deno.test("or() and word() read their words alone", () => {
  assertEquals(["none", "3", "None"].map(or(number(), "none", Infinity).read), [
    ...[Infinity, 3, undefined],
  ]);
  assertEquals(["a", "b", "toString", ""].map(word("a", "b").read), [
    "a",
    "b",
    undefined,
    undefined,
  ]);
});

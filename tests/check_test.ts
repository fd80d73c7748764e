import { assertEquals, assertThrows } from "@std/assert";
import {
  checkFinite,
  checkNonNegative,
  checkOneOf,
  checkPositive,
  checkThat,
  checkWhole,
} from "../lib/check.ts";

Deno.test("checks answer the value where it is good", () => {
  assertEquals(checkFinite("a", "x", -1.5), -1.5);
  assertEquals(checkPositive("a", "x", 1e-50), 1e-50);
  assertEquals(checkFinite("a", "x", -1e50), -1e50);
  assertEquals(checkNonNegative("a", "x", 0), 0);
  assertEquals(checkWhole("a", "x", 1), 1);
  assertEquals(checkWhole("a", "x", 0, 0), 0);
  assertEquals(checkOneOf("a", "x", "b", ["a", "b"]), "b");
  checkThat("a", "x", "good", 1, true);
});

Deno.test("checks refuse NaN, infinities and what is out of range with RangeError", () => {
  for (const value of [NaN, Infinity, -Infinity]) {
    assertThrows(() => checkFinite("a", "x", value), RangeError, "a finite number");
    assertThrows(() => checkPositive("a", "x", value), RangeError, "> 0 and finite");
    assertThrows(() => checkNonNegative("a", "x", value), RangeError, ">= 0 and finite");
    assertThrows(() => checkWhole("a", "x", value), RangeError, "a whole number >= 1");
  }
  assertThrows(() => checkPositive("a", "x", 0), RangeError);
  assertThrows(() => checkNonNegative("a", "x", -5e-324), RangeError);
  assertThrows(() => checkWhole("a", "x", 0), RangeError);
  assertThrows(() => checkWhole("a", "x", 2 ** 53), RangeError);
  assertThrows(() => checkThat("a", "x", "good", 1, false), RangeError);
});

Deno.test("checks refuse numbers so large or small that their products would be none", () => {
  const large = "at most 1e+50 in size: current value is ";
  for (const check of [checkFinite, checkPositive, checkNonNegative]) {
    assertThrows(() => check("a", "x", 1.01e50), RangeError, `${large}1.01e+50`);
    assertThrows(() => check("a", "x", Number.MAX_VALUE), RangeError, large);
  }
  assertThrows(() => checkFinite("a", "x", -1e308), RangeError, large);
  assertThrows(() => checkPositive("a", "x", 5e-324), RangeError, "at least 1e-50");
  assertEquals(checkNonNegative("a", "x", 5e-324), 5e-324);
});

Deno.test("checks refuse other types with TypeError, and show text in quotes", () => {
  const no = (value: unknown) => value as number;
  assertThrows(
    () => checkPositive("build thing", "size", no("3")),
    TypeError,
    'Cannot build thing as size must be > 0 and finite: current value is "3"',
  );
  assertThrows(() => checkFinite("a", "x", no(null)), TypeError, "current value is null");
  assertThrows(() => checkFinite("a", "x", no(undefined)), TypeError, "current value is undefined");
  assertThrows(() => checkWhole("a", "x", no([1, 2])), TypeError, "current value is [1,2]");
  assertThrows(() => checkNonNegative("a", "x", no(true)), TypeError, "current value is true");
});

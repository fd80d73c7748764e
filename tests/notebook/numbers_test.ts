import { assertEquals } from "@std/assert";
import { readable, shownColumn, significant } from "../../lib/notebook/numbers.ts";

Deno.test("significant() keeps six digits, and null for what is no number", () => {
  assertEquals(significant(123.456789), 123.457);
  assertEquals(significant(0.1 + 0.2), 0.3);
  assertEquals(significant(-0), 0);
  assertEquals(significant(1 / 3, 2), 0.33);
  assertEquals(shownColumn(Float64Array.of(1, NaN, -Infinity)), [1, null, null]);
});

Deno.test("readable() writes numbers as prose does", () => {
  assertEquals(readable(227.4512), "227.5");
  assertEquals(readable(-0.05), "−0.05");
  assertEquals(readable(1234.5), "1235");
  assertEquals(readable(1234567), "1\u202f234\u202f567");
  assertEquals(readable(0), "0");
  assertEquals(readable(2.5e-7), "2.5e−7");
  assertEquals(readable(9.9996), "10");
  assertEquals([readable(NaN), readable(Infinity), readable(-Infinity)], ["–", "∞", "−∞"]);
});

import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { gallery } from "./gallery.ts";
import { isAsExpected, lastDigit, type PaperNumber, toDigits } from "./paper.ts";

for (const paper of gallery) {
  Deno.test(`Every number of ${paper.name} is as expected, and told apart from the others`, () => {
    const numbers = paper.numbers();
    const told = numbers.map(({ place, quantity }) => `${place}: ${quantity}`);
    assertEquals(told.filter((text, i) => told.indexOf(text) < i), []);
    assertEquals(numbers.filter((number) => !isAsExpected(number)), []);
    assert(numbers.every(({ within }) => within > 0 && within < Infinity));
  });
}

Deno.test("The gallery knows which two printed numbers do not reproduce, and why", () => {
  const known = gallery.flatMap(({ numbers }) => numbers()).filter(({ differs }) => differs);
  assertEquals(known.map(({ theirs }) => theirs), ["4.70", "33.92"]);
  assertAlmostEquals(known[0].ours, 5.205, 5e-4);
  assert(known[0].differs!.includes("exact is 5.205"));
});

Deno.test("isAsExpected(): agreement within the tolerance, or a known difference that is still there", () => {
  const number: PaperNumber = {
    ...{ place: "table 1", quantity: "mean", source: "printed", theirs: "4.70", within: 0.1 },
    ours: 4.75,
  };
  assert(isAsExpected(number));
  assert(!isAsExpected({ ...number, ours: 4.85 }));
  assert(!isAsExpected({ ...number, ours: NaN }));
  // One that is known not to reproduce, and does: somebody must look.
  assert(!isAsExpected({ ...number, differs: "known" }));
  assert(isAsExpected({ ...number, ours: 5.2, differs: "known" }));
  assert(!isAsExpected({ ...number, ours: NaN, differs: "known" }));
});

Deno.test("toDigits() allows half a unit of the last digit as it is written", () => {
  for (
    const [text, unit] of [["3", 1], ["4.70", 0.01], ["-1.6439e-4", 1e-8], ["2.5E3", 100]] as const
  ) {
    assertAlmostEquals(lastDigit(text) / unit, 1, 1e-12);
  }
  const [near, far] = toDigits("formula", "here", [["a", "0.120", 0.12049], [
    "b",
    "0.120",
    0.1206,
  ]]);
  assert(isAsExpected(near));
  assert(!isAsExpected(far));
});

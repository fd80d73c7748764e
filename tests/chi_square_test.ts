import { assertEquals, assertThrows } from "@std/assert";
import { assertCounts, cellProbabilities, countCells } from "./chi_square.ts";

const even = (cells: number) => Array.from({ length: cells }, () => 1 / cells);

Deno.test("assertCounts() passes counts that are as expected", () => {
  assertCounts([100, 100, 100, 100], even(4));
});

Deno.test("assertCounts() fails where one cell is far from its expectation", () => {
  // χ² = 100²/100 · (1 + 1/3) = 133 with three degrees of freedom.
  assertThrows(() => assertCounts([200, 67, 67, 66], even(4)), Error, "degrees of freedom");
});

Deno.test("assertCounts() knows the 1e-6 quantile of chi-square with 30 degrees of freedom, 82.0", () => {
  // One cell off by d and another by −d among 31 cells of 1000: χ² = 2d²/1000.
  const counts = (d: number) => [1000 + d, 1000 - d, ...Array.from({ length: 29 }, () => 1000)];
  assertCounts(counts(Math.sqrt(0.5 * 81e3)), even(31));
  assertThrows(() => assertCounts(counts(Math.sqrt(0.5 * 83e3)), even(31)));
});

Deno.test("assertCounts() refuses cells too small for the test", () => {
  assertThrows(() => assertCounts([5, 5], even(2)), Error, "too few");
});

Deno.test("countCells() puts a value on an edge into the cell above", () => {
  assertEquals([...countCells([-1, 0, 0.5, 1, 2], [0, 1])], [1, 2, 2]);
});

Deno.test("cellProbabilities() are the steps between levels", () => {
  assertEquals(cellProbabilities([0.25, 0.75]), [0.25, 0.5, 0.25]);
});

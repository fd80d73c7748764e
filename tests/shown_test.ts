import { assertEquals } from "@std/assert";
import { shown } from "../lib/shown.ts";
import { naive } from "../lib/strategy/naive.ts";
import { timeGrid } from "../lib/time_grid.ts";

Deno.test("shown() names a value as the library does, and never by JavaScript's own words", () => {
  const grid = timeGrid({ horizon: 1, steps: 2 });
  const said: readonly (readonly [unknown, string])[] = [
    [42, "42"],
    ["x", '"x"'],
    [5n, "5n"],
    [undefined, "undefined"],
    [null, "null"],
    [Symbol("x"), "Symbol(x)"],
    [naive, "the function naive"],
    [grid, "a time grid"],
    [naive({ halfSpread: 1 }), "a strategy"],
    [{ a: naive({ halfSpread: 1 }) }, "a record with a strategy under each name, a"],
    [{ bid: 1, ask: 2 }, "a record of bid, ask"],
    [{}, "an empty record"],
    [Object.create(null), "an empty record"],
    [[1, "x"], '[1,"x"]'],
    [[grid, grid], "a list of 2, the first a time grid"],
    [Array(100).fill(0), "a list of 100, the first a number"],
    [new Float64Array(3), "a Float64Array of 3 values"],
    [new Map(), "a Map"],
    [Promise.resolve(), "a promise, which has to be awaited"],
  ];
  for (const [value, words] of said) assertEquals(shown(value), words);
});

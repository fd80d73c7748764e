import { assertEquals } from "@std/assert";
import { neededCells } from "../../../lib/site/exercises/needed_cells.ts";

Deno.test("neededCells() takes what later cells use, and what that uses, in order", () => {
  const cells = [
    'import { a } from "door";\nconst one = 1;\nconst unused = 2;',
    "const two = (x: number): number =>\n  x + one;\ntwo(1);",
    "const three = unused;",
  ];
  assertEquals(neededCells(cells, ["two(3);"]), [
    "const one = 1;",
    "const two = (x: number): number =>\n  x + one;",
  ]);
});

Deno.test("neededCells() takes what acts on a taken name, but not what a cell only shows", () => {
  const cells = ["const list = [0];\nfill(list);\nfor (const x of [1]) list.push(x);\nlist;"];
  const kept = "const list = [0];\nfill(list);\nfor (const x of [1]) list.push(x);";
  assertEquals(neededCells(cells, ["list.length;"]), [kept]);
});

Deno.test("neededCells() is not misled by a label after a point or before a colon", () => {
  const cells = ["const sd = 1;", "const mean = 2;", "const q = 3;"];
  assertEquals(neededCells(cells, ["({ mean: x.sd, q });"]), ["const q = 3;"]);
});

Deno.test("neededCells() brings types, functions, and several names of one pattern", () => {
  const cells = [
    "type Pair = [number, number];\ninterface Wide {\n  a: Pair;\n}",
    "const { x, deep: { y } } = source();\nconst z = 1;",
    "function f(wide: Wide) {\n  return wide.a;\n}",
  ];
  assertEquals(neededCells(cells, ["const g: Wide = y;"]), [
    "type Pair = [number, number];\ninterface Wide {\n  a: Pair;\n}",
    "const { x, deep: { y } } = source();",
  ]);
  assertEquals(neededCells(cells, ["f(1);"]).at(-1), cells[2]);
});

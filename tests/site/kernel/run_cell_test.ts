import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { displayMethod } from "../../../lib/notebook/display.ts";
import { lookAtResults } from "../../../lib/notebook/kernel_marks.ts";
import { showEnds } from "../../../lib/site/kernel/promise_states.ts";
import { openDoor } from "../../../lib/site/kernel/modules.ts";
import { runCell } from "../../../lib/site/kernel/run_cell.ts";

showEnds();

interface Shown {
  readonly type: string;
  readonly content: Readonly<Record<string, unknown>>;
}

/** Runs cells one after the other; answers what the last showed, or how it failed. */
async function run(...cells: readonly string[]): Promise<string> {
  let shown: Shown[] = [];
  const load = (name: string) =>
    name === "here"
      ? Promise.resolve({ one: 1, two: 2, default: 0 })
      : openDoor(name, "file:///none/");
  const broadcast = (type: string, content: Readonly<Record<string, unknown>>) => {
    shown.push({ type, content });
  };
  for (const [i, cell] of cells.entries()) {
    shown = [];
    const outcome = await runCell(cell, i + 1, { load, broadcast });
    if (outcome.status === "error") return outcome.traceback.join("\n");
  }
  const data = shown.find(({ type }) => type === "execute_result")?.content.data;
  return String((data as Record<string, unknown> | undefined)?.["text/plain"] ?? "nothing");
}

const values: readonly (readonly [cells: readonly string[], shown: string])[] = [
  [["1 + 1;"], "2"],
  [["({ mean: 1, sd: 2 })"], "{ mean: 1, sd: 2 }"],
  [["({ mean: 1, sd: 2 });"], "{ mean: 1, sd: 2 }"],
  [["'a'"], '"a"'],
  [["undefined"], "nothing"],
  [["const cellA = 3"], "nothing"],
  [["const cellB: number = 4; cellB"], "4"],
  [["5; const cellC = 6"], "5"],
  [["let cellD = 1", "let cellD = 2; cellD"], "2"],
  [["const cellE = () => cellF; const cellF = 1", "const cellF = 2", "cellE()"], "2"],
  [["const { x: cellG, ...cellH } = { x: 1, y: 2 }; [cellG, cellH]"], "[ 1, { y: 2 } ]"],
  [["cellI()\nfunction cellI(): number { return 7 }"], "7"],
  [["class CellJ { x = 1 }\nnew CellJ()"], "CellJ { x: 1 }"],
  [["interface Q { a: number }\ntype R = Q;\n(({ a: 1 }) satisfies R) as Q"], "{ a: 1 }"],
  [["enum CellK { A = 2 }\nCellK.A"], "2"],
  [["let cellL = 0; for (const i of [1, 2]) cellL += i;"], "3"],
  [["if (false) 1"], "nothing"],
  [["await Promise.resolve(8)"], "8"],
  [["Promise.resolve([8, { a: 1 }])"], "Promise { [ 8, { a: 1 } ] }"],
  [["(async () => 'a')()"], 'Promise { "a" }'],
  [
    ["({ p: Promise.resolve(), q: [new Promise(() => {})] })"],
    "{ p: Promise { undefined }, q: [ Promise { <pending> } ] }",
  ],
  [["const cellU = Promise.reject(5); cellU.catch(() => {}); cellU"], "Promise { <rejected> 5 }"],
  [
    ["new Map([['a', Promise.resolve(new Set([Promise.resolve(1)]))]])"],
    'Map(1) { "a" => Promise { Set(1) { Promise { 1 } } } }',
  ],
  [["const enum CellV { A = 4 }\nCellV.A"], "4"],
  [["`\nnamespace A {\n`.length"], "15"],
  [["// namespace B { export const x = 1 }\ndeclare namespace C { const y: number }\n6"], "6"],
  [
    ["import cellM, { one, two as second, type T } from 'here';\n[cellM, one, second]"],
    "[ 0, 1, 2 ]",
  ],
  [["import * as cellN from 'here';\ncellN.two // a comment"], "2"],
  [["(await import('here')).one"], "1"],
  [["export const cellO = 9;\ncellO"], "9"],
  [["const cellP = 1\nconst cellQ = [2, 3]\n;[cellP, cellQ]"], "[ 1, [ 2, 3 ] ]"],
  [
    ["const cellT = 1", "try { cellT = 2 } catch (error) { error.message }"],
    '"Assignment to constant variable."',
  ],
  [["const cellU = 1", "const cellU = 2; cellU"], "2"],
  [["const cellV = 1", "let cellV = 2; cellV = 3; cellV++; cellV"], "4"],
  [["const [cellW] = [1]; cellW; const cellX = () => cellW; cellX()"], "1"],
  [["(x) => x"], "[Function (anonymous)]"],
  [["(class {})"], "[class (anonymous)]"],
  [["{ a: 1 }"], "{ a: 1 }"],
  [["{ const cellY = 5; cellY }"], "5"],
  [["try { 6 } finally { 7 }"], "6"],
  [["import type { Tape } from 'nowhere';\n1"], "1"],
  [["import { type Tape } from 'here';\n1"], "1"],
  [["const { cellZ } = await Promise.resolve({ cellZ: 1 });\ncellZ"], "1"],
  [["for await (const x of [1, Promise.resolve(2)]) x"], "2"],
  [["let told = 0;\nfor (const x of [1, 2]) {\n  await null;\n  told += x;\n}\ntold"], "3"],
];

for (const [cells, shown] of values) {
  Deno.test(`runCell() shows ${shown} for ${JSON.stringify(cells.at(-1))}`, async () => {
    assertEquals(await run(...cells), shown);
  });
}

Deno.test("runCell() names the cell's own line where it fails", async () => {
  for (const before of ["", "\n", "\n\nconst cellR: number = 1;\n", "type A = {\n  b: 1;\n};\n"]) {
    const line = before.split("\n").length;
    assertStringIncludes(await run(`${before}throw new RangeError("no")`), `line ${line} of`);
    const inside = `${before}function cellS() {\n  null.x;\n}\ncellS()`;
    assertStringIncludes(await run(inside), `line ${line + 1} of`);
    assertMatch(await run(`${before}let x: = 1`), new RegExp(`SyntaxError: .*line ${line} of`));
  }
});

Deno.test("runCell() keeps constants as they are, in the same cell and in others", async () => {
  const refused = /^TypeError: Assignment to constant variable\.\n {4}at line 1 of this cell$/;
  for (
    const cells of [
      ["const fixedA = 1", "fixedA = 2"],
      ["const fixedB = 1; fixedB++"],
      ["const { a: [fixedC] } = { a: [1] }", "[fixedC] = [2]"],
      ["import { one as fixedD } from 'here'", "fixedD += 1"],
      ["const fixedE = () => 1", "for (fixedE of [1]);"],
    ]
  ) assertMatch(await run(...cells), refused);
  assertMatch(await run("fixedF; const fixedF = 1"), /^ReferenceError: [^\n]*'fixedF'/);
  assertMatch(await run("const fixedG = 1; const fixedG = 2"), /^SyntaxError: .*'fixedG'.*line 1/);
});

Deno.test("runCell() tells what was thrown, whatever it is", async () => {
  const thrown: readonly (readonly [code: string, told: string])[] = [
    ["'words'", 'Uncaught "words"'],
    ["{ a: 1 }", "Uncaught { a: 1 }"],
    ["null", "Uncaught null"],
    ["undefined", "Uncaught undefined"],
    ["Symbol('s')", "Uncaught Symbol(s)"],
    ["Object.create(null)", "Uncaught [Object: null prototype] {}"],
    ["Object.assign(new Error('m'), { stack: 5 })", "Error: m"],
    ["Object.assign(new Error('m'), { name: undefined })", "undefined: m"],
    [
      "Object.assign(new Error(''), { message: { toString: null } })",
      "Uncaught, and cannot be shown",
    ],
  ];
  for (const [code, told] of thrown) {
    const lines = (await run(`throw ${code}`)).split("\n");
    assertEquals(lines[0], told);
    assertMatch((await run(`await Promise.reject(${code})`)).split("\n")[0], /./);
  }
  const inner = await run("throw new Error('outer', { cause: new TypeError('inner') })");
  assertStringIncludes(inner, "Caused by TypeError: inner");
});

Deno.test("runCell() names the cell in which a function of another one fails", async () => {
  const told = await run("1", "function deep() {\n  null.x;\n}", "\ndeep()");
  assertEquals(told.split("\n").slice(1), [
    "    at line 2 of cell [2], in deep",
    "    at line 2 of this cell",
  ]);
  assertEquals(await run("new Error('shown')"), "Error: shown\n    at line 1 of cell [1]");
});

Deno.test("runCell() says which name a door does not have, and the nearest", async () => {
  assertEquals(
    await run("import { tow } from 'here'"),
    "SyntaxError: Cannot import tow as here has no such name; two is the nearest",
  );
});

Deno.test("runCell() refuses what a page does not have, in one sentence", async () => {
  for (const name of ["npm:lodash", "@std/assert", "node:fs", "./mine.ts", "constructor"]) {
    const told = await run(`import x from "${name}"`);
    assertMatch(told, /^TypeError: Cannot import \S+ as a page has only [^\n]+$/);
    assertStringIncludes(told, name);
  }
});

Deno.test("runCell() shows a value as the library says it looks, where it says so", async () => {
  lookAtResults((value) =>
    typeof value === "number" ? { [displayMethod]: () => ({ "text/plain": "a number" }) } : value
  );
  try {
    assertEquals(await run("1 / 3;"), "a number");
    assertEquals(await run('"words";'), '"words"');
  } finally {
    lookAtResults((value) => value);
  }
});

Deno.test("a namespace, whose values a page would lose, is refused by its line", async () => {
  for (
    const [cell, name, line] of [
      ["namespace Fees { export const maker = 1 }\nFees.maker", "Fees", 1],
      ["1;\nexport namespace Fees.Deep {\n  export const maker = 1;\n}", "Fees.Deep", 2],
      ["2; module Old { export const maker = 1 }", "Old", 1],
    ]
  ) {
    const words = new RegExp(
      `^SyntaxError: Cannot run the namespace ${name} .*, at line ${line} of`,
    );
    assertMatch(await run(`${cell}`), words);
  }
});

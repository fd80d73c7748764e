import { assert, assertEquals, assertMatch } from "@std/assert";
import { basename } from "node:path";
import { setUpEnvironment } from "../../lib/jupyter/environment.ts";
import type { Execution } from "../../lib/jupyter/execution.ts";
import { runNotebooks } from "../../lib/jupyter/run_notebooks.ts";
import { joined, outputsOf } from "../../lib/notebook_files/notebook_file.ts";
import { scratchNotebook } from "./scratch_notebook.ts";

const SECONDS = 5;
const shows =
  '({ [Symbol.for("Jupyter.display")]: () => ({ "text/plain": "y".repeat(100_000) }) })';
const ending: Readonly<Record<string, readonly string[]>> = {
  lines: ['for (let i = 0; i < 1e6; i++) console.log("line", i);\n7', "8"],
  long: ['console.log("x".repeat(2_000_001));\n9', 'console.log("ab\\rc"); console.error("d");'],
  pairs: ['console.log("a" + "\\u{1F426}".repeat(200_000)); 1', '"z".repeat(3_000_000).length'],
  displays: [`for (let i = 0; i < 120; i++) await Deno.jupyter.display${shows};\n10`, "11"],
  flood: ["1", 'for (;;) console.log("flood");'],
  exits: ["1", "Deno.exit(0);"],
  memory: [
    "1",
    "const all = []; for (;;) all.push(new Array(1000).fill(0).map((_, i) => ({ i })));",
  ],
  throws: ['for (let i = 0; i < 1e5; i++) console.log("line", i);\nthrow new RangeError("late");'],
};
const endless: Readonly<Record<string, readonly string[]>> = {
  flips: [
    'const data = { "text/plain": "tick" }, transient = { display_id: "a" };\n' +
    'for (;;) Deno.jupyter.broadcast("update_display_data", { data, metadata: {}, transient });',
  ],
  waits: ["1", "await new Promise(() => {});"],
  spins: ["1", "2", "for (;;);"],
};

async function runAll(cellsOf: typeof ending, cellSeconds?: number) {
  const written = Object.entries(cellsOf).map(([name, cells]) => scratchNotebook(name, cells));
  const paths = (await Promise.all(written)).map(({ path }) => path);
  const { python, variables } = await setUpEnvironment(() => {});
  const small = { ...variables, DENO_V8_FLAGS: "--max-old-space-size=200" };
  return await Array.fromAsync(runNotebooks({ python, variables: small }, paths, { cellSeconds }));
}

let running: Promise<readonly Execution[]> | undefined;

/** One run of all these notebooks; they run once, one after the other. */
async function runOf(name: string): Promise<Execution> {
  running ??= (async () => [...await runAll(ending), ...await runAll(endless, SECONDS)])();
  const run = (await running).find(({ path }) => basename(path, ".ipynb") === name);
  assert(run !== undefined, `${name} was not run`);
  return run;
}

/** What a cell printed, and the text of its result. */
function shown({ notebook }: Execution, cell: number): readonly string[] {
  return outputsOf(notebook.cells[cell]).map((output) =>
    output.output_type === "stream"
      ? joined(output.text)
      : joined((output.data as Record<string, string>)["text/plain"])
  );
}

Deno.test("runNotebooks() keeps a million lines, and the next cell's result is its own", async () => {
  const run = await runOf("lines");
  assertEquals(run.failures, []);
  const [lines, result] = shown(run, 0);
  const expected = Array.from({ length: 1e6 }, (_, i) => `line ${i}\n`).join("");
  assert(lines === expected, `${lines.length} characters of ${expected.length}`);
  assertEquals([result, shown(run, 1)], ["7", ["8"]]);
});

Deno.test("runNotebooks() keeps one line of two million characters, and pairs of surrogates", async () => {
  const long = await runOf("long");
  assertEquals(long.failures, []);
  assertEquals(shown(long, 0).map((text) => text.length), [2_000_002, 1]);
  assertEquals(shown(long, 1), ["c\n", "d\n"]);
  const pairs = await runOf("pairs");
  assertEquals(pairs.failures, []);
  assert(shown(pairs, 0)[0] === `a${"\u{1F426}".repeat(200_000)}\n`);
  assertEquals(shown(pairs, 1), ["3000000"]);
});

Deno.test("runNotebooks() keeps every display of a cell that shows many", async () => {
  const run = await runOf("displays");
  assertEquals(run.failures, []);
  assertEquals(shown(run, 0).length, 121);
  assertEquals([shown(run, 0).at(-1), shown(run, 1)], ["10", ["11"]]);
});

Deno.test("runNotebooks() shows what a cell printed before it failed", async () => {
  const run = await runOf("throws");
  assertEquals(run.failures, ["code cell 1: RangeError: late"]);
  assert(joined(outputsOf(run.notebook.cells[0])[0].text).endsWith("line 99999\n"));
});

Deno.test("runNotebooks() names the cell that shows more than a notebook holds", async () => {
  assertEquals((await runOf("flood")).failures, [
    "code cell 2: OutputTooLong: it shows more than 20 million characters",
  ]);
});

Deno.test("runNotebooks() names the cell that does not end: waiting, running, showing", async () => {
  const told = (cell: number) => [
    `code cell ${cell}: TimeoutError: it did not end within ${SECONDS} seconds`,
  ];
  assertEquals((await runOf("waits")).failures, told(2));
  assertEquals((await runOf("spins")).failures, told(3));
  assertEquals((await runOf("flips")).failures, told(1));
});

Deno.test("runNotebooks() names the cell at which the kernel ends, and why", async () => {
  assertMatch(
    (await runOf("exits")).failures.join(),
    /^code cell 2: DeadKernelError: .*Deno\.exit/,
  );
  assertEquals((await runOf("memory")).failures, [
    "code cell 2: DeadKernelError: the kernel ran out of memory",
  ]);
});

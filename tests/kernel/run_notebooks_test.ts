import { assertEquals, assertMatch } from "@std/assert";
import { basename, join } from "node:path";
import { projectRoot, setUpEnvironment } from "../../lib/jupyter/environment.ts";
import { type Notebook, outputsOf } from "../../lib/notebook_files/notebook_file.ts";
import { executeNotebooks } from "../../lib/cli/notebooks.ts";
import { runNotebooks } from "../../lib/jupyter/run_notebooks.ts";
import type { CodeCell } from "../../lib/notebook_files/code_notebook.ts";
import { scratchNotebook } from "./scratch_notebook.ts";

const tagged = ["raises-exception"];
const notebooks: Readonly<Record<string, readonly CodeCell[]>> = {
  throws: [
    "const a = 1;",
    "",
    'throw new RangeError("no a");',
    'throw new Error("never reached");',
  ],
  syntax: ["1", "const a = ;"],
  package: ['import "npm:@no-such-scope/no-such-package@1";'],
  dies: ["Deno.exit(3);", "1 + 1"],
  tagged: [{ source: 'throw new Error("as told");', tags: tagged }, { source: "1", tags: tagged }],
  claims: [
    'import { claims, near } from "@digital-market-maker/lab/notebook";',
    'claims({ "pi is 3.14": near(Math.PI, 3.14, 0.005) });',
    'claims({ "pi is 3.2": near(Math.PI, 3.2, 0.05), "so it is": 1 > 2 });',
  ],
  sound: ["1 + 1"],
};

let running: Promise<ReadonlyMap<string, readonly string[]>> | undefined;

/** What a run of all these notebooks tells of one; they run once, one after the other. */
async function failuresOf(name: string): Promise<readonly string[]> {
  running ??= (async () => {
    const written = Object.entries(notebooks).map(([name, cells]) => scratchNotebook(name, cells));
    const paths = (await Promise.all(written)).map(({ path }) => path);
    const runs = await Array.fromAsync(runNotebooks(await setUpEnvironment(() => {}), paths));
    return new Map(runs.map(({ path, failures }) => [basename(path, ".ipynb"), failures]));
  })();
  return (await running).get(name) ?? ["not run"];
}

Deno.test("runNotebooks() names the cell and the error, and stops there", async () => {
  assertEquals(await failuresOf("throws"), ["code cell 3: RangeError: no a"]);
});

Deno.test("runNotebooks() finds the words for what the kernel keeps to itself", async () => {
  assertMatch(
    (await failuresOf("syntax")).join(),
    /^code cell 2: SyntaxError: .*line 1, column 11/,
  );
  assertMatch((await failuresOf("package")).join(), /^code cell 1: .*no-such-package/);
});

Deno.test("runNotebooks() goes on after a kernel that dies", async () => {
  assertMatch((await failuresOf("dies")).join(), /DeadKernelError/);
  assertEquals(await failuresOf("sound"), []);
});

Deno.test("runNotebooks() lets a cell tagged raises-exception fail, and only fail", async () => {
  const failures = await failuresOf("tagged");
  assertEquals(failures.length, 1);
  assertMatch(failures[0], /^code cell 2: .*raised nothing/);
});

Deno.test("runNotebooks() ends where a text claims what is not so", async () => {
  const [failure, ...others] = await failuresOf("claims");
  assertEquals(others, []);
  assertMatch(failure, /^code cell 3: Error: .*pi is 3\.2 \(the number is 3\.14.*; so it is$/);
});

const lasting = [
  'import { progressBar } from "@digital-market-maker/lab/notebook";',
  'const tell = progressBar("Counting");\n' +
  "for (let n = 1; n <= 40; n++) {\n" +
  "  const start = performance.now();\n" +
  "  while (performance.now() - start < 10);\n" +
  "  tell(n, 40);\n" +
  "}",
  'for (let n = 0; n < 20; n++) console.log("line", n / 3);',
  "[1 / 3, 2 / 3]",
];

async function execute(names: readonly string[], check = false) {
  const said: string[] = [];
  const folder = join(projectRoot, ".cache", "lab", "together");
  const problems = await executeNotebooks({ names, folder, check, say: (line) => said.push(line) });
  return { said, problems };
}

Deno.test("executeNotebooks() writes sound notebooks, and a second time changes no byte", async () => {
  const { path } = await scratchNotebook("01_lasting", lasting, "together");
  const failing = await scratchNotebook("01_failing", ["1", "nowhere"], "together");
  await scratchNotebook("01_paths", ["Deno.cwd()"], "together");
  const before = await Deno.readTextFile(failing.path);
  const { problems, said } = await execute([]);
  assertEquals(problems, [
    "01_failing.ipynb, code cell 2: ReferenceError: nowhere is not defined",
    "01_paths.ipynb, an output names a folder of this machine",
  ]);
  assertEquals(said.map((line) => line.split(/\s+/).slice(0, 2)), [
    ["01_failing", "FAILED"],
    ["01_lasting", "4"],
    ["01_paths", "FAILED"],
  ]);
  assertEquals(await Deno.readTextFile(failing.path), before);

  const first = await Deno.readTextFile(path);
  const cells = (JSON.parse(first) as Notebook).cells.map(outputsOf);
  assertEquals(cells[0], []);
  assertEquals(cells[1].map(({ data }) => data), [{ "text/plain": ["Counting: 40 of 40"] }]);
  assertEquals(cells[3].map(({ data }) => data), [{
    "text/plain": ["[ 0.333333, 0.666667 ]"],
  }]);
  assertEquals((await execute(["01_lasting"])).problems, []);
  assertEquals(await Deno.readTextFile(path), first);

  const tampered = first.replace("0.666667 ]", "0.6667 ]");
  await Deno.writeTextFile(path, tampered);
  const differing = (await execute(["01_lasting"], true)).problems;
  assertEquals(differing.length, 1);
  assertMatch(differing[0], /^01_lasting\.ipynb, code cell 4, .*0\.6667.*0\.666667/);
  assertEquals(await Deno.readTextFile(path), tampered);
});

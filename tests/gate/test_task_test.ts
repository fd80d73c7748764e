import { assertEquals, assertStringIncludes } from "@std/assert";

const task = new URL("./test_task.ts", import.meta.url).href;

/** Runs the test task on a small project of its own, where JSR and every other program is missing. */
async function runTask(
  files: Readonly<Record<string, string>>,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{ code: number; lines: readonly string[]; errors: string }> {
  const root = await Deno.makeTempDir();
  try {
    const config = { name: "@a/b", exports: "./mod.ts", imports: {}, lock: false };
    const all = { "deno.json": JSON.stringify(config), "mod.ts": "", "README.md": "# A", ...files };
    for (const [path, text] of Object.entries(all)) {
      await Deno.mkdir(`${root}/${path}`.replace(/\/[^/]*$/, ""), { recursive: true });
      await Deno.writeTextFile(`${root}/${path}`, text);
    }
    await Deno.mkdir(`${root}/lib`, { recursive: true });
    const folders = ["--allow-read", "--allow-write"];
    const flags = ["--no-lock", "--allow-env", "--allow-run=deno,python3,python", ...folders];
    const { code, stdout, stderr } = await new Deno.Command("deno", {
      args: ["run", "-q", ...flags, task, ...args],
      cwd: root,
      env: { CI: "", NO_COLOR: "1", CHROMIUM_PATH: "", ...env },
    }).output();
    const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes).trimEnd();
    return { code, lines: text(stdout).split("\n"), errors: text(stderr) };
  } finally {
    await Deno.remove(root, { recursive: true });
  }
}

const passing = 'Deno.test("fine", () => {});';
const failing = 'Deno.test("bad", () => { throw new Error("as it should"); });';

Deno.test("deno task test ends with the counts and exit code 0 where every test passes", async () => {
  const { code, lines } = await runTask({ "tests/a_test.ts": passing }, ["--unit"]);
  assertEquals([lines.at(-1), code], ["1 passed, 0 failed", 0]);
});

Deno.test("deno task test counts a failing test and a file that does not load", async () => {
  const files = {
    "tests/a_test.ts": passing,
    "tests/b_test.ts": failing,
    "tests/c_test.ts": 'throw new Error("no test here");',
  };
  const { code, lines } = await runTask(files, ["--unit"]);
  assertEquals([lines.at(-1), code], ["1 passed, 2 failed", 1]);
  assertStringIncludes(lines.join("\n"), "tests/c_test.ts threw outside its tests");
});

Deno.test("deno task test fails where a test does not type-check", async () => {
  const files = { "tests/a_test.ts": `${passing}\nconst a: string = 1;\n` };
  const { code, lines } = await runTask(files, ["--unit"]);
  assertEquals([lines.at(-1), code], ["0 passed, 1 failed", 1]);
});

Deno.test("deno task test runs the examples of documentation and README", async () => {
  const wrong = "```ts\nif (1 + 1 === 2) throw new Error('as it should');\n```\n";
  const fine = "/**\n * A.\n *\n * @example\n * ```ts\n * const a = 1;\n * ```\n */\n";
  const files = { "README.md": wrong, "lib/a.ts": `${fine}export const a = 1;\n` };
  const { code, lines } = await runTask(files, ["--unit"]);
  assertEquals([lines.at(-1), code], ["1 passed, 1 failed", 1]);
});

const early = [
  `Deno.exit(0);\n${passing}`,
  `${passing}\nDeno.exit(0);`,
  `import process from "node:process";\nprocess.exit(0);\n${passing}`,
  "export {};",
];
for (const text of early) {
  Deno.test(`deno task test fails for a file without a test in the report: ${text}`, async () => {
    const files = { "tests/a_test.ts": passing, "tests/b_test.ts": text };
    const { code, lines } = await runTask(files, ["--unit"]);
    assertEquals([lines.at(-1), code], ["1 passed, 1 failed", 1]);
    assertStringIncludes(lines.join("\n"), "tests/b_test.ts has 0 of at least 1 tests");
  });
}

Deno.test("deno task test fails for a test that ends the program where that is allowed", async () => {
  const exit = 'Deno.test({ name: "x", sanitizeExit: false, fn: () => Deno.exit(0) });';
  const { code } = await runTask({ "tests/a_test.ts": `${exit}\n${passing}` }, ["--unit"]);
  assertEquals(code, 1);
});

Deno.test("deno task test reports what is switched off, and fails for it in CI", async () => {
  const step = 'await t.step({ name: "s", ignore: true, fn() {} });';
  const files = {
    "tests/a_test.ts": `Deno.test("a", async (t) => { ${step} });`,
    "tests/b_test.ts": `Deno.test.ignore("off", () => {});`,
  };
  const here = await runTask(files, ["--unit"]);
  assertEquals([here.lines.at(-1), here.code], ["1 passed, 0 failed", 0]);
  for (const told of ["tests/a_test.ts: a > s is", "tests/b_test.ts: off is switched off"]) {
    assertStringIncludes(here.lines.join("\n"), told);
  }
  const inCi = await runTask(files, ["--unit"], { CI: "true" });
  assertEquals([inCi.lines.at(-1), inCi.code], ["1 passed, 2 failed", 1]);
});

Deno.test("deno task test fails where no test was run", async () => {
  const { code, lines } = await runTask({ "tests/a_test.ts": passing }, ["--unit", "elsewhere"]);
  assertEquals([lines.at(-1), code], ["0 passed, 0 failed", 1]);
});

Deno.test("deno task test reports what a missing program leaves out, and fails for it in CI", async () => {
  const files = { "tests/a_test.ts": passing, "tests/kernel/b_test.ts": passing };
  const folder = await withoutPython();
  const path = `${folder}:${Deno.env.get("PATH")}`;
  try {
    const here = await runTask(files, [], { PATH: path });
    assertEquals([here.lines.at(-1), here.code], ["1 passed, 0 failed", 0]);
    assertStringIncludes(here.lines.join("\n"), "kernel         not run: Python 3.10 or newer");
    const inCi = await runTask(files, [], { PATH: path, CI: "true" });
    assertEquals([inCi.lines.at(-1), inCi.code], ["1 passed, 1 failed", 1]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("deno task test refuses a flag that does not exist in one line", async () => {
  const { code, lines, errors } = await runTask({}, ["--quick"]);
  assertEquals([code, lines.join("")], [2, ""]);
  assertEquals(errors, "Cannot run the tests as there is no flag --quick: --unit and --help exist");
});

/** A folder whose Python is of no use, for the front of PATH. */
async function withoutPython(): Promise<string> {
  const folder = await Deno.makeTempDir();
  for (const name of ["python", "python3"]) {
    await Deno.writeTextFile(`${folder}/${name}`, "#!/bin/sh\nexit 1\n", { mode: 0o755 });
  }
  return folder;
}

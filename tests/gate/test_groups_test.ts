import { assertEquals } from "@std/assert";
import { testGroups } from "./test_groups.ts";

const paths = [
  "README.md",
  "lib/market/tape.ts",
  "lib/market/silent.ts",
  "mod.ts",
  "notebooks/teaching/primer.md",
  "notebooks/teaching/silent.md",
  "tests/browser/site_test.ts",
  "tests/kernel/canary_test.ts",
  "tests/market/tape_test.ts",
  "tests/gate/std_assert.ts",
];
const project = {
  paths,
  read: (path: string) =>
    path.includes("silent") ? " * ```ts ignore\n * ```" : " * ```ts\n * ```\n * ```ts\n```sh\n",
  temporary: "/tmp",
  deno: "/bin/deno",
};

function files(filters: readonly string[], unitOnly: boolean): Record<string, readonly string[]> {
  const groups = testGroups(project, { filters, unitOnly });
  return Object.fromEntries(groups.map(({ name, files }) => [name, files]));
}

Deno.test("testGroups() sorts tests by what they need", () => {
  assertEquals(files([], false), {
    unit: ["tests/market/tape_test.ts"],
    documentation: ["README.md", "lib/market/tape.ts", "mod.ts", "notebooks/teaching/primer.md"],
    kernel: ["tests/kernel/canary_test.ts"],
    browser: ["tests/browser/site_test.ts"],
  });
});

Deno.test("testGroups() leaves out Python and the browser where asked", () => {
  assertEquals(Object.keys(files([], true)), ["unit", "documentation"]);
});

Deno.test("testGroups() takes what a filter names, and only files that hold examples", () => {
  assertEquals(files(["market"], false), {
    unit: ["tests/market/tape_test.ts"],
    documentation: ["lib/market/tape.ts"],
  });
  assertEquals(files(["nothing of that name"], false), {});
});

Deno.test("testGroups() expects a test of every file, and of a document every example that runs", () => {
  const [unit, documentation] = testGroups(project, { filters: ["market"], unitOnly: true });
  assertEquals([...unit.expected], [["tests/market/tape_test.ts", 1]]);
  assertEquals([...documentation.expected], [["lib/market/tape.ts", 2]]);
});

Deno.test("testGroups() looks for a test that a suite of laws makes where deno's report has it", () => {
  const texts: Readonly<Record<string, string>> = {
    "tests/a/only_laws_test.ts": 'import { testLaws } from "../b/some_laws.ts";\ntestLaws();\n',
    "tests/a/more_test.ts": 'import { testLaws } from "./a_laws.ts";\nDeno.test("x", () => {});\n',
    "tests/a/empty_test.ts": 'import { x } from "./laws.ts";\n',
  };
  const [unit] = testGroups(
    { ...project, paths: Object.keys(texts), read: (path) => texts[path] },
    { filters: [], unitOnly: true },
  );
  const places = ["tests/a/empty_test.ts", "tests/a/more_test.ts", "tests/b/some_laws.ts"];
  assertEquals([...unit.expected], places.map((place) => [place, 1]));
});

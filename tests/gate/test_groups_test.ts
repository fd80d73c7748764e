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

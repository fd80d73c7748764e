import { assertEquals, assertStringIncludes } from "@std/assert";
import { findRings, findWrongImports } from "./directions.ts";
import { findWrongDoors } from "./doors.ts";
import { findBrokenHabits, longest } from "./habits.ts";
import { projectFiles } from "./project_files.ts";
import { importsOf, type SourceFile } from "./source.ts";

const root = new URL("../../", import.meta.url);
const sources: readonly SourceFile[] = projectFiles(root)
  .filter((path) => /^(mod\.ts|(lib|tests)\/.*(?<!\.as)\.ts)$/.test(path))
  .map((path) => ({ path, text: Deno.readTextFileSync(new URL(path, root)) }));
const library = sources.filter(({ path }) => !path.startsWith("tests/"));

Deno.test("imports go one way, and the engine takes only what the design allows", () => {
  assertEquals(findWrongImports(library), []);
});

Deno.test("imports form no ring, between rooms or files", () => {
  assertEquals(findRings(library), []);
});

Deno.test("the doors export every public symbol of the engine, each function with an example", () => {
  assertEquals(findWrongDoors(library), []);
});

Deno.test("files are short, named in snake_case, without default exports, Math.random or clocks", () => {
  assertEquals(findBrokenHabits(sources), []);
});

Deno.test("importsOf() sees every kind of import and none in comments", () => {
  const text = [
    'import a from "one";',
    'import type { B } from "../two.ts";',
    'import "three";',
    "export {",
    "  c,",
    '} from "./four.ts";',
    'const d = await import("five");',
    'new Worker(new URL("./six_worker.ts", import.meta.url));',
    '/** import x from "never"; */',
    '// import y from "never";',
  ].join("\n");
  assertEquals(
    importsOf({ path: "lib/market/x.ts", text }).toSorted(),
    ["five", "lib/market/four.ts", "lib/market/six_worker.ts", "lib/two.ts", "one", "three"],
  );
});

Deno.test("findWrongImports() refuses each kind of wrong import", () => {
  const wrong: readonly (readonly [path: string, target: string, reason: string])[] = [
    ["lib/strategy/x.ts", "../market/tape.ts", "strategy may not import market"],
    ["lib/strategy/x.ts", "../theory/law.ts", "strategy may not import theory"],
    ["lib/market/x.ts", "../strategy/naive.ts", "market may not import strategy"],
    ["lib/trading/x.ts", "../monte_carlo/run.ts", "trading may not import monte_carlo"],
    ["lib/theory/x.ts", "../scenario/paper.ts", "theory may not import scenario"],
    ["lib/scenario/x.ts", "../notebook/mod.ts", "scenario may not import notebook"],
    ["lib/notebook/x.ts", "../cli/test.ts", "notebook may not import cli"],
    ["mod.ts", "./lib/notebook/mod.ts", "mod.ts may not import notebook"],
    ["lib/numeric/x.ts", "seedrandom", "the engine may not take seedrandom here"],
    ["lib/market/x.ts", "node:fs", "the engine may not take node:fs here"],
    ["lib/notebook/figure.ts", "danfojs", "only the frames"],
    ["lib/market/x.ts", "@digital-market-maker/lab", "import the file itself"],
    ["lib/utils/x.ts", "../check.ts", "no place in the order"],
  ];
  for (const [path, target, reason] of wrong) {
    const found = findWrongImports([{ path, text: `import { x } from "${target}";` }]);
    assertStringIncludes(found.join("\n"), reason);
  }
});

Deno.test("findRings() sees a ring of rooms and a ring of files", () => {
  const analysis = { path: "lib/analysis/a.ts", text: 'import { b } from "../theory/b.ts";' };
  const theory = { path: "lib/theory/b.ts", text: 'import { c } from "../analysis/c.ts";' };
  assertStringIncludes(findRings([analysis, theory]).join(), "analysis → theory → analysis");
  const first = { path: "lib/market/a.ts", text: 'import { b } from "./b.ts";' };
  const second = { path: "lib/market/b.ts", text: 'import { a } from "./a.ts";' };
  assertStringIncludes(findRings([first, second]).join(), "lib/market/b.ts → lib/market/a.ts");
});

Deno.test("findWrongDoors() names what the doors leave out, and what has no example", () => {
  const example = "/**\n * Words.\n *\n * @example\n */\n";
  const files = [
    {
      path: "mod.ts",
      text: 'export * from "./lib/market/a.ts";\nexport { b as c } from "./lib/market/b.ts";',
    },
    {
      path: "lib/market/a.ts",
      text:
        `export interface A {}\n${example}export const a = 1;\n/** B. */\nexport function f() {}`,
    },
    {
      path: "lib/market/b.ts",
      text: `${example}export const b = 1;\nexport function hidden() {}\n` +
        `${example}export async function left() {}`,
    },
  ];
  assertEquals(findWrongDoors(files), [
    "lib/market/a.ts: f is public and has no example",
    "no door exports left of lib/market/b.ts",
  ]);
});

Deno.test("findBrokenHabits() sees each habit broken", () => {
  const broken: readonly (readonly [path: string, text: string, rule: string])[] = [
    ["tests/x_test.ts", "const u = Math.random" + "()", "random numbers come from lib/random"],
    ["lib/cli/x.ts", "export default 1;", "exports have names"],
    ["lib/market/x.ts", "Deno.cwd();", "the engine runs in a browser"],
    ["lib/market/x.ts", "const now = Date.now();", "no result depends on the clock"],
    ["lib/market/x.ts", "\n".repeat(longest) + "1;", `${longest} are allowed`],
    ["lib/market/priceProcess.ts", "", "not snake_case"],
  ];
  for (const [path, text, rule] of broken) {
    assertStringIncludes(findBrokenHabits([{ path, text }]).join("\n"), rule);
  }
  assertEquals(findBrokenHabits([{ path: "lib/cli/x.ts", text: "Deno.cwd();" }]), []);
});

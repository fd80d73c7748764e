import { runCommand } from "../../lib/cli/command.ts";
import { checkCells, checkElsewhere, checkFormat, deno, type Finding } from "./check_steps.ts";
import { findRings, findWrongImports } from "./directions.ts";
import { engineDoors, findWrongDoors } from "./doors.ts";
import { findBrokenHabits } from "./habits.ts";
import { importMapFlags, jsrAnswers } from "./import_map.ts";
import { projectFiles } from "./project_files.ts";

/** One thing that is checked. */
interface Step {
  readonly name: string;
  readonly run: () => Promise<Finding>;
}

async function steps(): Promise<readonly Step[]> {
  const map = importMapFlags(await jsrAnswers());
  const flags = [...map, "--frozen"];
  const doors = Object.values<string>(JSON.parse(await Deno.readTextFile("deno.json")).exports);
  const paths = projectFiles();
  const read = (pattern: RegExp) =>
    paths.filter((path) => pattern.test(path))
      .map((path) => ({ path, text: Deno.readTextFileSync(path) }));
  return [
    { name: "format", run: () => checkFormat() },
    { name: "lint", run: () => deno("lint") },
    { name: "types", run: () => deno("check", ...flags, "mod.ts", "lib", "tests") },
    {
      name: "types in a browser",
      run: () => checkElsewhere(["esnext", "dom", "webworker"], ...engineDoors),
    },
    { name: "types in another project", run: () => checkElsewhere(undefined, ...doors) },
    {
      name: "types in notebook cells",
      run: () =>
        checkCells(
          read(/^(notebooks\/(?:exercises\/)?|lib\/notebook_files\/)[^/]*\.ipynb$/),
          flags,
        ),
    },
    { name: "documentation", run: () => deno("doc", "--lint", ...map, ...doors) },
    {
      name: "import directions",
      run: () => {
        const library = read(/^(mod\.ts|lib\/.*(?<!\.as)\.ts)$/);
        return listed(findWrongImports(library), findRings(library));
      },
    },
    { name: "doors", run: () => listed(findWrongDoors(read(/^(mod\.ts|lib\/.*(?<!\.as)\.ts)$/))) },
    {
      name: "habits",
      run: () => listed(findBrokenHabits(read(/^(mod\.ts|(lib|tests)\/.*(?<!\.as)\.ts)$/))),
    },
  ];
}

function listed(...found: readonly (readonly string[])[]): Promise<Finding> {
  return Promise.resolve(found.flat().join("\n") || undefined);
}

/**
 * Checks the project: format, lint, types (library, tests, browser, notebook cells), documentation
 * lint, import directions, doors and habits. One line a step; the last is `N passed, N failed`.
 *
 * @returns The exit code: 0 where all is well, 1 otherwise.
 */
export async function check(): Promise<number> {
  let failed = 0;
  let passed = 0;
  for (const { name, run } of await steps()) {
    const started = performance.now();
    const found = await run();
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${found === undefined ? "ok    " : "FAILED"} ${name} (${seconds} s)`);
    if (found === undefined) passed++;
    else {
      failed++;
      console.log(`\n${found.replace(/^/gm, "    ")}\n`);
    }
  }
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

if (import.meta.main) {
  await runCommand({
    name: "check",
    about:
      `Checks the project: format, lint, types (of the library, the tests, a browser and the notebooks'
cells), documentation, directions of imports, doors and habits. One line a step.`,
    flags: {},
    run: check,
  });
}

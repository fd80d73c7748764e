import { denoCommand } from "../../lib/deno_command.ts";
import { endWith } from "./end_with.ts";
import { importMapFlags, jsrAnswers } from "./import_map.ts";
import { projectFiles } from "./project_files.ts";
import { type GroupResult, runGroup } from "./run_tests.ts";
import { testGroups, whatIsMissing } from "./test_groups.ts";

const help = `${denoCommand("task test")} [--unit] [FILTER…]

Runs the tests whose path contains one of the filters, or all of them:
  unit            tests/
  documentation   every example in lib, mod.ts, README.md and notebooks/teaching
  kernel          tests/kernel/: the notebooks on the real kernel (needs Python 3.10+)
  browser         tests/browser/: JupyterLab and the site (needs Python and Chromium)

  --unit   only the first two
  --help   this text

What is missing is named and its tests are reported as not run, and so are tests that are switched
off; with CI=true each is a failure. A file that ends before its tests is one everywhere.`;

/**
 * Runs the project's tests and prints the counts; the last line is `N passed, N failed`.
 *
 * @param args The command line.
 * @returns The exit code: 0 where every test passed, 1 where one failed or none ran, 2 for a flag
 * that does not exist.
 */
export async function runTests(args: readonly string[]): Promise<number> {
  const unknown = args.find((arg) => arg.startsWith("-") && !["--unit", "--help"].includes(arg));
  if (unknown !== undefined) {
    console.error(`Cannot run the tests as there is no flag ${unknown}: --unit and --help exist`);
    return 2;
  }
  if (args.includes("--help")) {
    console.log(help);
    return 0;
  }
  const filters = args.filter((arg) => !arg.startsWith("-")).map((arg) => arg.replace(/^\.\//, ""));
  const unitOnly = args.includes("--unit");
  const project = {
    paths: projectFiles(),
    read: Deno.readTextFileSync,
    temporary: temporaryFolder(),
    deno: Deno.execPath(),
  };
  const groups = testGroups(project, { filters, unitOnly });

  const online = await jsrAnswers();
  if (!online) {
    console.log("JSR is out of reach: tests/gate/std_assert.ts stands in for @std/assert");
  }
  const flags = importMapFlags(online);
  const reporter = filters.length === 0 ? ["--reporter=dot"] : [];

  const inCi = Deno.env.get("CI") === "true";
  const results: GroupResult[] = [];
  const lines: string[] = [];
  for (const group of groups) {
    const missing = whatIsMissing(group.needs);
    if (missing !== undefined) {
      const verdict = inCi ? "FAILED, as CI=true" : "not run";
      lines.push(`${group.name.padEnd(14)} ${verdict}: ${missing}`);
      if (inCi) results.push({ ...nothing, name: group.name, failed: group.files.length });
      continue;
    }
    console.log(`\n${group.name} tests`);
    const found = await runGroup(group, [...flags, ...reporter]);
    const result = inCi ? { ...found, failed: found.failed + found.ignored } : found;
    results.push(result);
    const switchedOff = result.switchedOff.map((test) => `${test} is switched off`);
    lines.push(summary(result), ...[...result.problems, ...switchedOff].map((line) => `  ${line}`));
  }
  return conclude(results, lines);
}

const nothing = { passed: 0, failed: 0, ignored: 0, problems: [], switchedOff: [], seconds: 0 };

function summary({ name, passed, failed, ignored, seconds }: GroupResult): string {
  const skipped = ignored > 0 ? `, ${ignored} ignored` : "";
  return `${name.padEnd(14)} ${passed} passed, ${failed} failed${skipped} (${
    seconds.toFixed(0)
  } s)`;
}

function conclude(results: readonly GroupResult[], lines: readonly string[]): number {
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  console.log(["", ...lines, ""].join("\n"));
  if (passed + failed === 0) console.log("No test was run");
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 || passed === 0 ? 1 : 0;
}

function temporaryFolder(): string {
  const named = Deno.env.get("TMPDIR") ?? Deno.env.get("TEMP");
  return (named ?? "/tmp").replace(/[\\/]$/, "");
}

if (import.meta.main) await endWith(() => runTests(Deno.args));

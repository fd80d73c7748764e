import { readJunit, type TestCounts } from "./junit.ts";
import type { TestGroup } from "./test_groups.ts";

/** What became of one group. */
export interface GroupResult extends TestCounts {
  /** The group's name. */
  readonly name: string;
  /** Failures that belong to no single test, each a sentence. */
  readonly problems: readonly string[];
  /** Wall time in seconds. */
  readonly seconds: number;
}

/**
 * Runs one group by `deno test`, its output shown as it comes, and counts from deno's own report.
 *
 * A file that deno could not load reports nothing: it counts as one failed test, and so does a run
 * that ends in an error without naming a failed test.
 *
 * @param group What to run.
 * @param flags More flags for `deno test`, such as the import map.
 * @returns The counts.
 */
export async function runGroup(group: TestGroup, flags: readonly string[]): Promise<GroupResult> {
  const started = performance.now();
  const report = `.cache/results/${group.name}.xml`;
  await Deno.mkdir(".cache/results", { recursive: true });
  await Deno.writeTextFile(report, "");
  const { success } = await new Deno.Command("deno", {
    args: [
      "test",
      "--frozen",
      "--no-prompt",
      "--quiet",
      `--junit-path=${report}`,
      ...flags,
      ...group.flags,
      ...group.files,
    ],
    stdin: "null",
    stdout: "inherit",
    stderr: "inherit",
    env: { RUST_BACKTRACE: "0" },
  }).output();
  const seconds = (performance.now() - started) / 1000;
  return { name: group.name, seconds, ...judge(group, success, await Deno.readTextFile(report)) };
}

/**
 * Counts a group's tests from deno's exit code and report.
 *
 * @param group What was run.
 * @param success Whether deno ended without an error.
 * @param xml Its JUnit report.
 * @returns The counts and the failures that belong to no test.
 */
export function judge(
  group: Pick<TestGroup, "name" | "files">,
  success: boolean,
  xml: string,
): TestCounts & { readonly problems: readonly string[] } {
  const { passed, failed, ignored, files } = readJunit(xml);
  const problems = group.files
    .filter((file) => file.endsWith("_test.ts") && !files.has(file))
    .map((file) => `${file} ran no test`);
  if (!success && failed + problems.length === 0) {
    problems.push(`the ${group.name} tests ended in an error`);
  }
  return { passed, failed: failed + problems.length, ignored, problems };
}

import { readJunit, type TestCounts } from "./junit.ts";
import { lines } from "../../lib/jupyter/lines.ts";
import type { TestGroup } from "./test_groups.ts";

/** What became of one group. */
export interface GroupResult extends TestCounts {
  /** The group's name. */
  readonly name: string;
  /** Failures that belong to no single test, each a sentence. */
  readonly problems: readonly string[];
  /** The tests and steps that are switched off, by file and name. */
  readonly switchedOff: readonly string[];
  /** Wall time in seconds. */
  readonly seconds: number;
}

/**
 * Runs one group by `deno test`, its output shown as it comes, and counts from deno's own report.
 *
 * The report does not know of files that threw before or between their tests: deno names those in
 * its output, and each counts as one failed test. So does a file that is not in the report with all
 * its examples, or with a test at all: it ended the program before, and deno calls that a success.
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
  const child = new Deno.Command("deno", {
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
    stdout: "piped",
    stderr: "inherit",
    // Tests are told of no npx: what they expect of hints is the plain form.
    env: { RUST_BACKTRACE: "0", npm_lifecycle_event: "" },
  }).spawn();
  const output = await shown(child.stdout);
  const { success } = await child.status;
  const seconds = (performance.now() - started) / 1000;
  const xml = await Deno.readTextFile(report);
  return { name: group.name, seconds, ...judge(group, success, xml, output) };
}

/** Passes a program's lines on as they come, and keeps them. */
async function shown(stream: ReadableStream<Uint8Array>): Promise<string> {
  const kept: string[] = [];
  let dots = 0;
  for await (const line of lines(stream)) {
    kept.push(line);
    // Where it writes to no terminal, the dot reporter gives every dot a line of its own.
    if (/^[.!,]$/.test(line.replaceAll(colours, ""))) {
      await print(++dots % 80 === 0 ? `${line}\n` : line);
    } else {
      await print(dots % 80 === 0 ? `${line}\n` : `\n${line}\n`);
      dots = 0;
    }
  }
  return kept.join("\n");
}

async function print(text: string): Promise<void> {
  let rest = new TextEncoder().encode(text);
  while (rest.length > 0) rest = rest.subarray(await Deno.stdout.write(rest));
}

/**
 * Counts a group's tests from deno's exit code, report and output.
 *
 * @param group The group's name, and how many tests each of its files has at least.
 * @param success Whether deno ended without an error.
 * @param xml Its JUnit report.
 * @param output What it printed.
 * @returns The counts and the failures that belong to no test.
 */
export function judge(
  { name, expected }: Pick<TestGroup, "name" | "expected">,
  success: boolean,
  xml: string,
  output: string,
): TestCounts & Pick<GroupResult, "problems" | "switchedOff"> {
  const { passed, failed, ignored, tests, switchedOff } = readJunit(xml);
  const uncaught = output.replaceAll(colours, "").matchAll(
    /^(?:\.\/)?(\S+) \(uncaught error\)$/gm,
  );
  const thrown = [...new Set([...uncaught].map(([, file]) => file))];
  const problems = thrown.map((file) => `${file} threw outside its tests`);
  for (const [file, wanted] of expected) {
    const found = tests.get(file) ?? 0;
    if (found >= wanted || thrown.includes(file)) continue;
    problems.push(
      `${file} has ${found} of at least ${wanted} tests in the report: it ended early, or holds none`,
    );
  }
  if (!success && failed + problems.length === 0) {
    problems.push(`the ${name} tests ended in an error`);
  }
  return { passed, failed: failed + problems.length, ignored, problems, switchedOff };
}

// deno-lint-ignore no-control-regex
const colours = /\x1b\[[0-9;]*m/g;

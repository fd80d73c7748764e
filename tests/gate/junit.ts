/** What became of the tests of one run. */
export interface TestCounts {
  /** Tests that passed. */
  readonly passed: number;
  /** Tests that failed, or could not run at all. */
  readonly failed: number;
  /** Tests switched off in their file. */
  readonly ignored: number;
}

/**
 * Reads the report that `deno test --junit-path` writes.
 *
 * Counts tests as deno's own last line does: a step belongs to its test. deno reports a step as a
 * test case named `test > step`.
 *
 * @param xml The report.
 * @returns The counts.
 */
export function readJunit(xml: string): TestCounts {
  const counts = { passed: 0, failed: 0, ignored: 0 };
  const files = new Set<string>();
  for (
    const [, file, body] of xml.matchAll(/<testsuite name="([^"]*)"[^>]*>(.*?)<\/testsuite>/gs)
  ) {
    files.add(file.replace(/^\.\//, ""));
    const names = new Set<string>();
    for (const [, name, inner = ""] of body.matchAll(testcase)) {
      const isStep = parents(name).some((parent) => names.has(parent));
      names.add(name);
      if (isStep) continue;
      if (/<(failure|error)\b/.test(inner)) counts.failed++;
      else if (/<skipped\b/.test(inner)) counts.ignored++;
      else counts.passed++;
    }
  }
  return counts;
}

const testcase = /<testcase name="([^"]*)"[^>]*?(?:\/>|>(.*?)<\/testcase>)/gs;

function parents(name: string): string[] {
  const parts = name.split(" &gt; ");
  return parts.slice(1).map((_, i) => parts.slice(0, i + 1).join(" &gt; "));
}

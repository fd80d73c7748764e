/** What became of the tests of one run. */
export interface TestCounts {
  /** Tests that passed. */
  readonly passed: number;
  /** Tests that failed, or could not run at all. */
  readonly failed: number;
  /** Tests and steps switched off in their file. */
  readonly ignored: number;
}

/** What deno's report says. */
export interface TestReport extends TestCounts {
  /** How many tests each file has in the report; an example counts for the file that holds it. */
  readonly tests: ReadonlyMap<string, number>;
  /** The tests and steps switched off, each as `file: name`. */
  readonly switchedOff: readonly string[];
}

/**
 * Reads the report that `deno test --junit-path` writes.
 *
 * Counts tests as deno's own last line does: a step belongs to its test. deno reports a step as a
 * test case named `test > step`. A step that is switched off is counted all the same: it hides what
 * its test would have found.
 *
 * @param xml The report.
 * @returns The counts.
 */
export function readJunit(xml: string): TestReport {
  const counts = { passed: 0, failed: 0 };
  const tests = new Map<string, number>();
  const switchedOff: string[] = [];
  for (const [, suite, body] of xml.matchAll(testsuite)) {
    const file = unescaped(suite).replace(/^\.\//, "").replace(/#\d+-\d+\.\w+$/, "");
    const names = new Set<string>();
    for (const [, name, inner = ""] of body.matchAll(testcase)) {
      const isStep = parents(name).some((parent) => names.has(parent));
      names.add(name);
      const skipped = /<skipped\b/.test(inner);
      if (skipped) switchedOff.push(`${file}: ${unescaped(name)}`);
      if (isStep) continue;
      tests.set(file, (tests.get(file) ?? 0) + 1);
      if (/<(failure|error)\b/.test(inner)) counts.failed++;
      else if (!skipped) counts.passed++;
    }
  }
  return { ...counts, ignored: switchedOff.length, tests, switchedOff };
}

const testsuite = /<testsuite name="([^"]*)"[^>]*>(.*?)<\/testsuite>/gs;
const testcase = /<testcase name="([^"]*)"[^>]*?(?:\/>|>(.*?)<\/testcase>)/gs;

function parents(name: string): string[] {
  const parts = name.split(" &gt; ");
  return parts.slice(1).map((_, i) => parts.slice(0, i + 1).join(" &gt; "));
}

function unescaped(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'").replaceAll("&amp;", "&");
}

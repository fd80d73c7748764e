import { chromiumAdvice, findChromium, findPython, pythonAdvice } from "./programs.ts";

/** Tests that run together, under the same permissions. */
export interface TestGroup {
  /** What the group is called in the output. */
  readonly name: string;
  /** The files to give to `deno test`. */
  readonly files: readonly string[];
  /** Flags of `deno test`: permissions, and how examples are found. */
  readonly flags: readonly string[];
  /** Why the group cannot run here, or undefined where it can. */
  readonly missing: string | undefined;
}

/** What a run is asked for. */
export interface Selection {
  /** Parts of paths: a file is taken where its path contains one of them; none takes all. */
  readonly filters: readonly string[];
  /** Leaves out what needs Python or a browser. */
  readonly unitOnly: boolean;
}

/** What the project holds. */
export interface Project {
  /** Every file, relative to the root. */
  readonly paths: readonly string[];
  /** A file's text. */
  readonly read: (path: string) => string;
  /** The system's folder for temporary files. */
  readonly temporary: string;
}

// Unit tests run the tasks themselves (`deno`), serve pages to themselves, and write in .cache and
// in the system's folder for temporary files.
const unitFlags = [
  "--allow-read",
  "--allow-env",
  "--allow-sys",
  "--allow-run=deno",
  "--allow-net=127.0.0.1,localhost",
];
// The kernel has every permission by its nature, and a browser is a program like any other.
const everything = ["--allow-all"];

/**
 * Sorts the project's tests into groups by what they need: tests/kernel/ needs Python,
 * tests/browser/ needs Chromium and Python, the rest neither.
 *
 * @param project Where the tests are looked for.
 * @param selection What is asked for.
 * @returns The groups that have files.
 */
export function testGroups(
  { paths, read, temporary }: Project,
  { filters, unitOnly }: Selection,
): readonly TestGroup[] {
  const asked = (path: string) => filters.length === 0 || filters.some((f) => path.includes(f));
  const selected = paths.filter(asked).toSorted();
  const tests = selected.filter((path) => /^tests\/.*_test\.ts$/.test(path));
  const kernel = tests.filter((path) => path.startsWith("tests/kernel/"));
  const browser = tests.filter((path) => path.startsWith("tests/browser/"));
  const examples = selected.filter((path) =>
    /^(README\.md|mod\.ts|lib\/.*\.ts)$/.test(path) && read(path).includes("```ts")
  );
  const groups: TestGroup[] = [
    {
      name: "unit",
      files: tests.filter((path) => !kernel.includes(path) && !browser.includes(path)),
      flags: [...unitFlags, `--allow-write=.cache,${temporary}`],
      missing: undefined,
    },
    {
      name: "documentation",
      files: filters.length === 0 ? ["mod.ts", "lib", "README.md"] : examples,
      flags: ["--doc", "--allow-read", "--allow-env", "--allow-sys"],
      missing: undefined,
    },
  ];
  if (!unitOnly) {
    groups.push(
      { name: "kernel", files: kernel, flags: everything, missing: missing(kernel, false) },
      { name: "browser", files: browser, flags: everything, missing: missing(browser, true) },
    );
  }
  return groups.filter(({ files }) => files.length > 0);
}

function missing(files: readonly string[], needsBrowser: boolean): string | undefined {
  if (files.length === 0) return undefined;
  const advice = [
    ...(findPython() ? [] : [pythonAdvice]),
    ...(needsBrowser && !findChromium() ? [chromiumAdvice] : []),
  ];
  return advice.length > 0 ? advice.join("; ") : undefined;
}

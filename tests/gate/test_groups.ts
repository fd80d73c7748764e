import { findPython, pythonAdvice } from "../../lib/jupyter/find_python.ts";
import { chromiumAdvice, findChromium } from "./find_chromium.ts";

/** A program that some tests need. */
export type Need = "python" | "chromium";

/** Tests that run together, under the same permissions. */
export interface TestGroup {
  /** What the group is called in the output. */
  readonly name: string;
  /** The files to give to `deno test`. */
  readonly files: readonly string[];
  /** How many tests the report must show of each file, at least: a file can end the program first. */
  readonly expected: ReadonlyMap<string, number>;
  /** Flags of `deno test`: permissions, and how examples are found. */
  readonly flags: readonly string[];
  /** The programs it cannot run without. */
  readonly needs: readonly Need[];
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
  /** The deno that runs this, which tests may run too: npx brings another of that name. */
  readonly deno: string;
}

// Unit tests run the tasks themselves (`deno`), serve pages to themselves, and write in .cache and
// in the system's folder for temporary files.
const unitFlags = [
  "--parallel",
  "--allow-read",
  "--allow-env",
  "--allow-sys",
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
  { paths, read, temporary, deno }: Project,
  { filters, unitOnly }: Selection,
): readonly TestGroup[] {
  const asked = (path: string) => filters.length === 0 || filters.some((f) => path.includes(f));
  const selected = paths.filter(asked).toSorted();
  const tests = selected.filter((path) => /^tests\/.*_test\.ts$/.test(path));
  const kernel = tests.filter((path) => path.startsWith("tests/kernel/"));
  const browser = tests.filter((path) => path.startsWith("tests/browser/"));
  const documents = /^(README\.md|mod\.ts|lib\/.*\.ts|notebooks\/teaching\/.*\.md)$/;
  const examples = selected.filter((path) => documents.test(path))
    .map((path) => [path, examplesIn(read(path))] as const)
    .filter(([, count]) => count > 0);
  const groups: TestGroup[] = [
    {
      name: "unit",
      ...oneEach(tests.filter((path) => !kernel.includes(path) && !browser.includes(path)), read),
      flags: [...unitFlags, `--allow-run=deno,${deno}`, `--allow-write=.cache,${temporary}`],
      needs: [],
    },
    {
      name: "documentation",
      files: examples.map(([path]) => path),
      expected: new Map(examples),
      flags: ["--doc", "--allow-read", "--allow-env", "--allow-sys"],
      needs: [],
    },
  ];
  if (!unitOnly) {
    groups.push(
      { name: "kernel", ...oneEach(kernel, read), flags: everything, needs: ["python"] },
      {
        name: "browser",
        ...oneEach(browser, read),
        flags: everything,
        needs: ["python", "chromium"],
      },
    );
  }
  return groups.filter(({ files }) => files.length > 0);
}

/** Files of tests, each of which holds at least one. */
function oneEach(
  files: readonly string[],
  read: Project["read"],
): Pick<TestGroup, "files" | "expected"> {
  return { files, expected: new Map(files.map((path) => [reportedAs(path, read(path)), 1])) };
}

/** The file that deno's report names for a test: where a suite of laws makes all of them, the suite's. */
function reportedAs(path: string, text: string): string {
  const suite = /from "(\.{1,2}\/[^"]*_laws\.ts)"/.exec(text)?.[1];
  return suite === undefined || text.includes("Deno.test(")
    ? path
    : new URL(suite, `file:///${path}`).pathname.slice(1);
}

/** How many examples of a text `deno test --doc` runs. */
function examplesIn(text: string): number {
  const fences = text.matchAll(
    /^[ \t]*(?:\*[ \t]*)?```(?:ts|typescript|js|javascript)\b([^\n]*)$/gm,
  );
  return [...fences].filter(([, more]) => !/\bignore\b/.test(more)).length;
}

const programs = {
  python: { find: findPython, advice: pythonAdvice },
  chromium: { find: findChromium, advice: chromiumAdvice },
};

/**
 * Says what a group lacks on this machine.
 *
 * @param needs The programs it cannot run without.
 * @returns What is missing and how to install it; undefined where nothing is.
 */
export function whatIsMissing(needs: readonly Need[]): string | undefined {
  const missing = needs.filter((need) => programs[need].find() === undefined);
  return missing.map((need) => programs[need].advice).join("; ") || undefined;
}

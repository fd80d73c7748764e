import { assert, assertEquals, assertMatch } from "@std/assert";
import { projectFiles } from "./project_files.ts";

const root = new URL("../../", import.meta.url);
const read = (path: string) => Deno.readTextFileSync(new URL(path, root));
const workflows = projectFiles(root).filter((path) => path.startsWith(".github/workflows/"));

/** What a workflow uses of others, each as its line says it. */
const used = (text: string) =>
  [...text.matchAll(/\buses\s*:\s*(.*)$/gm)].map(([, action]) => action);

const PINNED = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;

Deno.test("workflows take every action by its commit, with the version beside it", () => {
  assert(workflows.length >= 2);
  const loose = workflows.flatMap((path) =>
    used(read(path)).filter((action) => !PINNED.test(action)).map((action) => `${path}: ${action}`)
  );
  assertEquals(loose, []);
  const all = new Set(workflows.flatMap((path) => used(read(path))));
  const names = [...all].map((action) => action.split("@")[0]);
  assertEquals(new Set(names).size, names.length, "one commit an action");
});

Deno.test("the pattern for actions refuses tags, branches, short commits, and commits without a version", () => {
  const commit = "34e114876b0b11c390a56381ad16ebd13914f8d5";
  assertMatch(`actions/checkout@${commit} # v4.3.1`, PINNED);
  for (const at of ["v4", "main", commit.slice(0, 12), commit, `${commit} # v4`]) {
    assertEquals(PINNED.test(`actions/checkout@${at}`), false);
  }
});

Deno.test("workflows say what they may do, and may write nothing but the pages", () => {
  for (const path of workflows) {
    const text = read(path);
    assertMatch(text, /^permissions:\n {2}contents: read$/m);
    const written = [...text.matchAll(/^\s+([\w-]+): write$/gm)].map(([, what]) => what);
    assertEquals(written, path.endsWith("site.yml") ? ["pages", "id-token"] : []);
    assertEquals(/\$\{\{\s*secrets\./.test(text), false);
    assertEquals(text.includes("pull_request_target"), false);
  }
});

Deno.test("deno is the same pinned version wherever it is installed", () => {
  const places = [
    ".ci/run",
    ".devcontainer/set_up",
    ".binder/postBuild",
    "README.md",
    ...workflows,
  ];
  const versions = places.flatMap((path) => [...read(path).matchAll(/\bdeno@([^\s)`"'|]+)/g)])
    .map(([, version]) => version);
  assert(versions.length >= 10);
  assertEquals(new Set(versions).size, 1, versions.join(", "));
});

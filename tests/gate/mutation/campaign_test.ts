import { assert, assertEquals, assertMatch } from "@std/assert";
import { failingAnyway, share, tryFault } from "./campaign.ts";
import type { Fault } from "./fault.ts";
import { firstFailure, runFiles } from "./run_files.ts";
import { scratchCopy } from "./scratch_copy.ts";

const files = {
  "deno.json": JSON.stringify({ name: "@a/b", exports: "./a.ts", imports: {}, lock: false }),
  "a.ts": "/**\n * A.\n * ```ts\n * if (1 > 2) throw new Error();\n * ```\n */\n" +
    "export const sum = (a: number, b: number) => a + b;\n",
  "a_test.ts": 'import { sum } from "./a.ts";\n' +
    'Deno.test("one", () => {});\n' +
    'Deno.test("sums", () => { if (sum(2, 3) !== 5) throw new Error(); });\n' +
    'Deno.test("never reached", () => { if (sum(2, 3) !== 5) throw new Error(); });\n',
  "broken_test.ts": 'Deno.test("red", () => { throw new Error(); });\n',
};

/** A small project, and its copy. */
async function inCopy(act: (copy: { root: string; flags: readonly string[] }) => Promise<void>) {
  const project = await Deno.makeTempDir();
  try {
    for (const [path, text] of Object.entries(files)) {
      await Deno.writeTextFile(`${project}/${path}`, text);
    }
    await act(await scratchCopy(project, `${project}/.cache/copy`, true));
    for (const [path, text] of Object.entries(files)) {
      assertEquals(await Deno.readTextFile(`${project}/${path}`), text);
    }
  } finally {
    await Deno.remove(project, { recursive: true });
  }
}

const fault: Fault = {
  name: "minus for plus",
  file: "a.ts",
  before: "a + b",
  after: "a - b",
  tests: ["a_test.ts"],
  why: "",
};
const never = new AbortController().signal;
const limits = { seconds: 60, stop: never };

Deno.test("tryFault() names the first test that notices, and puts the copy right again", async () => {
  await inCopy(async (copy) => {
    const { passed, by } = await tryFault(copy, fault, limits);
    assertEquals([passed, by], [false, "sums"]);
    assertEquals(await Deno.readTextFile(`${copy.root}/a.ts`), files["a.ts"]);
    assertEquals((await runFiles(copy, ["a_test.ts", "a.ts"], limits)).passed, true);
  });
});

Deno.test("tryFault() sees what survives, what an example notices, and what never ends", async () => {
  await inCopy(async (copy) => {
    const same = await tryFault(copy, { ...fault, after: "b + a" }, limits);
    assertEquals([same.passed, same.by], [true, ""]);
    const example = { ...fault, before: "1 > 2", after: "2 > 1", tests: ["a_test.ts", "a.ts"] };
    assertEquals((await tryFault(copy, example, limits)).passed, false);
    const endless = { ...fault, after: "{ while (true); }" };
    const { passed, by } = await tryFault(copy, endless, { ...limits, seconds: 3 });
    assertEquals([passed, by], [false, "not ended after 3 s"]);
  });
});

Deno.test("failingAnyway() names tests that are no proof, as they fail without a fault", async () => {
  await inCopy(async (copy) => {
    const both = { ...fault, tests: ["a_test.ts", "broken_test.ts"] };
    assertEquals(await failingAnyway([copy], [fault, both], limits), ["broken_test.ts: red"]);
  });
});

Deno.test("share() does each item once, with every worker, until it is stopped", async () => {
  const copies = ["one", "two"].map((root) => ({ root, flags: [] }));
  const [done, by] = [[] as number[], new Set<string>()];
  const work = (most: number, stop: AbortController) =>
    share(copies, [1, 2, 3, 4, 5, 6], async ({ root }, item) => {
      await Promise.resolve();
      by.add(root);
      done.push(item);
      if (done.length === most) stop.abort();
    }, stop.signal);
  await work(7, new AbortController());
  assertEquals([done.toSorted(), by.size], [[1, 2, 3, 4, 5, 6], 2]);
  done.length = 0;
  await work(2, new AbortController());
  assert(done.length <= 3);
});

Deno.test("firstFailure() reads what deno prints of one file, of many, with steps, and of none", () => {
  assertEquals(firstFailure("a ... ok (1ms)\nb c ... FAILED (2ms)\nd ... FAILED"), "b c");
  assertEquals(firstFailure("./x_test.ts => b ... FAILED (2ms)"), "b");
  assertMatch(firstFailure("./x_test.ts (uncaught error)\nerror"), /^x_test\.ts does not load$/);
  assertEquals(firstFailure("\nerror: no\n"), "error: no");
});

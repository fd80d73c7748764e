/** No file name, archive entry or content commands the terminal of who runs a task. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { zipSync } from "fflate";
import { tasks } from "../gate/tasks.ts";

const root = new URL("../../", import.meta.url);

// Clears the screen, rings, turns letters round, goes back to the line's start, and begins a line of its own.
const EVIL = "x\x1b[2J\x07\u202e\r\x9b1A\nok: y";
const SHOWN = "x\\x1b[2J\\x07\\u202e";
const ROW = "time_us,price,quantity,aggressor\n1,100,1,buy\n";

/** Runs a task as deno.json has it in a folder of files, and gives all that it prints. */
async function printed(
  name: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  args: (path: (name: string) => string) => readonly string[],
): Promise<string> {
  const folder = await Deno.makeTempDir();
  try {
    for (const [file, content] of Object.entries(files)) {
      const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
      await Deno.writeFile(`${folder}/${file}`, bytes);
    }
    const command = tasks[name].command.split(" ").slice(1);
    const { stdout, stderr } = await new Deno.Command("deno", {
      args: [...command, ...args((file) => `${folder}/${file}`)],
      cwd: root,
      env: { NO_COLOR: "1" },
    }).output();
    const decoder = new TextDecoder();
    return decoder.decode(stdout) + decoder.decode(stderr);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const zip = (...names: readonly string[]) =>
  zipSync(Object.fromEntries(names.map((name) => [name, new TextEncoder().encode(ROW)])));

const cases: readonly (readonly [
  words: string,
  task: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  args: (path: (name: string) => string) => readonly string[],
])[] = [
  ["a file that is not there", "calibrate", {}, (path) => [path(EVIL)]],
  ["a file without a header", "calibrate", { [EVIL]: "" }, (path) => [path(EVIL)]],
  ["a file of no layout", "calibrate", { [EVIL]: "a,b\n1,2\n" }, (path) => [path(EVIL)]],
  ["a file with a bad row", "calibrate", { [EVIL]: `${ROW}x\n` }, (path) => [path(EVIL)]],
  ["archive entries", "calibrate", { a: zip(EVIL, `${EVIL}2`) }, (path) => [path("a")]],
  ["a backtest's file", "walk-forward", { [EVIL]: `${ROW}x\n` }, (path) => [path(EVIL)]],
  ["a shard that is not there", "merge", {}, (path) => [path(EVIL)]],
  ["a shard that is none", "merge", { [EVIL]: "{}" }, (path) => [path(EVIL)]],
  ["an output", "simulate", {}, (path) => ["--shard", "1/2", "--out", path(`${EVIL}/a`)]],
  ["a notebook", "notebooks", {}, () => [EVIL]],
  ["a site's folder", "site", {}, (path) => ["--pages-only", "--notebooks", path(EVIL)]],
  [
    "a site's notebook",
    "site",
    // A name of two lines is no chapter's.
    { [`00_${EVIL.replace(/[\r\n]/g, "")}.ipynb`]: "{}" },
    (path) => ["--pages-only", "--notebooks", path("."), "--out", path("out")],
  ],
];

for (const [words, task, files, args] of cases) {
  Deno.test(`deno task ${task} shows the name of ${words}, and obeys none of it`, async () => {
    const text = await printed(task, files, args);
    assertEquals(text.replace(/[\n\t]/g, "").match(/\p{Cc}|[\u202a-\u202e]/gu), null);
    assertEquals(text.split("\n").filter((line) => line.startsWith("ok: y")), [], text);
    assertStringIncludes(text, SHOWN);
  });
}

const contents: readonly (readonly [words: string, text: string])[] = [
  ["header", `a\x1b[2J,b\u202e\x07\n1,2\n`],
  ["row", `${ROW}2,\x1b[2J\x07\u202e,1,buy\n`],
];

for (const [words, text] of contents) {
  Deno.test(`deno task calibrate obeys nothing in the ${words} of a file`, async () => {
    const said = await printed("calibrate", { "a.csv": text }, (path) => [path("a.csv")]);
    assert(said.length > 0);
    assertEquals(said.replace(/[\n\t]/g, "").match(/\p{Cc}|[\u202a-\u202e]/gu), null);
  });
}

import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { tasks } from "../gate/tasks.ts";
import { systemError } from "../../lib/cli/system_error.ts";

function sentenceOf(act: () => unknown): string | undefined {
  try {
    act();
  } catch (error) {
    return systemError(error);
  }
  return "nothing was thrown";
}

Deno.test("systemError() is one sentence with what, where and why", async () => {
  const folder = await Deno.makeTempDir();
  const file = join(folder, "file"), gone = join(folder, "gone");
  await Deno.writeTextFile(file, "");
  const sentences: readonly (readonly [() => unknown, string])[] = [
    [() => Deno.mkdirSync(file), `Cannot make ${file} as there is something else`],
    [() => Deno.mkdirSync(join(gone, "a")), `Cannot make ${gone}/a as its folder is not there`],
    [() => Deno.mkdirSync(`${file}/a`), `Cannot make ${file}/a as its folder is not a folder`],
    [() => Deno.writeTextFileSync(folder, ""), `Cannot write ${folder} as it is a folder`],
    [() => Deno.readTextFileSync(gone), `Cannot read ${gone} as it is not there`],
    [() => Deno.renameSync(gone, file), `Cannot move ${gone} as its folder is not there`],
  ];
  for (const [act, sentence] of sentences) assertEquals(sentenceOf(act), sentence);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("systemError() knows full disks, read-only systems and missing rights by their codes", () => {
  for (
    const [code, reason] of [
      ["ENOSPC", "the disk is full"],
      ["EROFS", "the file system is read-only"],
      ["EACCES", "the rights to it are missing"],
    ]
  ) {
    const open = Object.assign(new Error("Words of the system (os error 1)"), { code });
    assertEquals(systemError(open), `Cannot go on as ${reason}`);
    const error = Object.assign(new Error("Words (os error 1): mkdir '.cache\x1b[31m'"), { code });
    assertEquals(systemError(error), `Cannot make .cache\\x1b[31m as ${reason}`);
  }
  const denied = new Deno.errors.NotCapable(
    'Requires write access to "/a/b", run again with the --allow-write flag',
  );
  assertEquals(systemError(denied), "Cannot write /a/b as this task may not do so");
});

Deno.test("systemError() leaves other errors to their own words", () => {
  for (
    const error of [new Error("Cannot draw"), new RangeError("a (os error)"), "text", undefined]
  ) {
    assertEquals(systemError(error), undefined);
  }
});

Deno.test("tasks whose folder cannot be made say so in one sentence, without a stack", async () => {
  const folder = await Deno.makeTempDir();
  await Deno.writeTextFile(join(folder, ".cache"), "a file");
  await Deno.writeTextFile(join(folder, "deno.json"), '{"imports": {}, "exports": {}}');
  const root = new URL("../../", import.meta.url).pathname;
  const programs = [
    ["tests/gate/check.ts"],
    ["tests/gate/test_task.ts"],
    ["lib/cli/fetch_data.ts", "BTCUSDT", "2024-01-08"],
  ];
  for (const [program, ...args] of programs) {
    const { code, stderr } = await new Deno.Command("deno", {
      args: [
        "run",
        "-q",
        "--no-prompt",
        "-A",
        "--config",
        `${root}deno.json`,
        root + program,
        ...args,
      ],
      cwd: folder,
      env: { NO_COLOR: "1", JSR_URL: "http://127.0.0.1:9" },
    }).output();
    const told = new TextDecoder().decode(stderr).trimEnd();
    assertEquals([code, told.split("\n").length], [1, 1], told);
    assertStringIncludes(told, "Cannot make ");
  }
  await Deno.remove(folder, { recursive: true });
});

Deno.test("every task ends its errors in one sentence", () => {
  for (const [name, { command }] of Object.entries(tasks)) {
    const program = command.split(" ").findLast((word) => word.endsWith(".ts"))!;
    const code = Deno.readTextFileSync(new URL(`../../${program}`, import.meta.url));
    assert(/^(if \(import\.meta\.main\) )?\{?\s*(await )?(runCommand|endWith)\(/m.test(code), name);
  }
});

import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { commandStartedBy } from "../lib/deno_command.ts";

const root = new URL("../", import.meta.url);

Deno.test("commandStartedBy() writes npx with this very version where npx has started the run", () => {
  const npx = `npx -y deno@${Deno.version.deno} task lab`;
  assertEquals(commandStartedBy("npx", "task lab"), npx);
  for (const event of [undefined, "", "start", "test"]) {
    assertEquals(commandStartedBy(event, "task lab"), "deno task lab");
  }
});

/** What a task says, started by npx or not. */
async function told(event: string, task: string, ...args: readonly string[]): Promise<string> {
  const { stdout, stderr } = await new Deno.Command("deno", {
    args: ["task", "--quiet", task, ...args],
    cwd: root,
    env: { NO_COLOR: "1", npm_lifecycle_event: event },
  }).output();
  return new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr);
}

const { tasks } = JSON.parse(await Deno.readTextFile(new URL("deno.json", root)));
const commands = Object.entries<{ command: string }>(tasks)
  .filter(([, { command }]) =>
    command.endsWith(" tests/gate/test_task.ts") || command.includes(" lib/cli/")
  )
  .map(([name]) => name);
const npx = `npx -y deno@${Deno.version.deno} `;

for (const task of commands) {
  Deno.test(`deno task ${task} --help names deno as it was started, in every place`, async () => {
    const plain = await told("", task, "--help");
    assertMatch(plain, new RegExp(`^(Usage: )?deno task ${task}`));
    assertEquals(plain.includes("npx"), false);
    const byNpx = await told("npx", task, "--help");
    assertStringIncludes(byNpx, `${npx}task ${task}`);
    assertEquals(byNpx.replaceAll(npx, "").match(/\bdeno (task|fmt)/g), null);
  });
}

Deno.test("a mistake is answered with deno as it was started", async () => {
  for (
    const [task, ...args] of [["lab", "notebooks"], ["merge"], [
      "simulate",
      "--shard",
      "1/2",
      "--periods",
      "9",
    ]]
  ) {
    const byNpx = await told("npx", task, ...args);
    assertStringIncludes(byNpx, npx);
    assertEquals(byNpx.replaceAll(npx, "").includes("deno "), false, byNpx);
  }
});

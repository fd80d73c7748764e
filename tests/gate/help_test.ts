import { assert, assertEquals } from "@std/assert";
import { tasks } from "./tasks.ts";

// With the task's own permissions, and without asking JSR for anything.
async function helpOf(command: string): Promise<{ code: number; lines: readonly string[] }> {
  const [, ...args] = command.split(" ");
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [...args, "--help"],
    env: { NO_COLOR: "1", JSR_URL: "http://127.0.0.1:9" },
  }).output();
  const said = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes)).join("");
  return { code, lines: said.trimEnd().split("\n") };
}

Deno.test("every task tells its flags with --help, in lines that fit a terminal, and does nothing", async () => {
  for (const [name, { command }] of Object.entries(tasks)) {
    const { code, lines } = await helpOf(command);
    assertEquals(code, 0, `${name}: ${lines.join("\n")}`);
    assert(lines[0].includes(`task ${name}`), lines[0]);
    assert(lines.some((line) => /^ +--help +this text$/.test(line)), name);
    assertEquals(lines.filter((line) => line.length > 100), [], name);
  }
});

// Python is what gives a command a terminal here.
import { assert, assertEquals, assertMatch } from "@std/assert";
import { tasks } from "../gate/tasks.ts";

Deno.test("a command that fails on a terminal leaves its sentence there and no bar", async () => {
  const path = await Deno.makeTempFile({ suffix: ".csv" });
  const row = "5,100.5,2,buy\n";
  const bad = "time_us,price,quantity,aggressor\n" + row.repeat(20_000) + "6,x,2,buy\n";
  await Deno.writeTextFile(path, bad);
  const words = ["deno", ...tasks.calibrate.command.split(" ").slice(1), path];
  const { stdout } = await new Deno.Command("python3", {
    args: ["-c", "import pty, sys; pty.spawn(sys.argv[1:])", ...words],
    cwd: new URL("../../", import.meta.url),
    env: { NO_COLOR: "1" },
  }).output();
  const shown = new TextDecoder().decode(stdout);
  assertMatch(shown, /Reading bytes \[/);
  assert(!shown.includes("100 %"), shown);
  const lines = shown.trim().split("\n").map((line) => line.split("\r\x1b[K").at(-1)!.trim());
  assertEquals(lines.length, 1);
  assertMatch(lines[0], /^Cannot read .* line 20002/);
  await Deno.remove(path);
});

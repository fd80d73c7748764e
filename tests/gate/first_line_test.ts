import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { inFolder } from "../in_folder.ts";

const root = new URL("../../", import.meta.url);

Deno.test("deno task begins with the task: no warning about packages whose scripts are left out", async () => {
  // Deno warns once for each folder: a new one is seen with fresh eyes.
  await inFolder(async (folder) => {
    const config = JSON.parse(await Deno.readTextFile(new URL("deno.json", root)));
    const tasks = { greet: "echo hello" };
    await Deno.writeTextFile(join(folder, "deno.json"), JSON.stringify({ ...config, tasks }));
    await Deno.copyFile(new URL("deno.lock", root), join(folder, "deno.lock"));
    const { code, stderr } = await new Deno.Command("deno", {
      args: ["task", "greet"],
      cwd: folder,
      env: { NO_COLOR: "1" },
    }).output();
    const told = new TextDecoder().decode(stderr).replace(/^Download .*\n/gm, "");
    assertEquals([code, told], [0, "Task greet echo hello\n"]);
  });
});

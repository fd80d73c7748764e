import { assert, assertEquals, assertRejects } from "@std/assert";
import { projectRoot } from "../../lib/jupyter/environment.ts";
import { lines } from "../../lib/jupyter/lines.ts";

async function processes(): Promise<readonly string[]> {
  const { stdout } = await new Deno.Command("ps", { args: ["-axww", "-o", "args"] }).output();
  return new TextDecoder().decode(stdout).split("\n");
}

Deno.test("deno task lab gives Deno alone to those who have the token, and Ctrl-C leaves nothing", async () => {
  const task = new Deno.Command("deno", {
    args: ["task", "lab", "--no-browser"],
    cwd: projectRoot,
    stdin: "null",
    stdout: "piped",
    stderr: "null",
  }).spawn();
  const output = lines(task.stdout);
  let url = "";
  while (!url) url = `${(await output.next()).value}`.match(/http:\S+/)?.[0] ?? "";
  const { origin, hostname, searchParams } = new URL(url);
  assertEquals(hostname, "127.0.0.1");

  const ask = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${origin}/api/${path}`, init);
    return { status: response.status, body: await response.json() };
  };
  const headers = { authorization: `token ${searchParams.get("token")}` };
  assertEquals((await ask("kernelspecs")).status, 403);
  const { body: specs } = await ask("kernelspecs", { headers });
  assertEquals([specs.default, Object.keys(specs.kernelspecs)], ["deno", ["deno"]]);
  const { body: kernel } = await ask("kernels", { method: "POST", headers, body: "{}" });
  const connection = `kernel-${kernel.id}.json`;
  assert((await processes()).some((line) => line.includes(connection)), "the kernel runs");

  task.kill("SIGINT");
  while (!(await output.next()).done);
  assertEquals((await task.status).code, 0);
  const left = (await processes()).filter((line) => line.includes(connection));
  assertEquals(left, []);
  await assertRejects(() => fetch(origin), TypeError);
});

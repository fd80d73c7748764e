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
  assertEquals(Object.keys(specs.kernelspecs.deno.resources).includes("logo-svg"), true);
  const terminals = await fetch(`${origin}/api/terminals`, { headers });
  await terminals.body?.cancel();
  assertEquals(terminals.status, 404);
  assertEquals(new URL(url).pathname, "/lab/tree/notebooks/00_contents.ipynb");
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

/** Starts the task and waits for the address that it prints. */
async function startTask() {
  const task = new Deno.Command("deno", {
    args: ["task", "lab", "--no-browser"],
    cwd: projectRoot,
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const output = lines(task.stdout);
  let url = "";
  while (!url) url = `${(await output.next()).value}`.match(/http:\S+/)?.[0] ?? "";
  return { task, url: new URL(url), output };
}

Deno.test("deno task lab listens on 127.0.0.1 alone; two at once have a port and a token each; a dead server is exit code 1", async () => {
  const both = await Promise.all([startTask(), startTask()]);
  const [first, second] = both;
  assert(first.url.port !== second.url.port);
  for (const { url } of both) {
    const headers = { authorization: `token ${url.searchParams.get("token")}` };
    const response = await fetch(`${url.origin}/api/status`, { headers });
    assertEquals(response.status, 200);
    await response.body?.cancel();
    const sockets = await new Deno.Command("python3", {
      args: [
        "-c",
        "import sys\nfor f in ('/proc/net/tcp', '/proc/net/tcp6'):\n  for l in open(f).readlines()[1:]:\n    p = l.split()\n    if p[3] == '0A' and int(p[1].split(':')[1], 16) == int(sys.argv[1]): print(p[1].split(':')[0])",
        url.port,
      ],
    }).output();
    // 127.0.0.1 as the kernel of Linux writes it.
    if (Deno.build.os === "linux") {
      assertEquals(new TextDecoder().decode(sockets.stdout).trim(), "0100007F");
    }
  }

  const stopServer = await fetch(`${second.url.origin}/api/shutdown`, {
    method: "POST",
    headers: { authorization: `token ${second.url.searchParams.get("token")}` },
  });
  await stopServer.body?.cancel();
  while (!(await second.output.next()).done);
  const said = await Array.fromAsync(lines(second.task.stderr));
  assertEquals((await second.task.status).code, 1);
  assert(said.at(-1)?.startsWith("JupyterLab has ended by itself"), said.join("\n"));

  first.task.kill("SIGINT");
  while (!(await first.output.next()).done);
  await first.task.stderr.cancel();
  assertEquals((await first.task.status).code, 0);
});

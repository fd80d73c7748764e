import { assertEquals, assertMatch } from "@std/assert";

async function run(task: string, ...args: readonly string[]) {
  const file = new URL(`../../lib/cli/${task}.ts`, import.meta.url).pathname;
  const { code, stdout, stderr } = await new Deno.Command("deno", {
    args: ["run", "-q", "--no-prompt", "--allow-read", "--allow-net=127.0.0.1", file, ...args],
    env: { NO_COLOR: "1" },
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, stdout: text(stdout), stderr: text(stderr) };
}

Deno.test("deno task lab and notebooks tell what they can do", async () => {
  const lab = await run("lab", "--help");
  assertEquals([lab.code, lab.stderr], [0, ""]);
  assertMatch(lab.stdout, /--port N[^]*--no-browser/);
  const notebooks = await run("notebooks", "--help");
  assertEquals([notebooks.code, notebooks.stderr], [0, ""]);
  assertMatch(notebooks.stdout, /--check/);
});

Deno.test("deno task lab and notebooks refuse what they do not know: one line, exit code 2", async () => {
  const commands = [
    ["lab", "--prot", "9000"],
    ["lab", "--port"],
    ["lab", "--port", "x"],
    ["lab", "--port", "0"],
    ["lab", "--port", "65536"],
    ["lab", "notebooks"],
    ["notebooks", "--write"],
    ["notebooks", "no-such-notebook"],
  ];
  for (const [task, ...args] of commands) {
    const { code, stdout, stderr } = await run(task, ...args);
    assertEquals([code, stdout], [2, ""], `${task} ${args}: ${stderr}`);
    assertMatch(stderr, /^[^\n]+\n$/);
  }
});

Deno.test("deno task lab says when its port is taken", async () => {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  const { code, stdout, stderr } = await run("lab", "--port", `${port}`);
  assertEquals([code, stdout], [1, ""]);
  assertEquals(stderr, `Cannot start JupyterLab as port ${port} is in use\n`);
});

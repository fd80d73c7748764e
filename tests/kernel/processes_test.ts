import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import { projectRoot, setUpEnvironment } from "../../lib/jupyter/environment.ts";
import { runNotebooks } from "../../lib/jupyter/run_notebooks.ts";
import { scratchNotebook } from "./scratch_notebook.ts";

interface Process {
  readonly id: number;
  readonly parent: number;
  readonly command: string;
}

async function processes(): Promise<readonly Process[]> {
  const { stdout } = await new Deno.Command("ps", {
    args: ["-axww", "-o", "pid,ppid,stat,args"],
  }).output();
  return [...new TextDecoder().decode(stdout).matchAll(/^ *(\d+) +(\d+) +([^Z\s]\S*) +(.*)$/gm)]
    .map(([, id, parent, , command]) => ({ id: Number(id), parent: Number(parent), command }));
}

/** A process with all that it has started, and they, and so on. */
async function family(id: number): Promise<readonly Process[]> {
  const all = await processes();
  const members = all.filter((one) => one.id === id);
  for (const { id } of members) members.push(...all.filter(({ parent }) => parent === id));
  return members;
}

async function until<T>(look: () => Promise<T | undefined>, seconds: number): Promise<T> {
  const last = performance.now() + seconds * 1000;
  while (performance.now() < last) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Cannot go on as it did not come within ${seconds} seconds`);
}

for (const signal of ["SIGTERM", "SIGINT", "SIGKILL"] as const) {
  Deno.test(`deno task notebooks leaves no process after ${signal}`, async () => {
    const task = new Deno.Command("deno", {
      args: ["task", "notebooks", "--check", "01"],
      cwd: projectRoot,
      stdin: "null",
      stdout: "null",
      stderr: "null",
    }).spawn();
    const members = await until(async () => {
      const members = await family(task.pid);
      return members.some(({ command }) => command.includes("jupyter --quiet --kernel"))
        ? members
        : undefined;
    }, 120);
    assert(members.length >= 4, members.map(({ command }) => command).join("\n"));
    task.kill(signal);
    await task.status;
    const left = async () =>
      (await processes()).filter(({ id, command }) =>
        members.some((one) => one.id === id && one.command === command)
      );
    await until(async () => (await left()).length === 0 || undefined, 20).catch(() => {});
    assertEquals(await left(), []);
  });
}

Deno.test("runNotebooks() ends a runner that stands still, names the cell, and goes on", async () => {
  const begins = 'Deno.writeTextFileSync("begun.txt", "");\nawait new Promise(() => {});';
  const still = await scratchNotebook("still", ["1", begins], "stands");
  const next = await scratchNotebook("still_next", ["1 + 1"], "stands");
  const begun = join(still.folder, "begun.txt");
  await Deno.remove(begun).catch(() => {});
  const environment = await setUpEnvironment(() => {});
  const limits = { cellSeconds: 8, patience: 4 };
  const runs = Array.fromAsync(runNotebooks(environment, [still.path, next.path], limits));
  await until(() => Deno.stat(begun).catch(() => undefined), 60);
  const members = await family(Deno.pid);
  const runner = members.findLast(({ command }) => command.includes("run_notebook.py"));
  assert(runner !== undefined);
  Deno.kill(runner.id, "SIGSTOP");
  const [first, second] = await runs;
  assertEquals(first.failures, ["code cell 2: Error: the runner ended: it stood still"]);
  assertEquals(second.failures, []);
  assertEquals(await family(runner.id), []);
});

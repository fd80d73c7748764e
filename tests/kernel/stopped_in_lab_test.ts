import { assertEquals, assertMatch } from "@std/assert";
import { projectRoot, setUpEnvironment } from "../../lib/jupyter/environment.ts";
import { type Lab, startLab } from "../../lib/jupyter/lab_server.ts";
import { type KernelSocket, openKernel } from "./kernel_socket.ts";

const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

let lab: Lab;
Deno.test.beforeAll(async () => {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  listener.close();
  lab = await startLab(await setUpEnvironment(() => {}), { root: projectRoot, port });
});
Deno.test.afterAll(() => lab.stop());

// The server outlives each test.
const shared = { sanitizeOps: false, sanitizeResources: false };

/** Runs a cell and stops it when it is at work. */
async function stopped(kernel: KernelSocket, code: string) {
  const answer = kernel.run(code);
  await later(1500);
  await kernel.stop();
  return await answer;
}

Deno.test(
  "JupyterLab says of a stopped cell that its variables are kept, and they are",
  shared,
  async () => {
    await using kernel = await openKernel(lab);
    for (let n = 1; n <= 2; n++) {
      const { error } = await stopped(kernel, `globalThis.kept = ${n}; for (;;);`);
      assertEquals(error, "Stopped; variables are kept");
      assertEquals(await kernel.run("kept"), { result: `${n}` });
    }
    // A cell that cannot be loaded is still told from one that was stopped.
    assertMatch((await kernel.run("const a = ;")).error ?? "", /^SyntaxError/);
  },
);

Deno.test(
  "JupyterLab says within seconds that a cell inside an await cannot be stopped, and what to do",
  shared,
  async () => {
    await using kernel = await openKernel(lab);
    const told = await stopped(kernel, "await new Promise(() => {});");
    assertMatch(told.error ?? "", /not answered for three seconds.*await.*Restart Kernel/);
    // So are the cells that are run after it, in vain.
    assertMatch((await kernel.run("1 + 1")).error ?? "", /Restart Kernel/);
    await kernel.restart();
    await later(3000);
    // A restarted kernel answers, and a long cell is no wedged one.
    const long = "await new Promise((resolve) => setTimeout(resolve, 5000)); 5";
    assertEquals(await kernel.run(long), { result: "5" });
  },
);

import { assertEquals, assertNotEquals, assertRejects } from "@std/assert";
import { compileKernel, KERNEL_FILE, readSource } from "../gate/compile_kernel.ts";

Deno.test("the compiled kernel is what its sources compile to, byte by byte", async () => {
  assertEquals(await compileKernel(readSource), Deno.readTextFileSync(KERNEL_FILE));
});

Deno.test("compileKernel() sees a source that was changed, and one that is broken", async () => {
  const changed = (from: string, to: string) => (path: string) =>
    readSource(path)?.replaceAll(from, to) ?? null;
  const other = await compileKernel(changed("WARM_UP: i32 = 12", "WARM_UP: i32 = 13"));
  assertNotEquals(other, Deno.readTextFileSync(KERNEL_FILE));
  await assertRejects(
    () => compileKernel(changed("WARM_UP: i32 = 12", "WARM_UP: i32 = ")),
    Error,
    "Cannot compile the kernel",
  );
});

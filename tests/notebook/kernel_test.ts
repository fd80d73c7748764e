import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import {
  broadcast,
  type CellEnd,
  flushEveryCell,
  inKernel,
  type KernelInternals,
} from "../../lib/notebook/kernel.ts";

function recorder(): { readonly events: string[]; readonly internals: KernelInternals } {
  const events: string[] = [];
  const broadcastResult: CellEnd = (count, result) => {
    events.push(`sent ${count} ${result}`);
    return Promise.resolve();
  };
  return { events, internals: { broadcastResult } };
}

Deno.test("flushEveryCell() sends the prints, then the result, and waits after both", async () => {
  const { events, internals } = recorder();
  const flush = () => void events.push("flushed");
  const wait = () => {
    events.push("waited");
    return Promise.resolve();
  };
  assertEquals(flushEveryCell(internals, flush, wait), true);
  await internals.broadcastResult?.(3, "value");
  assertEquals(events, ["flushed", "sent 3 value", ...Array<string>(25).fill("waited")]);
});

Deno.test("flushEveryCell() done twice waits as long as done once", async () => {
  const { events, internals } = recorder();
  const flush = () => {};
  const wait = () => {
    events.push("waited");
    return Promise.resolve();
  };
  flushEveryCell(internals, flush, wait);
  const wrapped = internals.broadcastResult;
  assertEquals(flushEveryCell(internals, flush, wait), true);
  assertEquals(internals.broadcastResult, wrapped);
  await internals.broadcastResult?.(1, undefined);
  assertEquals(events.filter((event) => event === "waited").length, 25);
});

Deno.test("flushEveryCell() is false where the kernel ends its cells in another way", () => {
  assertEquals(flushEveryCell(undefined), false);
  assertEquals(flushEveryCell({}), false);
});

Deno.test("inKernel() is false in a plain program, and broadcast() refuses", () => {
  assertEquals(inKernel(), false);
  assertThrows(() => broadcast("display_data", {}), TypeError, "Cannot broadcast");
});

async function importUnder(prelude: string): Promise<string> {
  const module = new URL("../../lib/notebook/kernel.ts", import.meta.url).href;
  const code = `${prelude}\nawait import(${JSON.stringify(module)});\n` +
    `await import(${JSON.stringify(`${module}?again`)});`;
  const file = await Deno.makeTempFile({ suffix: ".js" });
  try {
    await Deno.writeTextFile(file, code);
    const { stdout, stderr } = await new Deno.Command("deno", {
      args: ["run", "-q", "--no-lock", "--no-check", "--allow-read", file],
      env: { NO_COLOR: "1" },
    }).output();
    return new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr);
  } finally {
    await Deno.remove(file);
  }
}

Deno.test("kernel.ts is silent outside the kernel, and says once what it misses inside", async () => {
  assertEquals(await importUnder(""), "");
  const kernel =
    "{ broadcast: (_, { text }) => Deno.stdout.writeSync(new TextEncoder().encode(text)) }";
  const told = await importUnder(`Deno.jupyter = ${kernel};`);
  assertStringIncludes(told, "may come late");
  assertEquals(told.match(/may come late/g)?.length, 1);
});

import { assert, assertEquals, assertFalse, assertThrows } from "@std/assert";
import { jsrAnswers, offlineImportMap } from "./import_map.ts";

Deno.test("offlineImportMap() maps @std/assert to the adapter and keeps packages and their parts", () => {
  const { imports } = offlineImportMap({
    "@std/assert": "jsr:@std/assert@^1.0.19",
    "katex": "npm:katex@0.19.1",
    "here": "./lib/here.ts",
  });
  assertEquals(imports, {
    "@std/assert": "../tests/gate/std_assert.ts",
    "katex": "npm:katex@0.19.1",
    "katex/": "npm:/katex@0.19.1/",
    "here": "../lib/here.ts",
  });
});

Deno.test("offlineImportMap() refuses a JSR package without an adapter", () => {
  assertThrows(
    () => offlineImportMap({ "@std/csv": "jsr:@std/csv@^1" }),
    RangeError,
    "current value is @std/csv",
  );
});

async function asked(handler: () => Response | Promise<Response>): Promise<boolean> {
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, handler);
  try {
    return await jsrAnswers(`http://127.0.0.1:${server.addr.port}`, 200);
  } finally {
    await server.shutdown();
  }
}

Deno.test("jsrAnswers() is true where the registry answers", async () => {
  assert(await asked(() => new Response("{}")));
});

Deno.test("jsrAnswers() is false for an error, for silence, and for nobody there", async () => {
  assertFalse(await asked(() => new Response("down", { status: 503 })));
  const silence = Promise.withResolvers<Response>();
  setTimeout(() => silence.resolve(new Response("late")), 400);
  assertFalse(await asked(() => silence.promise));
  assertFalse(await jsrAnswers("http://127.0.0.1:1", 200));
});

import { assert, assertEquals } from "@std/assert";
import { lines } from "../../lib/jupyter/lines.ts";

async function linesOf(...pieces: readonly string[]): Promise<readonly string[]> {
  const bytes = pieces.map((piece) => new TextEncoder().encode(piece));
  return await Array.fromAsync(lines(ReadableStream.from(bytes)));
}

Deno.test("lines() parts an output at its line ends, wherever its pieces end", async () => {
  const text = "one\r\ntwo\n\nthrée\r\nlast";
  const bytes = new TextEncoder().encode(text);
  for (let size = 1; size <= bytes.length; size++) {
    const pieces = Array.from(
      { length: Math.ceil(bytes.length / size) },
      (_, i) => bytes.slice(i * size, (i + 1) * size),
    );
    const found = await Array.fromAsync(lines(ReadableStream.from(pieces)));
    assertEquals(found, ["one", "two", "", "thrée", "last"]);
  }
  assertEquals(await linesOf("a\n"), ["a"]);
  assertEquals(await linesOf(), []);
});

Deno.test("lines() reads a line of 64 million characters in as many steps as it has pieces", async () => {
  const piece = "x".repeat(65_536);
  const found = await linesOf(...Array<string>(1000).fill(piece), "\n", "end");
  assertEquals(found.map(({ length }) => length), [65_536_000, 3]);
  assert(found[0].endsWith("x"));
});

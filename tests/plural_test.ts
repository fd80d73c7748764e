import { assertEquals } from "@std/assert";
import { numberOf, plural } from "../lib/plural.ts";

Deno.test("numberOf() and plural() count one as one", () => {
  const counts = [0, 1, 2, 1.5, 20_000].map((count) => numberOf(count, "path"));
  assertEquals(counts, ["0 paths", "1 path", "2 paths", "1.5 paths", "20000 paths"]);
  assertEquals(plural("step", 1), "step");
});

import { assertEquals } from "@std/assert";
import config from "../../../deno.json" with { type: "json" };
import { doors } from "../../../lib/notebook/reference/doors.ts";

Deno.test("a page has every door of the library, and help() reads them all", () => {
  const exports = Object.entries(config.exports)
    .map(([door, file]) => [`${config.name}${door.slice(1)}`, file.replace("./", "")]);
  assertEquals(doors, Object.fromEntries(exports));
});

import { assertEquals } from "@std/assert";
import config from "../../../deno.json" with { type: "json" };
import { doorFiles } from "../../../lib/notebook/reference/doc_json.ts";
import { doors } from "../../../lib/site/kernel/modules.ts";

Deno.test("a page has every door of the library, and help() reads them all", () => {
  const exports = Object.entries(config.exports)
    .map(([door, file]) => [`${config.name}${door.slice(1)}`, file.replace("./", "")]);
  const names = exports.map(([name]) => name).toSorted();
  assertEquals(Object.keys(doors).toSorted(), names);
  const files = Object.entries(doorFiles).map(([file, name]) => [name, file]);
  assertEquals(Object.fromEntries(files), Object.fromEntries(exports));
});

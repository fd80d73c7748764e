import { assertEquals } from "@std/assert";
import { waitsTable } from "./waits.ts";

Deno.test("waitsTable() shows best and median, and a size where there is a file", () => {
  const table = waitsTable([
    { name: "simulate", best: 0.104, median: 0.157 },
    { name: "00_contents", best: 1.32, median: 2, kilobytes: 107.6 },
  ]);
  const cells = table.split("\n").map((line) => line.split(/ {2,}/));
  assertEquals(cells[0], ["", "best, s", "median, s", "size, kB"]);
  assertEquals(cells[2], ["simulate", "0.10", "0.16"]);
  assertEquals(cells[3], ["00_contents", "1.32", "2.00", "108"]);
});

import { assertEquals, assertThrows } from "@std/assert";
import type { MarketRows } from "../../lib/data/mod.ts";
import { marketFile } from "../../lib/notebook/market_files.ts";
import { withFiles } from "../in_folder.ts";

const trades = "time_us,price,quantity,aggressor\n0,99,1,sell\n0,101,1,buy\n1500000,102,1,buy\n" +
  "2000000,100,1,sell\n";

async function prices(rows: MarketRows): Promise<number[]> {
  const found: number[] = [];
  for await (const batch of rows) if (batch.kind === "trades") found.push(...batch.price);
  return found;
}

Deno.test("marketFile() reads a file by its path and names it without its folder", async () => {
  await withFiles({ "plain.csv": trades }, async (path) => {
    const rows = marketFile(path("plain.csv"));
    assertEquals(rows.name, "plain.csv");
    assertEquals(await prices(rows), [99, 101, 102, 100]);
  });
});

Deno.test("marketFile() refuses what is not there and what is no file, in one line", () => {
  assertThrows(() => marketFile("no/such.csv"), Error, "Cannot open no/such.csv: there is no such");
  assertThrows(() => marketFile("lib"), Error, "Cannot open lib: it is a folder");
});

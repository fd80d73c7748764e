import { assert, assertEquals } from "@std/assert";
import { readingProgress } from "../../lib/cli/reading_progress.ts";
import { openedFile } from "../../lib/notebook/market_files.ts";

Deno.test("readingProgress() knows files by their bytes, and nothing of standard input", async () => {
  const folder = await Deno.makeTempDir();
  const path = `${folder}/trades.csv`;
  await Deno.writeTextFile(path, "time_us,price,quantity,aggressor\n5,100.5,2,buy\n");
  assertEquals(readingProgress([path, "-"]), undefined);
  assertEquals(readingProgress([path, `${folder}/nothing.csv`]), undefined);
  const progress = readingProgress([path, path]);
  assert(progress !== undefined);
  // More than the files held when they were looked at is no error.
  for (const bytes of [10, 90, 1000]) progress.told(bytes);
  progress.end();
  await Deno.remove(folder, { recursive: true });
});

Deno.test("openedFile() tells every byte of the file once", async () => {
  const path = await Deno.makeTempFile();
  const row = "5,100.5,2,buy\n";
  const text = "time_us,price,quantity,aggressor\n" + row.repeat(20_000);
  await Deno.writeTextFile(path, text);
  let bytes = 0;
  for await (const _ of openedFile(path, {}, (more) => bytes += more));
  assertEquals(bytes, text.length);
  await Deno.remove(path);
});

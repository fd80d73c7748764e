import { assertEquals, assertRejects } from "@std/assert";
import { readingBytes, type Told } from "../../lib/cli/reading_progress.ts";
import { openedFile } from "../../lib/notebook/market_files.ts";

Deno.test("readingBytes() tells files by their bytes, and of standard input nothing", async () => {
  const folder = await Deno.makeTempDir();
  const path = `${folder}/trades.csv`;
  await Deno.writeTextFile(path, "x".repeat(50));
  const heard: (readonly [number, number])[] = [];
  const tell = (done: number, total: number) => void heard.push([done, total]);
  const reader = (told: Told | undefined) => {
    // More than the files held when they were looked at is no error.
    for (const bytes of [10, 60, 1000]) told?.(bytes);
    return Promise.resolve("read");
  };
  for (const unknown of ["-", `${folder}/nothing.csv`]) {
    assertEquals(await readingBytes([path, unknown], reader, tell), "read");
  }
  assertEquals(heard, []);
  assertEquals(await readingBytes([path, path], reader, tell), "read");
  assertEquals(heard, [[10, 100], [70, 100], [99, 100], [100, 100]]);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("readingBytes() never tells that all is read where the reading failed", async () => {
  const path = await Deno.makeTempFile();
  await Deno.writeTextFile(path, "x".repeat(50));
  let last = 0;
  const failing = (told: Told | undefined) => {
    for (const bytes of [10, 40]) told?.(bytes);
    return Promise.reject(new TypeError("a bad row"));
  };
  const reading = () => readingBytes([path], failing, (done) => last = done);
  await assertRejects(reading, TypeError, "a bad row");
  assertEquals(last, 49);
  await Deno.remove(path);
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

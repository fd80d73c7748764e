import { assertEquals, assertMatch, assertRejects } from "@std/assert";
import { join } from "node:path";
import { openWhole, whyNot, writeWhole } from "../../lib/notebook_files/write_whole.ts";
import { inFolder, namesIn } from "../in_folder.ts";

Deno.test("writeWhole() replaces a file, keeps its mode, and leaves nothing beside", async () => {
  await inFolder(async (folder) => {
    const path = join(folder, "a.txt");
    await writeWhole(path, "old");
    assertEquals(await Deno.readTextFile(path), "old");
    if (Deno.build.os !== "windows") {
      await Deno.chmod(path, 0o640);
      assertEquals((await (await writeWhole(path, "again"), Deno.stat(path))).mode! & 0o777, 0o640);
    }
    await writeWhole(path, new TextEncoder().encode("bytes"));
    assertEquals(await Deno.readTextFile(path), "bytes");
    assertEquals(namesIn(folder), ["a.txt"]);
  });
});

Deno.test("openWhole() replaces no pipe and no device, which somebody may be reading", async () => {
  if (Deno.build.os === "windows") return;
  const error = await assertRejects(() => openWhole("/dev/null"), Error, "it is no file");
  assertEquals(error.message, "Cannot write /dev/null as it is no file: nothing was written");
});

Deno.test("writeWhole() writes through a link, which stays one", async () => {
  if (Deno.build.os === "windows") return;
  await inFolder(async (folder) => {
    await Deno.mkdir(join(folder, "elsewhere"));
    const [real, link] = [join(folder, "elsewhere", "a.txt"), join(folder, "a.txt")];
    await writeWhole(real, "old");
    // Making links needs every right, which these tests do not have: another program makes this one.
    const made = new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "-", real, link],
      stdin: "piped",
    }).spawn();
    const writer = made.stdin.getWriter();
    await writer.write(new TextEncoder().encode("Deno.symlinkSync(Deno.args[0], Deno.args[1]);"));
    await writer.close();
    assertEquals((await made.status).success, true);
    await writeWhole(link, "new");
    assertEquals((await Deno.lstat(link)).isSymlink, true);
    assertEquals(await Deno.readTextFile(real), "new");
    await Deno.remove(real);
    await writeWhole(link, "again");
    assertEquals((await Deno.lstat(link)).isSymlink, true);
    assertEquals(await Deno.readTextFile(real), "again");
    assertEquals(namesIn(join(folder, "elsewhere")), ["a.txt"]);
  });
});

Deno.test("openWhole(): until it is written, the old file is there, whoever dies", async () => {
  await inFolder(async (folder) => {
    const path = join(folder, "a.txt");
    await writeWhole(path, "old");
    const pending = await openWhole(path);
    assertEquals(await Deno.readTextFile(path), "old");
    await pending.write("new");
    assertEquals(await Deno.readTextFile(path), "new");
  });
});

Deno.test("writeWhole() says why it cannot write, and that the old file is whole", async () => {
  await inFolder(async (folder) => {
    await assertRejects(
      () => writeWhole(join(folder, "no", "a"), "x"),
      Error,
      "its folder is not there",
    );
    await assertRejects(() => writeWhole(folder, "x"), Error, "it is a folder");
    const path = join(folder, "a.txt");
    await writeWhole(path, "old");
    // A disk that is full while it is written: as the system reports it.
    const pending = await openWhole(path);
    const original = Deno.rename;
    Deno.rename = () => Promise.reject(Object.assign(new Error("No space"), { code: "ENOSPC" }));
    try {
      const error = await assertRejects(() => pending.write("new"));
      assertMatch(
        (error as Error).message,
        /^Cannot write \S+ as the disk is full: the file that was there is whole$/,
      );
    } finally {
      Deno.rename = original;
    }
    assertEquals(await Deno.readTextFile(path), "old");
    assertEquals(namesIn(folder), ["a.txt"]);
  });
});

Deno.test("openWhole() keeps no file open where the disk fills up half-way", {
  sanitizeResources: true,
}, async () => {
  await inFolder(async (folder) => {
    const pending = await openWhole(join(folder, "a.txt"));
    const original = Deno.FsFile.prototype.sync;
    const full = Object.assign(new Error("No space"), { code: "ENOSPC" });
    Deno.FsFile.prototype.sync = () => Promise.reject(full);
    try {
      await assertRejects(() => pending.write("new"), Error, "as the disk is full: nothing was");
    } finally {
      Deno.FsFile.prototype.sync = original;
    }
    assertEquals(namesIn(folder), []);
  });
});

Deno.test("whyNot() is a few words on one line", () => {
  const error = (code: string) => Object.assign(new Error(`${code} (os error 1)\nmore`), { code });
  assertEquals(whyNot(error("EROFS")), "the file system is read-only");
  assertEquals(whyNot(error("EACCES")), "the rights to it are missing");
  assertEquals(whyNot(new Error("odd thing (os error 99): open 'x'")), "odd thing");
});

Deno.test("openWhole() writes part by part, or leaves nothing of what was begun", async () => {
  await inFolder(async (folder) => {
    const path = join(folder, "a.txt");
    const begun = await openWhole(path);
    begun.append("one ");
    begun.append("é ");
    await begun.write("three");
    assertEquals(await Deno.readTextFile(path), "one é three");
    const given = await openWhole(path);
    given.append("half");
    await given.discard();
    await begun.discard();
    assertEquals([namesIn(folder), await Deno.readTextFile(path)], [["a.txt"], "one é three"]);
  });
});

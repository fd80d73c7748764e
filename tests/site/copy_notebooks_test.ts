import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { copyNotebooks } from "../../lib/site/copy_notebooks.ts";

Deno.test("copyNotebooks() takes chapters and exercises, and no notebook of a person's own", async () => {
  const folder = await Deno.makeTempDir();
  const [from, to] = [join(folder, "from"), join(folder, "to")];
  try {
    const files = [
      "01_a.ipynb",
      "Untitled.ipynb",
      "exercises/01_a.ipynb",
      "my/01_a.ipynb",
      "a.txt",
    ];
    for (const file of files) {
      await Deno.mkdir(join(from, file, ".."), { recursive: true });
      await Deno.writeTextFile(join(from, file), file);
    }
    await copyNotebooks(from, to);
    const there = (path: string) => Array.from(Deno.readDirSync(path), ({ name }) => name).sort();
    assertEquals(there(to), ["01_a.ipynb", "exercises"]);
    assertEquals(there(join(to, "exercises")), ["01_a.ipynb"]);
    const read = (path: string) => Deno.readTextFileSync(join(to, path));
    assertEquals([read("01_a.ipynb"), read("exercises/01_a.ipynb")], [files[0], files[2]]);
    await copyNotebooks(from, to, (text) => `${text} changed`);
    assertEquals(read("exercises/01_a.ipynb"), files[2]);
    await copyNotebooks(from, to, (text) => text, (text) => `${text} changed`);
    assertEquals([read("01_a.ipynb"), read("exercises/01_a.ipynb")], [
      files[0],
      `${files[2]} changed`,
    ]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

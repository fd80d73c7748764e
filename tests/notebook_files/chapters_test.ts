import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { chaptersIn, isChapter } from "../../lib/notebook_files/chapters.ts";
import { inFolder } from "../in_folder.ts";

const others = [
  "Untitled.ipynb",
  "my_06_notes.ipynb",
  "6_short.ipynb",
  "06.ipynb",
  "06_page.html",
  "06_naive.ipynb.part",
  ".06_naive.ipynb",
  "006_naive.ipynb",
];

Deno.test("isChapter() takes NN_….ipynb alone", () => {
  assertEquals(others.filter(isChapter), []);
  assertEquals(["00_contents.ipynb", "18_a_learner.ipynb"].every(isChapter), true);
});

Deno.test("chaptersIn() passes over a person's notebooks and all folders", async () => {
  await inFolder(async (folder) => {
    for (const name of ["10_b.ipynb", "02_a.ipynb", ...others]) {
      await Deno.writeTextFile(join(folder, name), "");
    }
    for (const name of ["my", "exercises", "03_a_folder.ipynb"]) {
      await Deno.mkdir(join(folder, name));
      await Deno.writeTextFile(join(folder, name, "01_mine.ipynb"), "");
    }
    assertEquals(await chaptersIn(folder), ["02_a.ipynb", "10_b.ipynb"]);
  });
});

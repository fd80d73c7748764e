import { assertEquals } from "@std/assert";
import {
  languageInfo,
  type Notebook,
  notebookText,
  withoutVolatile,
} from "../../lib/notebook_files/notebook_file.ts";
import { inPage } from "../../lib/site/in_page.ts";

Deno.test("inPage() names the page's kernel, and changes nothing else", () => {
  const cell = { cell_type: "code", id: "a", metadata: { tags: ["b"] }, source: "1;", outputs: [] };
  const chapter = withoutVolatile({ cells: [cell], metadata: { title: "kept" } });
  const opened: Notebook = JSON.parse(inPage(notebookText(chapter)));
  assertEquals(opened.metadata, {
    title: "kept",
    kernelspec: { display_name: "TypeScript, in this page", language: "typescript", name: "deno" },
    language_info: languageInfo,
  });
  assertEquals(notebookText(withoutVolatile(opened)), notebookText(chapter));
});

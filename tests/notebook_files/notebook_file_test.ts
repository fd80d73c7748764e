import { assertEquals, assertStringIncludes } from "@std/assert";
import {
  languageInfo,
  type Notebook,
  notebookText,
  withoutVolatile,
} from "../../lib/notebook_files/notebook_file.ts";

const run: Notebook = {
  nbformat: 4,
  nbformat_minor: 5,
  metadata: { title: "kept", language_info: { name: "typescript", version: "4.9.1" } },
  cells: [
    { source: "# A\ntext", cell_type: "markdown", metadata: {} },
    {
      cell_type: "code",
      id: "mine",
      execution_count: 1,
      metadata: { execution: { "iopub.status.idle": "2024-08-08T00:00:00Z" }, tags: ["a"] },
      source: ["1 + 1\n", "throw 2"],
      outputs: [
        { output_type: "stream", name: "stdout", text: "one\ntwo" },
        {
          output_type: "error",
          ename: "Error",
          evalue: "bad",
          traceback: ["Error: bad", "    at file:///home/someone/lib/a.ts:1:1"],
        },
        {
          output_type: "display_data",
          metadata: {},
          data: { "text/html": "<b>\n</b>", "application/json": { b: 1, a: ["x", "y"] } },
        },
      ],
    },
  ],
};

Deno.test("withoutVolatile() drops times, other versions and stacks, and nothing else", () => {
  const text = notebookText(withoutVolatile(run));
  for (const gone of ["2024-08-08", "4.9.1", "someone"]) assertEquals(text.includes(gone), false);
  const { cells, metadata } = JSON.parse(text);
  assertEquals(metadata.title, "kept");
  assertEquals(metadata.kernelspec.name, "deno");
  assertEquals(cells.map((cell: { id: string }) => cell.id), ["cell-1", "mine"]);
  assertEquals(cells[1].metadata, { tags: ["a"] });
  assertEquals(cells[1].outputs[1].traceback, ["Error: bad"]);
});

Deno.test("every notebook has the language's version that the pinned kernel tells, so that to open it changes nothing", async () => {
  assertEquals(languageInfo.version, Deno.version.typescript);
  const root = new URL("../../", import.meta.url);
  const folders = ["notebooks/", "notebooks/exercises/", "lib/notebook_files/"];
  for (const folder of folders.map((name) => new URL(name, root))) {
    for await (const { name } of Deno.readDir(folder)) {
      if (!name.endsWith(".ipynb")) continue;
      const text = await Deno.readTextFile(new URL(name, folder));
      assertEquals(JSON.parse(text).metadata.language_info, languageInfo, name);
    }
  }
});

Deno.test("notebookText() is what Jupyter writes: sorted, indented by one, texts by lines", () => {
  const text = notebookText(run);
  assertStringIncludes(text, '{\n "cells": [\n  {\n   "cell_type": "markdown",\n');
  const { cells } = JSON.parse(text);
  assertEquals(cells[0].source, ["# A\n", "text"]);
  assertEquals(cells[1].outputs[0].text, ["one\n", "two"]);
  assertEquals(cells[1].outputs[2].data["text/html"], ["<b>\n", "</b>"]);
  assertEquals(Object.keys(cells[1].outputs[2].data["application/json"]), ["a", "b"]);
  assertEquals(text.endsWith("}\n"), true);
});

Deno.test("notebookText() of what it wrote is the same text", () => {
  const text = notebookText(withoutVolatile(run));
  assertEquals(notebookText(withoutVolatile(JSON.parse(text))), text);
});

import { assertEquals, assertStringIncludes } from "@std/assert";
import {
  type Notebook,
  notebookText,
  withoutVolatile,
} from "../../lib/notebook_files/notebook_file.ts";

const run: Notebook = {
  nbformat: 4,
  nbformat_minor: 5,
  metadata: { title: "kept", language_info: { name: "typescript", version: "6.0.3" } },
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

Deno.test("withoutVolatile() drops times, versions and stacks, and nothing else", () => {
  const text = notebookText(withoutVolatile(run));
  for (const gone of ["2024-08-08", "6.0.3", "someone"]) assertEquals(text.includes(gone), false);
  const { cells, metadata } = JSON.parse(text);
  assertEquals(metadata.title, "kept");
  assertEquals(metadata.kernelspec.name, "deno");
  assertEquals(cells.map((cell: { id: string }) => cell.id), ["cell-1", "mine"]);
  assertEquals(cells[1].metadata, { tags: ["a"] });
  assertEquals(cells[1].outputs[1].traceback, ["Error: bad"]);
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

Deno.test("notebookText() writes numbers as Python's json does, whatever their size", async () => {
  const sizes = Array.from({ length: 700 }, (_, i) => Math.sin(i + 1) * 10 ** (i / 10 - 32));
  const numbers = [...sizes, 0, 5e-6, 5e-324, 1e-4, 0.0001234, 1e16, 1e21, 1.5e300, -1e-5, 0.1];
  const text = notebookText({ ...run, metadata: { numbers } });
  const python = new Deno.Command("python3", {
    args: [
      "-c",
      "import json,sys\nprint(json.dumps(json.load(sys.stdin),indent=1,sort_keys=True))",
    ],
    stdin: "piped",
    stdout: "piped",
  }).spawn();
  const writer = python.stdin.getWriter();
  await writer.write(new TextEncoder().encode(text));
  await writer.close();
  const { stdout } = await python.output();
  const lines = (whole: string) => whole.split("\n").filter((line) => /^ {3}-?\d/.test(line));
  assertEquals(lines(new TextDecoder().decode(stdout)), lines(text));
});

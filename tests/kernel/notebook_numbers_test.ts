import { assertEquals } from "@std/assert";
import { notebookText } from "../../lib/notebook_files/notebook_file.ts";

Deno.test("notebookText() writes numbers as Python's json does, whatever their size", async () => {
  const sizes = Array.from({ length: 700 }, (_, i) => Math.sin(i + 1) * 10 ** (i / 10 - 32));
  const numbers = [...sizes, 0, 5e-6, 5e-324, 1e-4, 0.0001234, 1e16, 1e21, 1.5e300, -1e-5, 0.1];
  const text = notebookText({ nbformat: 4, nbformat_minor: 5, metadata: { numbers }, cells: [] });
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

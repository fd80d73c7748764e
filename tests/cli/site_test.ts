import { join } from "node:path";
import { assertEquals, assertStringIncludes } from "@std/assert";
import { locked, projectRoot } from "../../lib/jupyter/environment.ts";
import { tasks } from "../gate/tasks.ts";

const notebook = {
  cells: [{ cell_type: "markdown", id: "a", metadata: {}, source: ["# A page\n"] }],
  metadata: { kernelspec: { display_name: "Deno", language: "typescript", name: "deno" } },
  nbformat: 4,
  nbformat_minor: 5,
};

Deno.test("one site is built after the other, and who waits is told", async () => {
  const folder = await Deno.makeTempDir();
  await Deno.writeTextFile(join(folder, "00_page.ipynb"), JSON.stringify(notebook));
  const start = (out: string) =>
    new Deno.Command("deno", {
      args: [
        ...tasks.site.command.split(" ").slice(1),
        "--pages-only",
        "--notebooks",
        folder,
        "--out",
        join(folder, out),
      ],
      cwd: projectRoot,
      stdout: "piped",
      stderr: "piped",
    }).spawn();
  const lock = await locked(join(projectRoot, ".cache", "site_build"), () => {});
  const running = [start("one"), start("two")];
  const readers = running.map(({ stdout }) => stdout.pipeThrough(new TextDecoderStream()));
  const waiting = new Set<number>();
  const words = await Promise.all(readers.map(async (stream, i) => {
    let text = "";
    for await (const piece of stream) {
      text += piece;
      if (!text.includes("waiting") || waiting.has(i)) continue;
      waiting.add(i);
      if (waiting.size === running.length) lock[Symbol.dispose]();
    }
    return text;
  }));
  const ends = await Promise.all(running.map(async (one) => {
    const [{ code }, errors] = await Promise.all([one.status, new Response(one.stderr).text()]);
    return [code, errors];
  }));
  assertEquals(ends, [[0, ""], [0, ""]]);
  for (const [i, name] of ["one", "two"].entries()) {
    assertStringIncludes(words[i], "Another build of the site is at work: waiting for it");
    const page = await Deno.readTextFile(join(folder, name, "index.html"));
    assertStringIncludes(page, "A page");
  }
  await Deno.remove(folder, { recursive: true });
});

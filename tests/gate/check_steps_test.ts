import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { checkCells, checkElsewhere, checkFormat, deno } from "./check_steps.ts";
import { joinCells } from "./notebook_cells.ts";

function notebook(...cells: readonly string[]): string {
  const words = { cell_type: "markdown", source: ["# Words\n", "more"] };
  const code = cells.map((source) => ({ cell_type: "code", source: source.split(/(?<=\n)/) }));
  return JSON.stringify({ cells: [words, ...code] });
}

async function withFile(name: string, text: string, use: (path: string) => Promise<void>) {
  await Deno.mkdir(".cache", { recursive: true });
  const folder = await Deno.makeTempDir({ dir: ".cache" });
  try {
    await Deno.writeTextFile(`${folder}/${name}`, text);
    await use(`${folder}/${name}`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("joinCells() knows the cell of every line", () => {
  const { text, origin } = joinCells(notebook("const a = 1;\na", "[2].length"));
  const lines = text.split("\n");
  const place = (code: string) => origin(lines.indexOf(code) + 1);
  assertEquals(place("const a = 1;"), "code cell 1, line 1");
  assertEquals(place("a"), "code cell 1, line 2");
  assertEquals(place("[2].length"), "code cell 2, line 1");
  assertEquals(place("export {};"), undefined);
});

Deno.test("checkCells() accepts types that flow, top-level await and the kernel's globals", async () => {
  const text = notebook(
    "const a: number = await Promise.resolve(1);\na",
    "(a + 1).toFixed(2)",
    'await Deno.jupyter.display({ "text/plain": "a" }, { raw: true });',
  );
  assertEquals(await checkCells([{ path: "notebooks/check_fine.ipynb", text }], []), undefined);
  await Deno.remove(".cache/notebooks_check_fine.cells.ts");
});

Deno.test("checkCells() names notebook, cell and line of a wrong type and of a name made twice", async () => {
  const text = notebook("const a = 1;", "const b: string = a;", "// again\nconst a = 2;");
  const found = await checkCells([{ path: "notebooks/check_wrong.ipynb", text }], []) ?? "";
  await Deno.remove(".cache/notebooks_check_wrong.cells.ts");
  assertStringIncludes(found, "Type 'number' is not assignable to type 'string'");
  assertStringIncludes(found, "notebooks/check_wrong.ipynb, code cell 2, line 1");
  assertStringIncludes(found, "notebooks/check_wrong.ipynb, code cell 3, line 2");
  assert(!found.includes(".cells.ts"), found);
});

const web = ["esnext", "dom", "webworker"];

Deno.test("checkElsewhere() knows the types it is told alone: the web's without Deno's, or Deno's without the page's", async () => {
  await withFile("web.ts", "export const url: URL = new URL(location.href);\n", async (path) => {
    assertEquals(await checkElsewhere(web, path), undefined);
  });
  await withFile("deno_only.ts", "export const here: string = Deno.cwd();\n", async (path) => {
    assertStringIncludes(await checkElsewhere(web, path) ?? "", "Cannot find name 'Deno'");
    assertEquals(await checkElsewhere(undefined, path), undefined);
  });
  await withFile("page.ts", "export const title: string = document.title;\n", async (path) => {
    assertStringIncludes(
      await checkElsewhere(undefined, path) ?? "",
      "Cannot find name 'document'",
    );
  });
});

Deno.test("checkFormat() and deno() show bad format, lint, types and documentation", async () => {
  await withFile("bad.ts", "export  let a:any=1\n", async (path) => {
    assertStringIncludes(await checkFormat(path) ?? "", "/bad.ts");
    assertStringIncludes(await deno("lint", path) ?? "", "no-explicit-any");
    assertStringIncludes(await deno("doc", "--lint", path) ?? "", "missing-jsdoc");
  });
  await withFile("wrong.ts", 'export const a: number = "one";\n', async (path) => {
    assertStringIncludes(await deno("check", path) ?? "", "is not assignable");
  });
});

Deno.test("checkFormat() names a notebook whose code deno fmt would change, and no other", async () => {
  const metadata = { language_info: { name: "typescript" } };
  const text = (source: string) => {
    const cell = { cell_type: "code", id: "a", metadata: {}, outputs: [], source: [source] };
    const notebook = { cells: [cell], metadata, nbformat: 4, nbformat_minor: 5 };
    return `${JSON.stringify(notebook, null, 1)}\n`;
  };
  await withFile("fine.ipynb", text("const a = 1;"), async (path) => {
    assertEquals(await checkFormat(path), undefined);
  });
  await withFile("bad.ipynb", text("const a=1"), async (path) => {
    assertStringIncludes(await checkFormat(path) ?? "", path);
  });
});

import { assertEquals } from "@std/assert";
import type { Notebook } from "../../lib/notebook_files/notebook_file.ts";
import { projectFiles } from "./project_files.ts";
import { firstPicture, PICTURE, PICTURED } from "../../lib/notebook_files/readme_picture.ts";
import { findBrokenLinks, findMapErrors } from "./documentation.ts";

const root = new URL("../../", import.meta.url);
const paths = projectFiles(root);
const folders = new Set(paths.flatMap((path) => {
  const parts = path.split("/");
  return parts.map((_, i) => parts.slice(0, i + 1).join("/"));
}));
const read = (path: string) => Deno.readTextFileSync(new URL(path, root));

interface Cell {
  readonly cell_type: string;
  readonly source: string | readonly string[];
}

function words(notebook: string): string {
  const cells: readonly Cell[] = JSON.parse(notebook).cells;
  return cells.filter(({ cell_type }) => cell_type === "markdown")
    .map(({ source }) => typeof source === "string" ? source : source.join(""))
    .join("\n\n");
}

Deno.test("README's links lead to files and headings that are there", () => {
  assertEquals(findBrokenLinks("README.md", read("README.md"), (path) => folders.has(path)), []);
});

Deno.test("the notebooks' links lead to files that are there", () => {
  const broken = paths.filter((path) => /^notebooks\/[^/]*\.ipynb$/.test(path)).flatMap((path) =>
    // A heading's anchor is made otherwise in JupyterLab than on GitHub: files only.
    findBrokenLinks(path, words(read(path)).replace(/\]\(#/g, "](https:#"), (p) => folders.has(p))
  );
  assertEquals(broken, []);
});

Deno.test("README's picture is the contents page's (deno task notebooks 00 writes both)", () => {
  const notebook: Notebook = JSON.parse(read(`notebooks/${PICTURED}`));
  assertEquals(read(PICTURE), firstPicture(notebook));
});

Deno.test("README's map names what is there, and leaves no room out", () => {
  assertEquals(findMapErrors(read("README.md"), paths), []);
});

Deno.test("findBrokenLinks() sees links, pictures and headings that lead nowhere", () => {
  const text = [
    "# First words, then more",
    "[a](lib/a.ts) [b](./lib/b.ts#L3) [c](#first-words-then-more) [d](#second)",
    '<img src="pictures/e.svg"> <a href="https://example.org/f">f</a>',
    "```md\n[g](lib/g.ts)\n```",
    "`[h](lib/h.ts)` [i][i] [j](lib/)",
    "",
    "[i]: lib/i.ts",
  ].join("\n");
  const there = ["lib", "lib/a.ts"];
  assertEquals(findBrokenLinks("README.md", text, (path) => there.includes(path)).toSorted(), [
    "README.md links to #second: no such heading",
    "README.md links to ./lib/b.ts#L3: no such file",
    "README.md links to lib/i.ts: no such file",
    "README.md links to pictures/e.svg: no such file",
  ]);
});

Deno.test("findMapErrors() sees what is named and gone, and what is there and not named", () => {
  const map =
    "## Map of files\n\n```text\nmod.ts  the door\nlib/\n  market/   tapes\n  gone.ts\n```\n";
  const tree = [
    ".gitignore",
    "README.md",
    "deno.json",
    "lib/market/a.ts",
    "lib/check.ts",
    "mod.ts",
  ];
  assertEquals(findMapErrors(map, tree), [
    "the map names lib/gone.ts: not there",
    "the map leaves out deno.json",
    "the map leaves out lib/check.ts",
  ]);
  assertEquals(findMapErrors("# A", tree), ["README has no map of files"]);
});

/** What every chapter of the course owes its reader, whatever it is about. */
import { assert, assertEquals, assertMatch, assertThrows } from "@std/assert";
import { join } from "node:path";
import { projectRoot } from "../../lib/jupyter/environment.ts";
import { type Cell, joined, type Notebook } from "../../lib/notebook_files/notebook_file.ts";

const folder = join(projectRoot, "notebooks");
const chapters = [...Deno.readDirSync(folder)].map(({ name }) => name)
  .filter((name) => /^(?!00).*\.ipynb$/.test(name)).toSorted();

/** Lines of code that are there to be read: what a chapter imports is one list. */
const lines = (code: string) =>
  code.replaceAll(/^import (?:type )?\{[^}]*\} from "[^"]+";$/gm, "").split("\n")
    .filter((line) => line.trim() !== "").length;

/** Words as one reads them aloud: a formula or a name within a line is one, what is set apart is none. */
function words(prose: string): number {
  const spoken = prose.replaceAll("\\$", " ").replaceAll(/```.*?```|\$\$.*?\$\$/gs, " ")
    .replaceAll(/`[^`]*`|\$[^$]+\$/g, "formula").replaceAll(/\]\([^)]*\)|<\/?[a-z][^>]*>/g, " ");
  return spoken.match(/\p{L}[\p{L}’'-]*/gu)?.length ?? 0;
}

function assertCourseForm({ cells }: Notebook): void {
  const sourceOf = ({ source }: Cell) => joined(source);
  const code = cells.filter(({ cell_type }) => cell_type === "code").map(sourceOf);
  const prose = cells.filter(({ cell_type }) => cell_type === "markdown").map(sourceOf);
  const text = prose.join("\n\n");
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;

  assertMatch(prose[0], /^# .*\n\n\*\*[^*]*\?\*\*/, "a question comes first");
  for (const heading of ["Notation", "Exercises", "Check", "Sources"]) {
    assertEquals(count(new RegExp(`^## ${heading}$`, "gm")), 1, `a section ${heading}`);
  }
  assert(count(/^> \*\*Predict, then run\.\*\*/gm) >= 3, "three predictions");
  assert(count(/<summary>Solution<\/summary>/g) >= 3, "three solutions");
  assertMatch(code.join("\n"), /^claims\(\{/m, "a check of what the text says");
  for (const cell of code) assert(lines(cell) <= 15, `15 lines at most: ${cell}`);
  const perLine = words(text) / code.reduce((sum, cell) => sum + lines(cell), 0);
  assert(perLine >= 8, `${perLine.toFixed(1)} words of prose a line of code`);
}

const numbers =
  /\d|\b(?:three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|sixty|hundreds?|thousands?|cents)\b/i;

/** Titles and captions that say a number as a word of their own: another setting would make them wrong. */
function numberedTitles({ cells }: Notebook): readonly string[] {
  const code = cells.filter(({ cell_type }) => cell_type === "code").map((cell) =>
    joined(cell.source)
  );
  const words = /\b(?:title|caption)(?::| =)\s*("(?:[^"\\]|\\.)*"|`[^`]*`)/g;
  return [...code.join("\n").matchAll(words)].map(([, text]) => text)
    .filter((text) => numbers.test(text.replace(/\$\{[^}]*\}|1\/[\p{L}√]+|→ 0/gu, "")));
}

for (const chapter of chapters) {
  Deno.test(`${chapter} has charts whose words stay true where a number is changed`, async () => {
    const text = await Deno.readTextFile(join(folder, chapter));
    assertEquals(numberedTitles(JSON.parse(text)), []);
  });
}

Deno.test("numberedTitles() finds numbers in digits and in words, unless the code computes them", () => {
  const found = (source: string) =>
    numberedTitles({ cells: [{ cell_type: "code", source, metadata: {} }], metadata: {} });
  for (const bad of ["in 5 days", "ten thousand days", "16 cents", "γ = 0.1"]) {
    assertEquals(found(`f({\n  title: "${bad}",\n});`), [`"${bad}"`]);
    assertEquals(found(`const title = "${bad}";`), [`"${bad}"`]);
    assertEquals(found(`f({\n  caption:\n    "${bad}",\n});`), [`"${bad}"`]);
  }
  assertEquals(found("f({ title: `${n} days, γ = ${gamma}` });"), []);
  assertEquals(found('f({ title: "Two rules, widest at 1/k" });'), []);
});

/** A workshop asks and claims nothing, so it owes no predictions, exercises or checks: five cells, and why. */
const workshop = "13_your_turn.ipynb";

Deno.test("the workshop is five short cells, and talks more than it codes", async () => {
  const { cells } = JSON.parse(await Deno.readTextFile(join(folder, workshop))) as Notebook;
  const code = cells.filter(({ cell_type }) => cell_type === "code");
  assertEquals(code.length, 5);
  const prose = cells.filter(({ cell_type }) => cell_type === "markdown").map(({ source }) =>
    joined(source)
  );
  assertMatch(prose[0], /^# .*\n\n\*\*[^*]*\?\*\*/, "a question comes first");
  const used = [
    "drawTape",
    "Strategy = {",
    "compare(",
    "dashboardFigure(",
    "exactMoments(",
    "sessionFrame(",
  ];
  const all = code.map(({ source }) => joined(source)).join("\n");
  for (const name of used) assert(all.includes(name), name);
  for (const { source } of code) assert(lines(joined(source)) <= 15);
  assert(words(prose.join("\n\n")) / lines(all) >= 8);
  assert(
    !/claims\(|Predict, then run/.test(all + prose.join()),
    "then it is a chapter like the others",
  );
});

for (const chapter of chapters.filter((name) => name !== workshop)) {
  Deno.test(`${chapter} asks, defines, predicts, checks, exercises, and talks more than it codes`, async () => {
    const text = await Deno.readTextFile(join(folder, chapter));
    assert(new TextEncoder().encode(text).length < 1_000_000, "less than 1 MB");
    assertCourseForm(JSON.parse(text));
  });
}

Deno.test("assertCourseForm() refuses a chapter that lacks a part or talks too little", async () => {
  const whole = JSON.parse(await Deno.readTextFile(join(folder, chapters[0]))) as Notebook;
  const without = (pattern: RegExp): Notebook => ({
    ...whole,
    cells: whole.cells.filter(({ source }) => !pattern.test(joined(source))),
  });
  assertCourseForm(whole);
  for (const part of [/^# /, /## Sources/, /claims\(/, /Predict, then run/, /<summary>/]) {
    assertThrows(() => assertCourseForm(without(part)));
  }
  const long = { ...whole.cells[0], cell_type: "code" as const, source: "1;\n".repeat(16) };
  assertThrows(() => assertCourseForm({ ...whole, cells: [...whole.cells, long] }));
  const short = Array.from({ length: 80 }, () => ({ ...long, source: "1;\n".repeat(15) }));
  assertThrows(() => assertCourseForm({ ...whole, cells: [...whole.cells, ...short] }));
});

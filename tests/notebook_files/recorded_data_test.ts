import { assertEquals } from "@std/assert";
import { compareOutputs } from "../../lib/notebook_files/compare_outputs.ts";
import type { Notebook } from "../../lib/notebook_files/notebook_file.ts";
import { withRecordedOutputs } from "../../lib/notebook_files/recorded_data.ts";
import { storedNumbers } from "../../lib/notebook/recorded_results.ts";

/** An ordinary cell, then tagged ones: the first names the data, the second shows a number of theirs. */
function notebook(plain: string, source: string, number: string): Notebook {
  const cell = (text: string, tags?: readonly string[]) => ({
    cell_type: "code",
    source: "",
    metadata: tags === undefined ? {} : { tags },
    outputs: text === "" ? [] : [{ output_type: "stream", name: "stdout", text }],
  });
  const words = { cell_type: "markdown", source: "words", metadata: {} };
  const tagged = [cell(source, ["recorded-data"]), cell(number, ["recorded-data"])];
  return {
    cells: [words, cell(plain), ...tagged],
    metadata: {},
    nbformat: 4,
    nbformat_minor: 5,
  } as unknown as Notebook;
}

const committed = notebook("1", "recorded", "3.15");

Deno.test("withRecordedOutputs() keeps what recorded files gave where a run had none", () => {
  const executed = notebook("1", storedNumbers, "2.87");
  const { notebook: settled, kept } = withRecordedOutputs(committed, executed);
  assertEquals(kept, 2);
  assertEquals(settled.cells, committed.cells);
  assertEquals(compareOutputs(committed, settled), []);
});

Deno.test("withRecordedOutputs() hides no difference in cells without the tag", () => {
  const executed = notebook("2", storedNumbers, "2.87");
  const { notebook: settled } = withRecordedOutputs(committed, executed);
  assertEquals(compareOutputs(committed, settled).length, 1);
});

Deno.test("withRecordedOutputs() hides nothing where the files are there", () => {
  const executed = notebook("1", "recorded", "2.87");
  const { notebook: settled, kept } = withRecordedOutputs(committed, executed);
  assertEquals([kept, settled === executed], [0, true]);
  assertEquals(compareOutputs(committed, settled).length, 1);
});

Deno.test("withRecordedOutputs() lets the engine's own market be replaced, and stand where there is nothing", () => {
  const recorded = notebook("1", "recorded", "3.15");
  const written = notebook("1", storedNumbers, "2.87");
  assertEquals(withRecordedOutputs(written, recorded).notebook, recorded);
  assertEquals(withRecordedOutputs(written, written).kept, 0);
  assertEquals(withRecordedOutputs(notebook("", "", ""), written).notebook, written);
});

Deno.test("withRecordedOutputs() leaves notebooks without such cells alone", () => {
  const cells = committed.cells.slice(0, 2);
  const plain = { ...committed, cells } as Notebook;
  assertEquals(withRecordedOutputs(plain, plain), { notebook: plain, kept: 0 });
});

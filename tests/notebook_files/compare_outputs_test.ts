import { assertEquals } from "@std/assert";
import { compareOutputs } from "../../lib/notebook_files/compare_outputs.ts";
import type { Json, Notebook } from "../../lib/notebook_files/notebook_file.ts";

function notebook(...outputs: readonly Readonly<Record<string, Json>>[]): Notebook {
  const words = { cell_type: "markdown", source: "words", metadata: {} };
  const code = { cell_type: "code", source: "", metadata: {}, outputs };
  return { cells: [words, code], metadata: {}, nbformat: 4, nbformat_minor: 5 } as Notebook;
}
const printed = (text: string) => notebook({ output_type: "stream", name: "stdout", text });
const shown = (data: Readonly<Record<string, Json>>) =>
  notebook({ output_type: "display_data", metadata: {}, data });

Deno.test("compareOutputs() finds nothing in the same outputs, by lines or whole", () => {
  assertEquals(compareOutputs(printed("a\nb\n"), printed("a\nb\n")), []);
  const lines = { output_type: "stream", name: "stdout", text: ["a\n", "b\n"] };
  assertEquals(compareOutputs(notebook(lines), printed("a\nb\n")), []);
});

Deno.test("compareOutputs() lets numbers differ in the seventh digit, and no more", () => {
  assertEquals(compareOutputs(printed("mean 64.8925001"), printed("mean 64.8925002")), []);
  assertEquals(compareOutputs(printed("a\nmean 64.8925"), printed("a\nmean 64.8926")), [
    'code cell 1, outputs[0].text, line 2: committed "mean 64.8925", now "mean 64.8926"',
  ]);
  assertEquals(compareOutputs(printed("-1"), printed("1")).length, 1);
  assertEquals(compareOutputs(printed("1e-3"), printed("1e-4")).length, 1);
});

Deno.test("compareOutputs() looks into figures", () => {
  const figure = (y: number) =>
    shown({ "application/vnd.plotly.v1+json": { data: [{ y: [1, y] }] } });
  assertEquals(compareOutputs(figure(2), figure(2 + 1e-9)), []);
  assertEquals(compareOutputs(figure(2), figure(2.1)), [
    "code cell 1, outputs[0].data.application/vnd.plotly.v1+json.data[0].y[1]: committed 2, now 2.1",
  ]);
});

Deno.test("compareOutputs() leaves out the still picture of a chart, and of nothing else", () => {
  const chart = { "application/vnd.plotly.v1+json": { data: [] } };
  const drawn = { ...chart, "image/svg+xml": "<svg/>", "image/png": "AAAA" };
  assertEquals(compareOutputs(shown(drawn), shown(chart)), []);
  assertEquals(compareOutputs(shown({ "image/svg+xml": "<svg/>" }), shown({})).length, 1);
});

Deno.test("compareOutputs() tells of outputs that came, went, or changed their kind", () => {
  assertEquals(compareOutputs(notebook(), printed("a")).length, 1);
  assertEquals(compareOutputs(printed("a"), notebook()).length, 1);
  assertEquals(compareOutputs(printed("a"), shown({ "text/plain": "a" })).length, 1);
  assertEquals(compareOutputs(printed("a\nb"), printed("a")).length, 1);
});

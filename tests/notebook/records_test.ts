import { compare, scenario } from "@digital-market-maker/lab";
import { table } from "@digital-market-maker/lab/frames";
import { assertEquals, assertStringIncludes } from "@std/assert";
import { type CellEnd, flushEveryCell } from "../../lib/notebook/kernel.ts";
import { lookAtResults } from "../../lib/notebook/kernel_marks.ts";
import { recordsBundle } from "../../lib/notebook/records.ts";

const rows = compare(scenario("readme", { steps: 20, horizon: 20 }), undefined, { paths: 100 });

Deno.test("recordsBundle() shows what compare() answers as a table, a dash where nothing is", () => {
  const bundle = recordsBundle(rows)!;
  assertStringIncludes(`${bundle["text/html"]}`, '<th scope="col"');
  const [head, naive, as] = `${bundle["text/plain"]}`.split("\n");
  assertEquals(head.trim().split(/ {2,}/), Object.keys(rows[0]));
  assertEquals([naive, as].map((line) => line.trim().split(/ {2,}/)[0]), ["naive", "as"]);
  assertEquals(naive.trim().split(/ {2,}/)[10], "–");
});

Deno.test("table() of the frames' door takes what compare() answers", () => {
  const frame = table(rows);
  assertEquals(frame.shape, [2, Object.keys(rows[0]).length]);
  assertEquals(frame["trader"].values, ["naive", "as"]);
});

Deno.test("recordsBundle() leaves alone what is no list of records", () => {
  const others = [
    undefined,
    null,
    "words",
    rows[0],
    [],
    [rows[0]],
    [1, 2],
    [[1, 2], [3, 4]],
    [{ a: 1 }, { b: 1 }],
    [{ a: 1, b: 2 }, { a: 1 }],
    [{}, {}],
    [{ a: [1] }, { a: [2] }],
    [new Date(0), new Date(1)],
    new Float64Array(3),
  ];
  for (const value of others) assertEquals(recordsBundle(value), undefined, Deno.inspect(value));
});

Deno.test("lookAtResults() changes how a cell's last value is sent", async () => {
  const sent: unknown[] = [];
  const broadcastResult: CellEnd = (_, result) => Promise.resolve(void sent.push(result));
  const internals = { broadcastResult };
  flushEveryCell(internals, () => {}, () => Promise.resolve());
  lookAtResults((value) => value === 1 ? "one" : value);
  await internals.broadcastResult(1, 1);
  lookAtResults((value) => value);
  await internals.broadcastResult(2, 1);
  assertEquals(sent, ["one", 1]);
});

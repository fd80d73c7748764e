import { assertEquals, assertLess, assertStringIncludes } from "@std/assert";
import { returnSeries } from "../../mod.ts";
import { displayMethod, type MediaBundle } from "../../lib/notebook/display.ts";
import { returnsFrame, sharpeFrame, table } from "../../lib/notebook/frames.ts";
import { twoSessions } from "./figures/every_figure.ts";

const [naive, as] = twoSessions();
const text = (value: unknown): string =>
  String((value as Record<symbol, () => MediaBundle>)[displayMethod]()["text/plain"]);

Deno.test("a column may be named as anything that a frame has: it is shown, and the frame stays whole", () => {
  const probe = table({ x: [1] });
  const own = new Set(Object.getOwnPropertyNames(probe));
  for (let one = Object.getPrototypeOf(probe); one !== null; one = Object.getPrototypeOf(one)) {
    Object.getOwnPropertyNames(one).forEach((name) => own.add(name));
  }
  own.delete("x");
  assertLess(50, own.size);
  for (const name of own) {
    const frame = table({ x: [1, 2], ...Object.fromEntries([[name, [3, 4]]]) });
    assertEquals(frame.columns, ["x", name]);
    assertEquals([frame.shape, frame.values], [[2, 2], [[1, 3], [2, 4]]]);
    assertEquals(frame.column(name).values, [3, 4]);
    assertEquals(
      text(frame),
      `x  ${name}\n1  ${"3".padStart(name.length)}\n2  ${"4".padStart(name.length)}`,
    );
    assertEquals(frame.head(1).values, [[1, 3]]);
    const rows = table([Object.fromEntries([["x", 1], [name, 3]])]);
    assertEquals([rows.columns, rows.values], [["x", name], [[1, 3]]]);
  }
});

Deno.test("a frame's columns can still be read and set by their names", () => {
  const frame = table({ depth: [0.5, 1], values: [3, 4] });
  assertEquals(frame["depth"].values, [0.5, 1]);
  frame["depth"] = [7, 8];
  assertEquals(frame.values, [[7, 3], [8, 4]]);
});

Deno.test("every session keeps a column of its own, whatever it is called", () => {
  for (const called of [["A", "A 2", "A"], ["A", "A", "A 2", "A"], ["time", "time 2", "time"]]) {
    const sessions = called.map((name, i) => ({ ...(i % 2 === 0 ? naive : as), name }));
    const frame = returnsFrame(sessions);
    assertEquals(frame.shape[1], called.length + 1);
    assertEquals(new Set(frame.columns).size, called.length + 1);
    assertEquals(frame["time"].values, Array.from(naive.time.subarray(0, 500)));
    sessions.forEach((one, i) =>
      assertEquals(frame.column(frame.columns[i + 1]).values, Array.from(returnSeries(one)))
    );
    const names = sharpeFrame(sessions)["strategy"].values;
    assertEquals(new Set(names).size, called.length);
  }
});

Deno.test("times that differ look different: in microseconds, in seconds since 1970, far from zero", () => {
  const columns = [
    [1704067200000001, 1704067200000002, 1704067200000107],
    [1704067200.000125, 1704067200.00025, 1704067200.0005],
    [1e6 + 1e-7, 1e6 + 2e-7, 1e6 + 4e-7],
    [-100.0000001, -100.0000002],
    [9007199254740990, 9007199254740991],
  ];
  for (const time of columns) {
    const cells = text(table({ time })).split("\n").slice(1).map((line) => line.trim());
    assertEquals(new Set(cells).size, time.length, cells.join(" | "));
  }
  assertStringIncludes(text(table({ x: [0.1 + 0.2, 0.3, 5] })), "0.3");
});

import { assertEquals, assertThrows } from "@std/assert";
import { display, displayMethod } from "../../lib/notebook/display.ts";

function logged(action: () => void): readonly unknown[] {
  const { log } = console;
  const seen: unknown[] = [];
  console.log = (...values: unknown[]) => void seen.push(...values);
  try {
    action();
  } finally {
    console.log = log;
  }
  return seen;
}

Deno.test("display() prints plain text outside a notebook", () => {
  const value = { [displayMethod]: () => ({ "text/plain": "a chart", "text/html": "<b>" }) };
  assertEquals(logged(() => display(value)), ["a chart"]);
  assertEquals(logged(() => display("words")), ["words"]);
  assertEquals(logged(() => display([1, 2])), ["[ 1, 2 ]"]);
  assertEquals(logged(() => display(null)), ["null"]);
});

Deno.test("display() refuses an update without a name", () => {
  assertThrows(() => display("words", { update: true }), TypeError, "must come with an id");
});

Deno.test("displayMethod is the symbol that the kernel asks for", () => {
  assertEquals(displayMethod.description, "Jupyter.display");
  assertEquals(Symbol.keyFor(displayMethod), "Jupyter.display");
});

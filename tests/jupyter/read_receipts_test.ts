import { assert, assertEquals, assertLessOrEqual, assertThrows } from "@std/assert";
import { receiptKeeper } from "../../lib/jupyter/read_receipts.ts";

/** A socket that drops what it cannot hold, and a reader that reads it empty in every pause. */
function leakyLine(holds: number) {
  const read: string[] = [];
  let waiting: (readonly [type: string, content: Readonly<Record<string, unknown>>])[] = [];
  let receipts = 0, milliseconds = 0, fullest = 0;
  const keeper = receiptKeeper({
    send(type, content) {
      const size = JSON.stringify(waiting).length;
      if (size > holds) return;
      waiting.push([type, content]);
      fullest = Math.max(fullest, size);
    },
    received: () => receipts,
    pause(length) {
      milliseconds += length;
      for (const [type, content] of waiting) {
        if (type === "receipt_request") receipts = Math.max(receipts, Number(content.number));
        else read.push(`${content.text ?? type}`);
      }
      waiting = [];
    },
    now: () => milliseconds,
  });
  return { keeper, read, fullest: () => fullest, time: () => milliseconds };
}

Deno.test("receiptKeeper() sends all through a socket that drops what it cannot hold, whatever the pieces", () => {
  for (const sizes of [[1], [10, 100_000, 3], [2_000_000], Array<number>(5000).fill(997)]) {
    const { keeper, read, fullest } = leakyLine(140_000);
    const text = sizes.map((size, i) => String.fromCodePoint(97 + i % 26).repeat(size));
    for (const part of text) keeper.send("stream", { name: "stdout", text: part });
    keeper.settle();
    assert(read.join("") === text.join(""));
    assertLessOrEqual(fullest(), 140_000);
  }
});

Deno.test("receiptKeeper() parts no pair of surrogates", () => {
  for (const start of ["", "a", "ab"]) {
    const { keeper, read } = leakyLine(140_000);
    keeper.send("stream", { name: "stdout", text: start + "\u{1F426}".repeat(100_000) });
    keeper.settle();
    assert(read.length > 2);
    assertEquals(read.filter((piece) => !piece.isWellFormed()), []);
  }
});

Deno.test("receiptKeeper() asks again, and gives up where nobody reads for a minute", () => {
  let asked = 0, milliseconds = 0;
  const keeper = receiptKeeper({
    send: () => void asked++,
    received: () => 0,
    pause: (length) => void (milliseconds += length),
    now: () => milliseconds,
  });
  assertThrows(() => keeper.settle(), Error, "nobody reads it");
  assert(asked > 100);
});

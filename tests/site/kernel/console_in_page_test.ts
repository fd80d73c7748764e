import fc from "fast-check";
import { assertEquals, assertStringIncludes } from "@std/assert";
import { consoleInPage } from "../../../lib/site/kernel/console_in_page.ts";
import { limitPrints } from "../../../lib/site/kernel/print_limit.ts";

type Methods = Readonly<Record<string, (...values: unknown[]) => void>>;

/** What Deno's own console prints, and what ours does, for the same calls. */
function both(use: (console: Methods) => void): readonly [ours: unknown, denos: unknown] {
  const ours: string[][] = [], denos: string[][] = [];
  use(consoleInPage((stream, text) => ours.push([stream, text])) as Methods);
  const { Console } = Reflect.get(Deno, Reflect.get(Deno, "internal"));
  use(
    new Console((text: string, level: number) =>
      denos.push([level > 1 ? "stderr" : "stdout", text])
    ),
  );
  return [ours, denos];
}

function same(use: (console: Methods) => void): void {
  const [ours, denos] = both(use);
  assertEquals(ours, denos);
}

Deno.test("consoleInPage() prints each line to the stream that Deno prints it to", () => {
  for (const name of ["log", "info", "debug", "error", "warn", "dir"]) {
    for (const values of [["words"], [1], [{ a: [1, { b: 2 }] }]]) {
      same((console) => console[name](...values));
    }
  }
});

Deno.test("consoleInPage() counts, asserts and groups as Deno does", () => {
  same((console) => {
    console.group("a");
    console.log("in\nside");
    console.group();
    console.error({ a: 1 });
    console.groupEnd();
    console.groupEnd();
    console.groupEnd();
    console.log("out");
  });
  same((console) => {
    console.count();
    console.count("x");
    console.count();
    console.countReset();
    console.count();
  });
  same((console) => {
    console.assert(true, "never");
    console.assert(false);
    console.assert(false, "bad", 1);
    console.assert(false, { a: 1 });
  });
  same((console) => console.timeEnd("never begun"));
});

const cell = fc.oneof(
  fc.integer({ min: -99, max: 9999 }),
  fc.constantFrom(0.25, 1e-9, NaN, null, true, "", "words", "it's", [1, 2], { deep: { er: 1 } }),
);
const record = fc.dictionary(fc.constantFrom("bid", "ask", "q"), cell, { noNullPrototype: true });
const rows = fc.array(fc.oneof(record, record, cell), { minLength: 1, maxLength: 5 });

Deno.test("console.table() draws any rows as Deno draws them", () => {
  fc.assert(
    fc.property(
      rows,
      fc.option(fc.subarray(["bid", "q", "none"], { minLength: 1 }), { nil: undefined }),
      (data, fields) => same((console) => console.table(data, fields)),
    ),
    { seed: 14, numRuns: 500 },
  );
  for (
    const data of [
      5,
      "words",
      null,
      [],
      { a: { x: 1 }, b: { x: 2 } },
      new Map([["a", { x: 1 }]]),
      new Map([["a", 1]]),
      new Set([1, 2]),
      new Float64Array([1, 2]),
    ]
  ) same((console) => console.table(data));
});

Deno.test("a cell's prints end where a page could not show more, which is said once", () => {
  const sent: string[] = [];
  const { send, renew } = limitPrints((_, text) => sent.push(text), 10);
  for (let i = 0; i < 9; i++) send("stdout", "1234");
  assertEquals(sent.length, 4);
  assertEquals(sent.slice(0, 3).join(""), "1234123412");
  assertStringIncludes(sent[3], "at most 10 characters");
  renew();
  send("stdout", "anew");
  assertEquals(sent.at(-1), "anew");
});

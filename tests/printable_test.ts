import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { printableName, printableText } from "../lib/printable.ts";

Deno.test("printableName() shows what a terminal would obey, and leaves every other letter", () => {
  assertEquals(
    printableName("a\x1b[2Jb\x07\r\n\tc\x9b\u202ed"),
    "a\\x1b[2Jb\\x07\\r\\n\\tc\\x9b\\u202ed",
  );
  const plain = "Märkte – 2024/αβγ 日本 \\x1b 'q' \"r\".csv";
  assertEquals(printableName(plain), plain);
});

Deno.test("printableText() keeps line ends and tabs, whichever they are, and nothing else", () => {
  assertEquals(printableText("a\tb\r\nc\nd\re\x1b[31mf"), "a\tb\nc\nd\\re\\x1b[31mf");
});

Deno.test("no text commands a terminal once it is printable, and twice is as once", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      for (const made of [printableName(text), printableText(text)]) {
        assertEquals(/\p{Cc}/u.test(made.replace(/[\n\t]/g, "")), false);
        assertEquals(/[\u202a-\u202e\u2066-\u2069]/.test(made), false);
      }
      assertEquals(printableName(printableName(text)), printableName(text));
    }),
    { seed: 12, numRuns: 2000 },
  );
});

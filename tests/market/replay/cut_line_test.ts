import { assertEquals, assertThrows } from "@std/assert";
import Papa from "papaparse";
import { lineCutter } from "../../../lib/market/replay/cut_line.ts";
import { textsOf } from "../../../lib/market/replay/fields.ts";
import { streams } from "../../../lib/random/streams.ts";

/** All lines of some bytes, as fields and whether their quotation marks close. */
function linesOf(bytes: Uint8Array) {
  const { cut, fields } = lineCutter("some.csv");
  const lines: { texts: readonly string[]; closed: boolean }[] = [];
  for (let at = 0; at < bytes.length;) {
    at = cut(bytes, at);
    lines.push({ texts: textsOf(fields), closed: fields.closed });
  }
  return lines;
}

Deno.test("lineCutter() cuts each line as Papa Parse does, whatever stands in it", () => {
  const random = streams("lines")("characters");
  const pick = (from: readonly string[]) => from[Math.floor(from.length * random.uniform())];
  const characters = [",", ",", "1", "2.5", "buy", "\r", "é", "€", "😀", " ", ";", "-"];
  const marks = ['"', '""', '","', '"a"'];
  for (let i = 0; i < 5000; i++) {
    const alphabet = i % 2 === 0 ? characters : [...characters, ...marks];
    const lines = Array.from(
      { length: 4 },
      () =>
        Array.from({ length: Math.floor(12 * random.uniform()) }, () => pick(alphabet)).join(""),
    );
    const breaks = lines.map(() => pick(["\n", "\r\n"]));
    const text = lines.map((line, i) => line + breaks[i]).join("");
    const expected = text.slice(0, -1).split("\n").map((line) => {
      const { data, errors } = Papa.parse(line.replace(/\r$/, ""), {
        delimiter: ",",
        newline: "\n",
      });
      return { texts: data[0] ?? [""], closed: errors.length === 0 };
    });
    assertEquals(linesOf(new TextEncoder().encode(text)), expected, JSON.stringify(text));
  }
});

Deno.test("lineCutter() refuses bytes that are no UTF-8, in whichever field", () => {
  for (const place of [0, 2, 4]) {
    for (const byte of [0x80, 0xc0, 0xff, 0xe2]) {
      const bytes = new TextEncoder().encode("1,2,3\n");
      bytes[place] = byte;
      assertThrows(
        () => linesOf(bytes),
        TypeError,
        "Cannot read some.csv as its text must be UTF-8: it has other bytes",
      );
    }
  }
});

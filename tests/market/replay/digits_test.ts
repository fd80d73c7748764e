import { assertEquals } from "@std/assert";
import { decimalNumber, microseconds, wholeNumber } from "../../../lib/market/replay/digits.ts";
import { streams } from "../../../lib/random/streams.ts";

type Reader = (bytes: Uint8Array, from: number, to: number) => number;
const encoder = new TextEncoder();
/** A reader of texts that stand between other digits. */
const reading = (read: Reader) => (text: string) =>
  read(encoder.encode(`9.${text}.9`), 2, 2 + text.length);
const [decimal, whole, micros] = [decimalNumber, wholeNumber, microseconds].map(reading);
const random = streams("digits")("texts");
const draw = (count: number) => Math.floor(count * random.uniform());
const digits = (length: number) => Array.from({ length }, () => draw(10)).join("");

Deno.test("decimalNumber() is Number() to the last bit, or leaves the text to it", () => {
  let read = 0;
  for (let i = 0; i < 20_000; i++) {
    const text = digits(draw(12)) + (draw(4) > 0 ? "." : "") + digits(draw(12));
    const found = decimal(text);
    const plain = /^\d+(\.\d*)?$/.test(text);
    if (Number.isNaN(found)) assertEquals(plain && text.replace(".", "").length <= 15, false, text);
    else assertEquals([found, plain], [Number(text), true], text);
    if (!Number.isNaN(found)) read++;
  }
  assertEquals(read > 10_000, true);
});

Deno.test("numbers are digits, and any other character makes none", () => {
  for (let code = 0; code < 256; code++) {
    const other = String.fromCharCode(code);
    if (/\d/.test(other) || code > 127) continue;
    for (const text of [`${other}12`, `1${other}2`, `12${other}`]) {
      const pointed = other === "." && !text.startsWith(".");
      assertEquals(decimal(text), pointed ? Number(text) : NaN, text);
      assertEquals(whole(text), NaN, text);
      assertEquals(micros(text), NaN, text);
    }
  }
  for (const text of ["", ".", "1.2.3", "..", "-1", "+1", "1e3", "1,5"]) {
    assertEquals(decimal(text), NaN, text);
  }
  assertEquals(whole(""), NaN);
});

Deno.test("microseconds() cuts off what is finer, of one to nine decimals", () => {
  assertEquals(micros(""), 0);
  for (let length = 1; length <= 12; length++) {
    for (let i = 0; i < 200; i++) {
      const text = digits(length);
      const expected = length > 9 ? NaN : Number(text.slice(0, 6).padEnd(6, "0"));
      assertEquals(micros(text), expected, text);
    }
  }
});
